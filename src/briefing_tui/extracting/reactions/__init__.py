"""Who takes which position, or which diplomatic step; and what analysts judge."""

"""What was done, or threatened, that raises or lowers the level of a conflict."""

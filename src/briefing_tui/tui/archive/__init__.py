"""The explorer's way into a library: what is asked of it, and what its panes list."""

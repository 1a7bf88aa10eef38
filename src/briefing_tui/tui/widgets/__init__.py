"""What the explorer's screen is made of, one widget a file."""

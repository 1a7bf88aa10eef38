"""Who vouches for what a sentence says."""

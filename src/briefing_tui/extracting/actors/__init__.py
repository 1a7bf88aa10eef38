"""Who is named in a text, and what he, the ministry and we refer to."""

"""Records and briefings as files for other programs: CSV, JSON Lines, Markdown, Parquet. Each takes a stream and gives a stream."""

"""The errors of reading."""


class ReadingError(Exception):
    """A source cannot be read. The message is one line that names the source, the place in it and what is wrong."""

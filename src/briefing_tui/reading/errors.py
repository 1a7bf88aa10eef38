"""The errors of reading."""


class ReadingError(Exception):
    """A source cannot be read. The message is one line that names the source, the place in it and what is wrong."""


class PassedOver(ReadingError):  # noqa: N818  it is told like an error and is none
    """Something in a folder or an archive is left aside, and nothing is lost by it: a picture, a link that leads in a circle."""

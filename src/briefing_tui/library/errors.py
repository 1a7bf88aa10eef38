"""What can go wrong with a library."""


class LibraryError(Exception):
    """A library cannot be opened, read or written. The message is one line that names the file and what to do."""


class DamagedLibraryError(LibraryError):
    """The file is there and is no sound library: not a database, or parts of it are broken."""


class NewerLibraryError(LibraryError):
    """The library was written by a later version of this program; nothing in it was touched."""


class BusyLibraryError(LibraryError):
    """Another process has been writing for longer than we wait."""


class FullDiskError(LibraryError):
    """There is no space left. What was added before is in the library."""

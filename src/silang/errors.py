"""What Silang raises. Each message says what, where and what to do."""


class SilangError(Exception):
    """The root of all errors that Silang raises on purpose."""


class LexiconError(SilangError):
    """An entry of a TOML lexicon or registry that is not as its schema says; names the file and the entry."""


class UnknownIdError(SilangError):
    """An id that the result does not hold."""


class ArchiveError(SilangError):
    """An archive that cannot be opened, read or written; names it and says why."""

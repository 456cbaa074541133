"""What Silang raises. Each message says what, where and what to do."""


class SilangError(Exception):
    """The root of all errors that Silang raises on purpose."""


class LexiconError(SilangError):
    """An entry of a TOML lexicon or registry that is not as its schema says; names the file and the entry."""


class UnknownIdError(SilangError):
    """An id that the result does not hold."""


class ArchiveError(SilangError):
    """An archive that cannot be opened, read or written; names it and says why.

    `key` names what kind of trouble it is, for those who say it in another language: ``busy`` (others write), ``full``
    (no room on the disk), ``read_only``, ``damaged``, ``unreachable`` (a server), or ``other``.
    """

    def __init__(self, message: str, *, key: str = "other") -> None:
        super().__init__(message)
        self.key = key


class RulingError(ArchiveError):
    """A ruling that cannot be made; `key` names why, for those who say it in another language."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message, key=key)


class ExportError(SilangError):
    """A JSON export that is broken or not as its schema says; names what is wrong."""


class MissingExtraError(SilangError):
    """Something that an optional extra of the package provides; says how to install it."""


class GoldError(SilangError):
    """Gold that an export cannot be measured against; names the file and what is wrong."""


class FetchError(SilangError):
    """An address that is not fetched; says why."""

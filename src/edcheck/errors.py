"""What can go wrong outside the texts themselves; each error is one sentence for a person."""


class EdcheckError(Exception):
    """Base of all errors that edcheck raises on purpose; `str(error)` is the sentence to show."""


class ReadError(EdcheckError):
    """A file could not be read at all: missing, not a regular file, too large, not text."""


class RuleError(EdcheckError):
    """A rule is wrongly built, unknown, or failed while it ran."""


class ConfigError(EdcheckError):
    """A settings file is unreadable or says something that edcheck does not know."""


class WriteError(EdcheckError):
    """A report could not be written."""

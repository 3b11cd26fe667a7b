"""What can be wrong with an index or a model, each named for what the user can do about it."""

from __future__ import annotations

from corpus.errors import QuothError


class IndexMissingError(QuothError):
    """Nothing has been published yet."""


class IndexMismatchError(QuothError):
    """A published generation is damaged, foreign, or of another format or model."""


class ModelMissingError(QuothError):
    """A model is neither on this machine nor within reach."""

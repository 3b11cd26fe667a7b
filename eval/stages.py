"""Rankings of passages at each stage of the search, and how good they are (nDCG and recall by ir-measures)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from bot.choose import RERANKED, ranked
from bot.permalink import permalink
from bot.words_asked import asked_for
from eval.gold import Place
from eval.subject import Subject
from index.search import DEPTH, search

STAGES: Final = ("dense", "lexical", "fused", "reranked")
CUT: Final = 10


def rankings(question: str, subject: Subject) -> dict[str, list[str]]:
    """Return for each stage the ids of the passages for *question*, best first."""
    generation = subject.generation
    dense = generation.vectors.nearest(subject.encoder.encode_question(question), DEPTH)
    lexical = generation.lexical.best(question, DEPTH)
    hits = search(generation, subject.encoder, question, CUT)
    fused = [hit.passage for hit in hits]
    first = ranked(question, hits[:RERANKED], subject.library, subject.reranker, asked_for(question).read)
    read = [item.hit.passage for item in first]
    stages = {
        "dense": [generation.passage(row) for row, _ in dense],
        "lexical": [generation.passage(row) for row, _ in lexical],
        "fused": fused,
        "reranked": read + [item for item in fused if item not in read],  # few are read; the others keep their order
    }
    return {name: [permalink(item.article, item.start, item.end) for item in found] for name, found in stages.items()}


def relevant(places: Sequence[Place], subject: Subject) -> set[str]:
    """Return the ids of the passages that share a character with the gold words at *places*."""
    generation = subject.generation
    wanted = {place.article.id for place in places}
    found = set()
    for row in range(len(generation.rows)):
        item = generation.passage(row)
        if item.article in wanted and any(
            place.article.id == item.article and item.start < place.end and place.start < item.end for place in places
        ):
            found.add(permalink(item.article, item.start, item.end))
    return found


def ranking_values(found: Mapping[str, Sequence[str]], gold: set[str]) -> dict[str, float | None]:
    """Return nDCG and recall (0..1) of each stage within the first ``CUT``; None where nothing is relevant.

    nDCG: binary gains, discounted by log2 of the rank plus 1, over the best possible. Recall: share of *gold* found.
    Where several passages hold gold words, each counts, although any of them answers.
    """
    import ir_measures
    from ir_measures import R, nDCG

    values: dict[str, float | None] = dict.fromkeys(
        f"{stage} {what}@{CUT}" for stage in STAGES for what in ("nDCG", "recall")
    )
    if not gold:
        return values
    qrels = {"q": dict.fromkeys(gold, 1)}
    for stage, ranking in found.items():
        scores = {item: 1.0 / rank for rank, item in enumerate(ranking[:CUT], 1)}
        measured = ir_measures.calc_aggregate([nDCG @ CUT, R @ CUT], qrels, {"q": scores or {"nothing": 0.0}})
        values[f"{stage} nDCG@{CUT}"] = float(measured[nDCG @ CUT])
        values[f"{stage} recall@{CUT}"] = float(measured[R @ CUT])
    return values

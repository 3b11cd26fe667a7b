"""verbatim-core in its static mode; needs the dependency group ``baselines``.

The package neither searches nor, without a language model, chooses spans. It gets our dense ranking, and our
cross-encoder as its extractor: the sentences that read best.
"""

from __future__ import annotations

from typing import Any, Final

from corpus.blocks import block_sentences
from eval.beside import SHOWN, Ask, Piece
from eval.subject import Subject

CONTEXT: Final = 10  # passages handed over


def verbatim_core(subject: Subject) -> tuple[str, Ask]:
    """Return the setting, and the function that asks."""
    from verbatim_core import VerbatimTransform
    from verbatim_core.extractors import SpanExtractor
    from verbatim_core.templates import TemplateManager

    scores: dict[str, float] = {}

    class BestSentences(SpanExtractor):  # type: ignore[misc]
        def extract_spans(self, question: str, search_results: list[Any]) -> dict[str, list[str]]:
            of = {sentence: item.text for item in search_results for sentence in item.metadata["sentences"]}
            logits = subject.reranker.logits(question, list(of))
            scores.update(zip(of, map(float, logits), strict=True))
            best = sorted(of, key=lambda sentence: -scores[sentence])[:SHOWN]
            return {of[sentence]: [other for other in best if of[other] == of[sentence]] for sentence in best}

    # A client is only asked for by the modes that generate; the static one has none.
    transform = VerbatimTransform(
        llm_client=object(), extractor=BestSentences(), template_manager=TemplateManager(default_mode="static")
    )

    def ask(question: str) -> list[Piece]:
        scores.clear()
        response = transform.transform(question, _context(question, subject))
        shown = [mark.text for document in response.documents for mark in document.highlights]
        return [Piece(words, scores[words]) for words in sorted(shown, key=lambda words: -scores[words])]

    return f"static mode; our dense ranking of {CONTEXT}, our cross-encoder as extractor", ask


def _context(question: str, subject: Subject) -> list[dict[str, Any]]:
    vector = subject.encoder.encode_question(question)
    found = []
    for row, _ in subject.generation.vectors.nearest(vector, CONTEXT):
        passage = subject.generation.passage(row)
        article = subject.library.get(passage.article)
        if article is None:
            continue
        spans = block_sentences(article.text, article.block_at(passage.start))
        sentences = [article.slice(*span) for span in spans if passage.start <= span[0] and span[1] <= passage.end]
        words = article.slice(passage.start, passage.end)
        found.append({"content": words, "metadata": {"sentences": sentences}})
    return found

"""What one article gives to the index; kept in the generation, so that only a changed article is cut again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b, sha256
from typing import Final

import numpy as np

from corpus.article import Article, ArticleId, Voice
from corpus.blocks import block_sentences
from index.generation import ROW, SENTENCE, Generation, Rows
from index.passage import TOKEN_BUDGET, Passage, context, passages
from index.resemblance import Signature, signature

METHOD: Final = 2  # raise it whenever passages, their context or anything else below comes out otherwise
FEWEST: Final = 4  # words; shorter press sentences are no quotation that two posts could share


@dataclass(frozen=True, slots=True)
class Cut:
    """One article's part of the index; the field ``article`` of its rows has no meaning yet."""

    id: ArticleId
    record: str
    """Hash of the library's record that it was cut from."""
    passages: Rows
    sentences: Rows
    signature: Signature


def cut(article: Article, record: str, count_tokens: Callable[[str], int]) -> Cut:
    """Cut *article*, whose record in the library has the hash *record*."""
    rows = [
        (0, passage.start, passage.end, passage_key(passage_text(article, passage)))
        for passage in passages(article, count_tokens, TOKEN_BUDGET)
    ]
    sentences = [(0, *span, words) for span, words in _press_sentences(article)]
    return Cut(article.id, record, np.array(rows, ROW), np.array(sentences, SENTENCE), signature(article.text))


def passage_text(article: Article, passage: Passage) -> str:
    """Return the context and the words of *passage*, as encoder and lexical index see them."""
    return f"{context(article, passage)}\n{article.slice(passage.start, passage.end)}"


def passage_key(text: str) -> bytes:
    """Return the hash by which the vector of a passage's *text* is found again."""
    return sha256(text.encode()).hexdigest()[:32].encode()


def cuts_in(generation: Generation) -> Iterator[Cut]:
    """Yield what each article gave to *generation*, by id."""
    number = np.arange(len(generation.articles) + 1)
    rows, sentences = np.array(generation.rows), np.array(generation.sentences)
    row = np.searchsorted(rows["article"], number)
    sentence = np.searchsorted(sentences["article"], number)
    records = generation.index["record"].astype("U64").tolist()
    signatures = np.array(generation.index["signature"])
    for at, identity in enumerate(generation.articles):
        yield Cut(
            identity,
            records[at],
            rows[row[at] : row[at + 1]],
            sentences[sentence[at] : sentence[at + 1]],
            signatures[at],
        )


def joined(parts: Sequence[Rows], kind: np.dtype[np.void]) -> Rows:
    """Return the rows of all *parts*, each numbered by its part's position."""
    rows = np.concatenate([np.zeros(0, kind), *parts])
    rows["article"] = np.repeat(np.arange(len(parts)), [len(part) for part in parts])
    return rows


def _press_sentences(article: Article) -> Iterator[tuple[tuple[int, int], int]]:
    for block in article.blocks:
        if block.voice is Voice.PRESS:
            for start, end in block_sentences(article.text, block):
                words = re.findall(r"\w+", article.text[start:end].casefold())
                if len(words) >= FEWEST:
                    digest = blake2b(" ".join(words).encode(), digest_size=8).digest()
                    yield (start, end), int.from_bytes(digest, "little")

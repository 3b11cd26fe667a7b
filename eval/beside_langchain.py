"""A plain LangChain chain: recursive splitting, the packaged MiniLM, FAISS.

Needs the dependency group ``baselines``.
"""

from __future__ import annotations

from typing import Any, Final

from eval.beside import SHOWN, Ask, Piece
from eval.subject import Subject
from index.models import load_encoder

MODEL: Final = "sentence-transformers/all-MiniLM-L6-v2"
CHUNK: Final = 500  # characters, about as much as our passages show; 1,000 is the package's default and does worse
OVERLAP: Final = 100


def langchain_faiss(subject: Subject) -> tuple[str, Ask]:
    """Return the setting, and the function that asks; the articles go in as they are stored."""
    from langchain_community.vectorstores import FAISS
    from langchain_community.vectorstores.utils import DistanceStrategy
    from langchain_core.embeddings import Embeddings
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    encoder = load_encoder(MODEL)

    class Packaged(Embeddings):  # type: ignore[misc]
        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            return [[float(value) for value in row] for row in encoder.encode(texts)]

        def embed_query(self, text: str) -> list[float]:
            return [float(value) for value in encoder.encode_question(text)]

    splitter = RecursiveCharacterTextSplitter(chunk_size=CHUNK, chunk_overlap=OVERLAP)
    chunks = splitter.create_documents([article.text for article in subject.library.articles()])
    store: Any = FAISS.from_documents(chunks, Packaged(), distance_strategy=DistanceStrategy.MAX_INNER_PRODUCT)

    def ask(question: str) -> list[Piece]:
        found = store.similarity_search_with_score(question, k=SHOWN)
        return [Piece(document.page_content, float(score)) for document, score in found]

    return f"MiniLM, chunks of {CHUNK} characters, {OVERLAP} overlapping", ask

"""Draws the main messages of the bot as a chat shows them: ``python tests/chat_picture.py HOME FOLDER`` writes HTML.

A picture of it: ``chromium --headless --no-sandbox --disable-gpu --window-size=560,1320 --screenshot=chat.png
FOLDER/answers.html``.
"""

from __future__ import annotations

import html
import sys
from collections.abc import Iterable
from pathlib import Path

from bot.engine import Engine
from bot.excerpt import excerpt_parts
from bot.followup import turn_of
from bot.interface import interface
from bot.keyboard import Rows, answer_rows, context_rows
from bot.message import Message
from bot.pages import context_page, pages
from bot.parts import answer_parts
from corpus.library import Library
from index.models import load_encoder, load_reranker

STYLE = """
body { margin: 0; padding: 16px; background: #b9cfa4; width: 528px;
font: 15px/1.38 system-ui, "DejaVu Sans", sans-serif }
.out, .in { border-radius: 12px; padding: 7px 11px; margin: 8px 0; white-space: pre-wrap; overflow-wrap: anywhere }
.out { background: #e4fdd0; margin-left: 110px } .in { background: #fff; margin-right: 40px; margin-bottom: 2px }
.quote { display: block; border-left: 3px solid #3a8fc4; background: #e9f3fa; border-radius: 4px; padding: 3px 8px }
.rows { margin-right: 40px } .row { display: flex; gap: 3px; margin-top: 3px }
a { color: #1f74b0; text-decoration: none }
.row span { flex: 1; text-align: center; background: #7f9a68; color: #fff; border-radius: 7px; padding: 5px 2px;
font-size: 13px }
"""
ARMY = "what does Russia want on army size?"
TAGS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "blockquote": ('<span class="quote">', "</span>"),
    "expandable_blockquote": ('<span class="quote">', "</span>"),
}


def drawn(message: Message) -> str:
    """Return *message* as HTML."""
    units = message.text.encode("utf-16-le")
    marks = []
    for entity in message.entities:
        link = (f'<a href="{html.escape(entity.url or "")}">', "</a>")
        opening, closing = TAGS.get(entity.type, link)
        marks += [
            (entity.offset, 1, -entity.length, opening),
            (entity.offset + entity.length, 0, entity.length, closing),
        ]
    words, before = "", 0
    for offset, _, _, tag in sorted(marks):
        words += html.escape(units[2 * before : 2 * offset].decode("utf-16-le"), quote=False) + tag
        before = offset
    words += html.escape(units[2 * before :].decode("utf-16-le"), quote=False)
    return words.replace("</span>\n", "</span>")


def bubble(message: Message, rows: Rows = ()) -> str:
    """Return a message of the bot with its buttons."""
    lines = "".join(
        f'<div class="row">{"".join(f"<span>{html.escape(button.label)}</span>" for button in row)}</div>'
        for row in rows
    )
    return f'<div class="in">{drawn(message)}</div><div class="rows">{lines}</div>'


def said(text: str) -> str:
    """Return a message of the reader."""
    return f'<div class="out">{html.escape(text)}</div>'


def chat(engine: Engine, questions: Iterable[str], code: str) -> Iterable[str]:
    """Yield questions and answers of a conversation."""
    words, before = interface(code), None
    for question in questions:
        answer = engine.ask(question, before)
        before = turn_of(answer)
        built = pages(answer_parts(answer, words), words)
        yield said(question)
        yield bubble(built[0].message, answer_rows("picture", built, 0, words, inline=True, more=True))


def more_of_it(engine: Engine, library: Library) -> Iterable[str]:
    """Yield the surroundings of that quote, and whose words a sentence is, in English."""
    words = interface("en")
    answer = engine.ask(ARMY)
    built = pages(answer_parts(answer, words), words)
    article = library.get(answer.quotes[0].article)
    if article is not None:
        rows = context_rows("picture", built, 0, words, inline=True)
        yield bubble(context_page(answer.quotes[0], article, words).message, rows)
    sentence = "A fisherman can wait for a principle"
    yield said(f"/who {sentence}")
    yield bubble(pages(excerpt_parts(sentence, engine, words), words)[0].message)


def main(home: Path, folder: Path) -> None:
    """Write ``answers.html`` and ``languages.html`` to *folder*."""
    library = Library(home / "library")
    engine = Engine(library, home / "index", load_encoder(), load_reranker())
    first = [
        *chat(engine, [ARMY], "en"),
        *more_of_it(engine, library),
    ]
    second = [
        *chat(engine, ["What did Davor Kest say about the strait and a bridge?"], "lt"),
        *chat(engine, ["How old is Ilse Marrow?"], "uk"),
    ]
    for name, bubbles in (("answers", first), ("languages", second)):
        page = f'<!doctype html><meta charset="utf-8"><style>{STYLE}</style>{"".join(bubbles)}'
        (folder / f"{name}.html").write_text(page)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

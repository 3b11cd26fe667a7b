"""Footnotes in HTML, written the way that posts in plain text write them: ``[1]`` and a list ``1. …``."""

from __future__ import annotations

import re
from typing import Any, Final

from corpus.tree import drop, words_of

NUMBER: Final = re.compile(r"[\[(]?\s*(\d{1,3})\s*[\])]?\.?")
BACK: Final = re.compile(r"^\s*(?:[↑^↩]\ufe0e?\s*)?(?:[\[(]?\d{1,3}[\]).]*\s+)?|\s*(?:\[?[↩↑^]\ufe0e?\]?\s*)+$")
LONGEST: Final = 600  # characters of a bibliographic entry; a longer note is prose
NOTE: Final = frozenset({"li", "p", "dd", "div", "td", "aside"})


def write_footnotes(tree: Any) -> tuple[str, ...]:
    """Write ``[n]`` for each link to a note of the same page, take the notes out, and return their lines ``n. …``.

    A list of entries without links is numbered where the text has marks for it.
    """
    targets = {name: element for element in tree.iter() for name in (element.get("id"), element.get("name")) if name}
    notes: dict[str, Any] = {}
    for link in list(tree.iter("a")):
        number = NUMBER.fullmatch(words_of(link))
        target = targets.get((link.get("href") or "").removeprefix("#"))
        if number is None or not (link.get("href") or "").startswith("#") or target is None:
            continue
        if notes.get(number[1]) in link.iterancestors():  # it leads back from the note to the text
            drop(link)
            continue
        note = _note(target)
        if note is None or note in link.iterancestors() or not _is_entry(note, number[1]):
            continue
        notes[number[1]] = note
        for child in list(link):
            link.remove(child)
        link.text = f"[{number[1]}]"
    lines = tuple(_line(number, note) for number, note in sorted(notes.items(), key=lambda item: int(item[0])))
    for note in notes.values():
        drop(note)
    _number_lists(tree)
    return lines


def _note(target: Any) -> Any:
    """Return the element that holds the note at *target*, None when there is none."""
    if words_of(target) and target.tag in NOTE:
        return target
    return next((element for element in target.iterancestors() if element.tag in NOTE), None)


def _is_entry(note: Any, number: str) -> bool:
    return 0 < len(BACK.sub("", words_of(note))) <= LONGEST and bool(number)


def _line(number: str, note: Any) -> str:
    words = BACK.sub("", words_of(note)).strip()
    links = [
        link.get("href") for link in note.iter("a") if (link.get("href") or "").startswith(("http://", "https://"))
    ]
    url = f" {links[0]}" if links and links[0] not in words else ""
    return f"{number}. {words}{url}"


def _number_lists(tree: Any) -> None:
    """Write the numbers of ordered lists that marks ``[n]`` in the text point to."""
    marks = set(re.findall(r"\[(\d{1,3})\]", "".join(tree.itertext())))
    for ordered in tree.iter("ol"):
        items = ordered.findall("li")
        if marks and marks <= {str(number) for number in range(1, len(items) + 1)}:
            for number, item in enumerate(items, 1):
                item.text = f"{number}. {(item.text or '').lstrip()}"

"""What is remembered of a conversation: enough to make the next question whole, and to look beside what was shown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Turn:
    """The last question of a conversation with what a follow-up can lean on; plain fields, so that it can be stored."""

    question: str
    """The last one, made whole."""
    speaker: str | None
    """Who speaks in the first quote that was shown for it."""
    earlier: tuple[str, ...] = ()
    """The questions before it, made whole, oldest first."""
    names: tuple[str, ...] = ()
    """Names in the quotes that were shown for it, the most frequent first."""
    shown: tuple[str, ...] = ()
    """Ids of the quotes that were shown for it."""
    shown_before: tuple[str, ...] = ()
    """Ids of the quotes that were shown for the questions before it, oldest first."""
    answered: tuple[str, ...] = ()
    """Names in the sentence that answered it best, without those that it has itself."""
    speakers: tuple[tuple[str, str], ...] = ()
    """Who speaks in the articles of those quotes, each with what is said of them there; this and what follows is
    recalled when a follow-up comes."""
    sides: tuple[str, ...] = ()
    """Sides that are heard in those articles, and then those that the quotes only name, with their article."""
    men: tuple[str, ...] = ()
    """Last names of people with whose name the articles shown say "Mr."."""
    women: tuple[str, ...] = ()

"""Who may ask, and how often: an allow-list and token buckets."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection
from enum import Enum
from typing import Final

PEOPLE: Final = 10_000  # buckets kept; the longest silent are full again anyway


class Bucket:
    """A token bucket: *per_minute* tokens flow in, up to as many as a minute brings."""

    def __init__(self, per_minute: int, now: float) -> None:
        self._rate, self._most = per_minute / 60, float(per_minute)
        self._tokens, self._at = self._most, now
        self.warned = False
        """Whether the one who draws has been told that it is empty; a full word each time would be a flood."""

    def draw(self, now: float) -> bool:
        """Take one token; False when there is none."""
        self._tokens = min(self._most, self._tokens + (now - self._at) * self._rate)
        self._at = now
        if self._tokens < 1:
            return False
        self._tokens -= 1
        self.warned = False
        return True


class Ruling(Enum):
    """What to do with a question."""

    ANSWER = "answer"
    TOO_FAST = "too fast"
    """Tell the person to wait."""
    BUSY = "busy"
    """Tell the person that everybody together asks too much."""
    SILENCE = "silence"
    """The person has been told already."""
    NOT_ALLOWED = "not allowed"


class Gate:
    """Rules on questions; seconds come from *clock*."""

    def __init__(self, allowed: Collection[int], *, each: int, everybody: int, clock: Callable[[], float]) -> None:
        """Let in *allowed* (ids of people and chats, empty for everybody); the other two are questions a minute."""
        self._allowed = frozenset(allowed)
        self._each, self._clock = each, clock
        self._buckets: OrderedDict[int, Bucket] = OrderedDict()
        self._everybody = Bucket(everybody, clock())

    def lets_in(self, person: int, chat: int) -> bool:
        """Tell whether *person* may use the bot in *chat*."""
        return not self._allowed or person in self._allowed or chat in self._allowed

    def rule(self, person: int, chat: int) -> Ruling:
        """Rule on one question and count it."""
        if not self.lets_in(person, chat):
            return Ruling.NOT_ALLOWED
        now = self._clock()
        own = self._buckets.setdefault(person, Bucket(self._each, now))
        self._buckets.move_to_end(person)
        if len(self._buckets) > PEOPLE:
            self._buckets.popitem(last=False)
        for bucket, word in ((own, Ruling.TOO_FAST), (self._everybody, Ruling.BUSY)):
            if not bucket.draw(now):
                told, own.warned = own.warned, True
                return Ruling.SILENCE if told else word
        return Ruling.ANSWER

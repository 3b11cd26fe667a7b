"""What the bot remembers in memory only, for a while."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Final, Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")

KEPT: Final = 1800.0  # seconds
MOST: Final = 10_000


class Recent(Generic[K, V]):
    """Values by key; each is forgotten half an hour after it was remembered, or when *most* others came after it."""

    def __init__(self, clock: Callable[[], float], most: int = MOST) -> None:
        self._clock, self._most = clock, most
        self._values: OrderedDict[K, tuple[float, V]] = OrderedDict()

    def remember(self, key: K, value: V) -> None:
        """Put *value* in the place of what was remembered at *key*."""
        self._values[key] = self._clock(), value
        self._values.move_to_end(key)
        self._fade()

    def get(self, key: K) -> V | None:
        """Return what is remembered at *key*, None when there is nothing recent."""
        self._fade()
        at_value = self._values.get(key)
        return at_value[1] if at_value else None

    def forget(self, goes: Callable[[K, V], bool]) -> int:
        """Forget every key and value that *goes*, and return how many there were."""
        gone = [key for key, (_, value) in self._values.items() if goes(key, value)]
        for key in gone:
            del self._values[key]
        return len(gone)

    def _fade(self) -> None:
        oldest_kept = self._clock() - KEPT
        while self._values and (len(self._values) > self._most or next(iter(self._values.values()))[0] < oldest_kept):
            self._values.popitem(last=False)

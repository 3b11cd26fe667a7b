"""What the bot remembers of conversations: the last turn of each chat, in memory only, for a while."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Final

from bot.followup import Turn

KEPT: Final = 1800.0  # seconds
CHATS: Final = 10_000  # beyond this many the longest silent chat is forgotten


class RecentTurns:
    """The last turn of each chat."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._turns: OrderedDict[int, tuple[float, Turn]] = OrderedDict()

    def remember(self, chat: int, turn: Turn) -> None:
        """Put *turn* in the place of the chat's last one."""
        self._turns[chat] = self._clock(), turn
        self._turns.move_to_end(chat)
        self._forget()

    def before(self, chat: int) -> Turn | None:
        """Return the chat's last turn, None when there is none that is recent."""
        self._forget()
        _, turn = self._turns.get(chat, (0.0, None))
        return turn

    def _forget(self) -> None:
        oldest_kept = self._clock() - KEPT
        while self._turns and (len(self._turns) > CHATS or next(iter(self._turns.values()))[0] < oldest_kept):
            self._turns.popitem(last=False)

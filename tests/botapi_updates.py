"""What waits for the bot until it has confirmed it."""

from __future__ import annotations

from botapi_rules import Json

# Bots get these only if they name them. https://core.telegram.org/bots/api#getupdates
ON_DEMAND = {"chat_member", "message_reaction", "message_reaction_count"}
WEBHOOK = {"url": "", "has_custom_certificate": False, "pending_update_count": 0}


class Updates:
    """The queue; not safe by itself, whoever owns it locks."""

    def __init__(self) -> None:
        self.pending: list[Json] = []
        self.repeats: list[Json] = []
        self.history: list[Json] = []
        self.allowed: list[str] = []
        self.webhook: Json = dict(WEBHOOK)
        self.secret = ""
        self._last = 0

    def add(self, update: Json) -> Json:
        """Let *update* wait, numbered unless it has a number, if the bot wants its kind."""
        kind = next(key for key in update if key != "update_id")
        self._last += 1
        update = {"update_id": self._last, **update}
        self.history.append(update)
        if kind in self.allowed or (not self.allowed and kind not in ON_DEMAND):
            self.pending.append(update)
        return update

    def repeat(self, what: Json) -> Json:
        """Deliver the update that is *what*, or that brought it, once more, confirmed or not."""
        update = next(item for item in reversed(self.history) if item is what or any(v is what for v in item.values()))
        self.repeats.append(update)
        return update

    def take(self, offset: int, limit: int) -> list[Json]:
        """Return what a poll gets; whatever is before *offset* is confirmed and gone."""
        if offset < 0:
            self.pending = self.pending[offset:]
        elif offset > 0:
            self.pending = [item for item in self.pending if item["update_id"] >= offset]
        taken = (self.repeats + self.pending)[:limit]
        self.repeats = self.repeats[limit:]
        return taken

    def confirm(self, update: Json) -> None:
        """Take *update* out: a webhook has taken it."""
        waiting = self.repeats if any(item is update for item in self.repeats) else self.pending
        waiting[:] = [item for item in waiting if item is not update]

    def info(self) -> Json:
        """Return what getWebhookInfo tells."""
        allowed = {"allowed_updates": self.allowed} if self.allowed else {}
        return {**self.webhook, **allowed, "pending_update_count": len(self.pending) + len(self.repeats)}

"""Delivers updates to the bot's webhook, again and again until it takes them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http import HTTPStatus

import httpx
from botapi_rules import Json
from botapi_world import World

HEADER = "X-Telegram-Bot-Api-Secret-Token"
FIRST_DELAY = 0.1  # seconds before the second attempt, doubled with each; Telegram waits longer
LONGEST_DELAY = 5.0


@dataclass
class Delivery:
    """One attempt; *status* is 0 where no answer came."""

    update: int
    status: int
    at: float


class Webhook:
    """Deliveries in parallel, but those of one chat in order; *perform* does the method in a reply."""

    def __init__(self, world: World, perform: Callable[[str, Json], Awaitable[object]]) -> None:
        self.deliveries: list[Delivery] = []
        self._world, self._perform = world, perform
        self._busy: dict[str, asyncio.Task[None]] = {}

    async def run(self) -> None:
        """Deliver until cancelled."""
        async with httpx.AsyncClient(timeout=60) as client:
            while True:
                for update in self._due():
                    key = _queue(update)
                    self._busy[key] = asyncio.create_task(self._deliver(client, update))
                    self._busy[key].add_done_callback(lambda _, key=key: self._busy.pop(key))
                await asyncio.sleep(0.01)

    def _due(self) -> list[Json]:
        """Return the first update of each chat that none is under way of."""
        with self._world.lock:
            updates = self._world.updates
            if not updates.webhook["url"]:
                return []
            first: dict[str, Json] = {}
            for update in updates.repeats + updates.pending:
                first.setdefault(_queue(update), update)
            free = updates.webhook["max_connections"] - len(self._busy)
            return [update for key, update in first.items() if key not in self._busy][: max(0, free)]

    async def _deliver(self, client: httpx.AsyncClient, update: Json) -> None:
        delay = FIRST_DELAY
        while url := self._world.updates.webhook["url"]:
            response = await self._post(client, url, update)
            if response is not None and response.is_success:
                with self._world.lock:
                    self._world.updates.confirm(update)
                await self._reply(response)
                return
            await asyncio.sleep(delay)
            delay = min(2 * delay, LONGEST_DELAY)

    async def _post(self, client: httpx.AsyncClient, url: str, update: Json) -> httpx.Response | None:
        secret = self._world.updates.secret
        try:
            response = await client.post(url, json=update, headers={HEADER: secret} if secret else {})
            status, said = response.status_code, HTTPStatus(response.status_code).phrase
        except httpx.HTTPError:
            response, status, said = None, 0, "Connection failed"
        self.deliveries.append(Delivery(update["update_id"], status, time.monotonic()))
        if response is None or not response.is_success:
            self._world.updates.webhook |= {
                "last_error_date": int(time.time()),
                "last_error_message": f"Wrong response from the webhook: {status} {said}" if status else said,
            }
        return response

    async def _reply(self, response: httpx.Response) -> None:
        """Do what the bot asks for in its answer; what comes of it, it never learns."""
        if response.headers.get("content-type", "").startswith("application/json") and "method" in response.text:
            given = response.json()
            await self._perform(given.pop("method").lower(), given)


def _queue(update: Json) -> str:
    """Return what the updates have in common that keep their order: the chat, or else the user; poison has none."""
    content = _object(next((value for key, value in update.items() if key != "update_id"), {}))
    message = _object(content.get("message", content))
    return str(_object(message.get("chat", content.get("from"))).get("id", "?"))


def _object(value: object) -> Json:
    return value if isinstance(value, dict) else {}

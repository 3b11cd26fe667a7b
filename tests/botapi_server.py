"""A strict Bot API server for tests: real TDLib text rules, nothing unknown passes."""

from __future__ import annotations

import asyncio
import html
import json
import socket
import threading
import time
from collections import deque
from typing import Any, Self
from urllib.parse import parse_qsl

import tdjson
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

TOKEN = "123456:" + "A" * 35
ME = {"id": 123456, "is_bot": True, "first_name": "quoth", "username": "quoth_test_bot"}
PARAMETERS = {
    "getme": set(),
    "getupdates": {"offset", "limit", "timeout", "allowed_updates"},
    "deletewebhook": {"drop_pending_updates"},
    "setmycommands": {"commands", "scope", "language_code"},
    "sendchataction": {"chat_id", "action", "message_thread_id", "business_connection_id"},
    "sendmessage": {
        "chat_id",
        "text",
        "entities",
        "link_preview_options",
        "reply_parameters",
        "disable_notification",
        "protect_content",
        "allow_paid_broadcast",
    },
}
ENTITIES = {"blockquote", "expandable_blockquote", "text_link", "italic", "bold"}


class BotApiError(Exception):
    """What the server answers instead of a result."""

    def __init__(self, code: int, description: str) -> None:
        super().__init__(description)
        self.code = code
        self.description = description


def td(request: dict[str, Any]) -> dict[str, Any]:
    """Ask TDLib, offline and at once."""
    return json.loads(tdjson.td_execute(json.dumps(request).encode()))


def check_text(text: str, entities: list[dict[str, Any]]) -> None:
    """Raise what Telegram would answer, or STRICT where it would silently change the message."""
    units = text.encode("utf-16-le")
    length = len(units) // 2
    if not text.strip():
        raise BotApiError(400, "Bad Request: message text is empty")
    if length > 4096:
        raise BotApiError(400, "Bad Request: message is too long")
    parsed = td({"@type": "parseTextEntities", "text": html.escape(text), "parse_mode": {"@type": "textParseModeHTML"}})
    if parsed.get("text") != text:
        raise BotApiError(400, "STRICT: Telegram would change this text")
    if len(entities) > 100:
        raise BotApiError(400, "STRICT: more than 100 entities")
    check_entities(units, entities)


def check_entities(units: bytes, entities: list[dict[str, Any]]) -> None:
    """Raise what Telegram would answer about *entities* of a text in UTF-16, or STRICT where it would drop one."""
    quotes = []
    for entity in entities:
        start, end = entity["offset"], entity["offset"] + entity["length"]
        if entity["type"] not in ENTITIES or not 0 <= start < end <= len(units) // 2:
            raise BotApiError(400, f"STRICT: bad entity {entity}")
        try:
            piece = units[2 * start : 2 * end].decode("utf-16-le")
        except UnicodeDecodeError as error:
            raise BotApiError(400, "Bad Request: entity begins or ends inside a character") from error
        if piece.strip() != piece:
            raise BotApiError(400, f"STRICT: Telegram would shrink the entity {piece!r}")
        if entity["type"].endswith("blockquote"):
            quotes.append((start, end))
        if entity["type"] == "text_link" and not entity.get("url", "").startswith("https://"):
            raise BotApiError(400, "STRICT: this link would be dropped")
    if any(left[1] > right[0] for left, right in zip(sorted(quotes), sorted(quotes)[1:], strict=False)):
        raise BotApiError(400, "STRICT: nested block quotes")


class BotApiServer:
    """Serves on 127.0.0.1 from a thread; a test speaks with ``say`` and reads with ``wait``."""

    def __init__(self, token: str = TOKEN) -> None:
        tdjson.td_execute(b'{"@type":"setLogVerbosityLevel","new_verbosity_level":0}')
        self.token = token
        self.sent: deque[dict[str, Any]] = deque()
        self.calls: list[str] = []
        self._updates: list[dict[str, Any]] = []
        self._number = 0
        self._lock = threading.Condition()
        self._socket = socket.socket()
        self._socket.bind(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        routes = [Route("/bot{token}/{method}", self._handle, methods=["GET", "POST"])]
        config = uvicorn.Config(Starlette(routes=routes), log_level="critical", lifespan="off", ws="none")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(
            target=self._server.run, kwargs={"sockets": [self._socket]}, daemon=True, name="bot api"
        )

    def __enter__(self) -> Self:
        """Start."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End, waiting polls included."""
        self._server.should_exit = True
        self._server.force_exit = True
        self._thread.join(10)
        self._socket.close()

    def say(self, text: str, chat: int = 7) -> None:
        """Let a user write *text* in a private chat."""
        message: dict[str, Any] = {
            "message_id": 100 + self._number,
            "date": int(time.time()),
            "chat": {"id": chat, "type": "private", "first_name": "Reader"},
            "from": {"id": chat, "is_bot": False, "first_name": "Reader"},
            "text": text,
        }
        if text.startswith("/"):
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}]
        with self._lock:
            self._number += 1
            self._updates.append({"update_id": self._number, "message": message})

    def wait(self, count: int = 1, seconds: float = 60) -> list[dict[str, Any]]:
        """Return the next *count* messages that the bot sends."""
        deadline = time.monotonic() + seconds
        with self._lock:
            while len(self.sent) < count:
                if not self._lock.wait(max(0.0, deadline - time.monotonic())):
                    raise TimeoutError(f"the bot sent {len(self.sent)} of {count} messages; it called {self.calls}")
            return [self.sent.popleft() for _ in range(count)]

    async def _handle(self, request: Request) -> JSONResponse:
        try:
            if request.path_params["token"] != self.token:
                raise BotApiError(401, "Unauthorized")
            method = request.path_params["method"].lower()
            given = {**request.query_params, **dict(parse_qsl((await request.body()).decode()))}
            if method not in PARAMETERS:
                raise BotApiError(404, "Not Found: method not found")
            if unknown := set(given) - PARAMETERS[method]:
                raise BotApiError(400, f"STRICT: unknown parameters {sorted(unknown)}")
            self.calls.append(method)
            result = await self._call(method, given)
        except BotApiError as error:
            return JSONResponse({"ok": False, "error_code": error.code, "description": error.description}, error.code)
        return JSONResponse({"ok": True, "result": result})

    async def _call(self, method: str, given: dict[str, Any]) -> Any:
        if method == "getme":
            return ME
        if method == "getupdates":
            return await self._get_updates(int(given.get("offset", 0)), float(given.get("timeout", 0)))
        if method == "sendmessage":
            return self._send(given)
        return True

    async def _get_updates(self, offset: int, seconds: float) -> list[dict[str, Any]]:
        deadline = time.monotonic() + seconds
        while True:
            with self._lock:
                self._updates = [item for item in self._updates if item["update_id"] >= offset]
                if self._updates or time.monotonic() >= deadline or self._server.should_exit:
                    return list(self._updates)
            await asyncio.sleep(0.02)

    def _send(self, given: dict[str, Any]) -> dict[str, Any]:
        entities = json.loads(given.get("entities", "[]"))
        check_text(given["text"], entities)
        with self._lock:
            self._number += 1
            message = {
                "message_id": 1000 + self._number,
                "date": int(time.time()),
                "chat": {"id": int(given["chat_id"]), "type": "private", "first_name": "Reader"},
                "text": given["text"],
                "entities": entities,
            }
            self.sent.append(message)
            self._lock.notify_all()
        return message

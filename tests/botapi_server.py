"""A strict Bot API server for tests: a world of people and chats, and the door by which the bot reaches it.

What the real server would silently ignore, drop or change is an error here that starts with STRICT.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
import time
from collections.abc import AsyncIterator
from typing import Any, Self

import uvicorn
from botapi_calls import Calls
from botapi_faults import Fault, Faults, reset
from botapi_methods import read_parameters
from botapi_people import People
from botapi_rules import BotApiError, Json, strict
from botapi_webhook import Webhook
from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

TOKEN = "123456:" + "A" * 35
LONGEST_POLL = 50  # seconds
OTHER_POLL = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_SET = "Conflict: terminated by setWebhook request"
HAS_WEBHOOK = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


class BotApiServer(People):
    """Serves on 127.0.0.1 from a thread; a test plays the people and reads what the bot did.

    ``calls`` are the methods called, ``requests`` these with their parameters, ``refusals`` what was answered with
    400 to 404 without being ordered: a good bot earns none.
    """

    def __init__(self, token: str = TOKEN) -> None:
        super().__init__()
        self.token = token
        self.calls: list[str] = []
        self.requests: list[tuple[str, Json]] = []
        self.refusals: list[tuple[str, str]] = []
        self.faults = Faults()
        self.bot = Calls(self)
        self.webhook = Webhook(self, self._perform)
        self._polls = 0
        self._socket = socket.socket()
        self._socket.bind(("127.0.0.1", 0))
        self._socket.listen(512)  # whoever calls before the thread is ready waits
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self._server = uvicorn.Server(
            uvicorn.Config(self._application(), log_level="critical", lifespan="on", ws="none", backlog=512)
        )
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

    def fault(
        self,
        method: str,
        *,
        code: int | None = None,
        description: str | None = None,
        retry_after: int = 1,
        reset: bool = False,
        slow: float = 0,
        done: bool = False,
        times: int = 1,
    ) -> None:
        """Order a fault for the next calls of *method*; ``*`` is any."""
        self.faults.order(Fault(method.lower(), code, description, retry_after, reset, slow, done, times))

    def _application(self) -> Starlette:
        routes = [
            Route("/bot{token}/{method}", self._handle, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", self._download),
        ]
        return Starlette(routes=routes, lifespan=self._lifespan)

    @contextlib.asynccontextmanager
    async def _lifespan(self, _: Starlette) -> AsyncIterator[None]:
        delivering = asyncio.create_task(self.webhook.run())
        yield
        delivering.cancel()

    async def _handle(self, request: Request) -> Response:
        method = request.path_params["method"].lower()
        fault = self.faults.next_for(method)
        if fault is None:
            return await self._answer(request, method)
        await asyncio.sleep(fault.slow)
        answer = fault.response()
        if fault.done or (answer is None and not fault.reset):
            real = await self._answer(request, method)
            answer = answer or real
        if fault.reset:
            reset(request)
        return answer or Response()

    async def _answer(self, request: Request, method: str) -> Response:
        try:
            if request.path_params["token"] != self.token:
                raise BotApiError(401, "Unauthorized")
            result = await self._do(method, read_parameters(method, await _given(request)))
        except BotApiError as error:
            if error.code not in {401, 409}:
                self.refusals.append((method, error.description))
            parameters = {"parameters": error.parameters} if error.parameters else {}
            answer = {"ok": False, "error_code": error.code, "description": error.description, **parameters}
            return JSONResponse(answer, error.code)
        return JSONResponse({"ok": True, "result": result})

    async def _do(self, method: str, given: Json) -> Any:
        self.calls.append(method)
        self.requests.append((method, given))
        if method == "getupdates":
            return await self._get_updates(given)
        with self.lock:
            result = getattr(self.bot, method)(given)
            self.lock.notify_all()
        return result

    async def _perform(self, method: str, given: Json) -> None:
        """Do what a webhook's reply asks for."""
        try:
            await self._do(method, read_parameters(method, given))
        except BotApiError as error:
            self.refusals.append((method, error.description))

    async def _get_updates(self, given: Json) -> list[Json]:
        if not 1 <= given.get("limit", 100) <= 100:
            raise strict("limit is 1 to 100")
        with self.lock:
            if self.updates.webhook["url"]:
                raise BotApiError(409, HAS_WEBHOOK)
            if "allowed_updates" in given:
                self.updates.allowed = given["allowed_updates"]
            self._polls += 1
            mine = self._polls
        deadline = time.monotonic() + min(given.get("timeout", 0), LONGEST_POLL)
        while True:
            with self.lock:
                if self.updates.webhook["url"]:
                    raise BotApiError(409, WEBHOOK_SET)
                if self._polls != mine:
                    raise BotApiError(409, OTHER_POLL)
                taken = self.updates.take(given.get("offset", 0), given.get("limit", 100))
                if taken or time.monotonic() >= deadline or self._server.should_exit:
                    return taken
            await asyncio.sleep(0.01)

    async def _download(self, request: Request) -> Response:
        found = [file for file in self.files.values() if file["file_path"] == request.path_params["path"]]
        if request.path_params["token"] != self.token or not found:
            return JSONResponse({"ok": False, "error_code": 404, "description": "Not Found"}, 404)
        return Response(found[0]["data"], media_type="application/octet-stream")


async def _given(request: Request) -> Json:
    """Return the parameters from the address and the body, files read."""
    if request.headers.get("content-type", "").startswith("application/json"):
        return {**request.query_params, **await request.json()}
    async with request.form() as form:
        return {**request.query_params, **{key: await _value(value) for key, value in form.items()}}


async def _value(value: str | UploadFile) -> str | Json:
    return value if isinstance(value, str) else {"name": value.filename, "data": await value.read()}

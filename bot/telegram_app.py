"""The face in Telegram: builds the application, runs it until a signal, ends it within seconds."""

from __future__ import annotations

import asyncio
import logging
import secrets
import signal
import time
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, Final, TypeAlias
from urllib.parse import urlsplit

from telegram.error import InvalidToken, NetworkError, TelegramError
from telegram.ext import (
    AIORateLimiter,
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    filters,
)
from telegram.request import HTTPXRequest

from bot.engine import Engine
from bot.logs import set_up_logs
from bot.settings import Settings
from bot.store import Store
from bot.telegram_adding import Adding
from bot.telegram_admin import Admin
from bot.telegram_buttons import Buttons
from bot.telegram_commands import Commands
from bot.telegram_desk import Desk
from bot.telegram_errors import Errors
from bot.telegram_inline import Inline
from bot.telegram_intake import KINDS, Intake
from bot.telegram_introduce import introduce
from bot.telegram_questions import Questions
from bot.telegram_send import surely
from bot.texts import HELP, PRIVACY
from bot.vault import open_vault
from bot.web import Server, watch_routes, web_server, webhook_route
from corpus.errors import QuothError, UsageError

TelegramApplication: TypeAlias = Application[Any, Any, Any, Any, Any, Any]

TELEGRAM: Final = "https://api.telegram.org"
ATTEMPTS: Final = 4  # to reach Telegram at the start
DRAINED: Final = 5.0  # seconds for what is in work when a signal ends the bot
STALE: Final = 120.0  # seconds beyond a poll's length after which silence of Telegram is an illness
PURGED: Final = 3600.0  # seconds between two purges of what was kept long enough
SAMPLED: Final = 0.05  # seconds between two looks at the lag of the event loop
CONNECTIONS: Final = 64

log = logging.getLogger("quoth")


def serve(settings: Settings, token: str, engine: Engine) -> None:
    """Answer in Telegram until a signal ends it.

    Raises:
        QuothError: the token is refused, Telegram cannot be reached, another process answers with the token, or what
            the bot keeps cannot be used.
    """
    set_up_logs()
    store = Store(settings.bot_database, open_vault(settings.bot_key_file), time.time)
    desk = Desk(settings, engine, store)
    try:
        asyncio.run(_Run(desk, token).until_signal())
    finally:
        desk.close()
        store.close()


class _Run:
    """One run of the bot."""

    def __init__(self, desk: Desk, token: str) -> None:
        self._desk, self._settings = desk, desk.settings
        self._server = (self._settings.telegram_base_url or TELEGRAM).rstrip("/")
        self._application = build(desk, token, self._server)
        self._intake = Intake(self._application, desk)
        self._secret = secrets.token_urlsafe(32)

    async def until_signal(self) -> None:
        ended = asyncio.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, ended.set)
        try:
            await self._reach_telegram(ended)
            if ended.is_set():
                return
            await self._application.start()
            await self._until(ended)
        finally:
            if self._application.running:
                await self._application.stop()
            await self._application.shutdown()

    async def _reach_telegram(self, ended: asyncio.Event) -> None:
        for attempt in range(1, ATTEMPTS + 1):
            try:
                await self._application.initialize()
            except InvalidToken:
                raise _refused() from None  # its text holds the token
            except NetworkError as error:
                if attempt == ATTEMPTS:
                    raise QuothError(
                        f"{self._server} cannot be reached", hint="check the network, or QUOTH_TELEGRAM_BASE_URL"
                    ) from None
                log.warning("Telegram cannot be reached (%s), attempt %d", type(error).__name__, attempt)
                await asyncio.sleep(2 ** (attempt - 1))
            else:
                break
            if ended.is_set():
                break

    async def _until(self, ended: asyncio.Event) -> None:
        """Run everything that goes on beside one another until the signal, or until Telegram refuses."""
        log.info("serving as @%s; Ctrl-C ends it", self._application.bot.username)
        servers = self._servers()
        work: list[Awaitable[Any]] = [server.run_to_end() for server in servers]
        work += [introduce(self._application.bot, self._desk), self._purge(), self._sample_lag()]
        tasks = [asyncio.ensure_future(item) for item in work]
        source = asyncio.ensure_future(self._deliveries() if self._settings.telegram_webhook_url else self._polling())
        signaled = asyncio.ensure_future(ended.wait())
        await asyncio.wait([source, signaled], return_when=asyncio.FIRST_COMPLETED)
        log.info("ending")
        self._desk.ending = True
        for server in servers:
            server.should_exit = True
        source.cancel()
        await self._intake.drain(DRAINED)
        for task in (*tasks, signaled):
            task.cancel()
        failed = source.exception() if source.done() and not source.cancelled() else None
        await asyncio.gather(*tasks, source, return_exceptions=True)
        if failed:
            raise failed

    async def _polling(self) -> None:
        await self._told(self._application.bot.delete_webhook)
        request = HTTPXRequest(connection_pool_size=1)
        async with request:
            await self._intake.poll(request, self._settings.telegram_poll_seconds)
        if isinstance(self._intake.refused, InvalidToken):
            raise _refused()
        raise QuothError("another process answers with this token", hint="stop it first: one token serves one process")

    async def _deliveries(self) -> None:
        set_webhook = partial(
            self._application.bot.set_webhook,
            self._settings.telegram_webhook_url or "",
            secret_token=self._secret,
            allowed_updates=list(KINDS),
            max_connections=CONNECTIONS,
        )
        await self._told(set_webhook)
        await asyncio.Event().wait()

    async def _told(self, how: Callable[[], Awaitable[bool]]) -> None:
        """Tell Telegram how updates come.

        Raises:
            QuothError: it refuses, or cannot be reached.
        """
        try:
            await surely(how)
        except TelegramError as error:
            raise QuothError(
                f"{self._server} does not take how updates are to come ({type(error).__name__})",
                hint="check QUOTH_TELEGRAM_WEBHOOK_URL and the network",
            ) from None

    def _servers(self) -> list[Server]:
        settings, servers = self._settings, []
        if settings.telegram_webhook_url:
            path = urlsplit(settings.telegram_webhook_url).path or "/"
            route = webhook_route(path, self._secret, self._intake.take)
            servers.append(web_server([route], settings.telegram_webhook_port))
        if settings.metrics_port is not None:
            servers.append(web_server(watch_routes(self._health, self._metrics), settings.metrics_port))
        return servers

    def _health(self) -> tuple[bool, dict[str, Any]]:
        silent = time.monotonic() - self._intake.heard
        polls = self._settings.telegram_webhook_url is None
        facts = {"silent_seconds": round(silent, 1), "waiting": self._desk.waiting}
        return not polls or silent < self._settings.telegram_poll_seconds + STALE, facts

    def _metrics(self) -> bytes:
        self._desk.meters.poll_age_seconds.set(time.monotonic() - self._intake.heard)
        return self._desk.meters.text()

    async def _purge(self) -> None:
        while True:
            try:
                gone = await asyncio.to_thread(self._desk.store.purge)
            except QuothError as error:
                log.error("%s (%s)", error, error.hint)  # noqa: TRY400 - expected, its line says it all
            else:
                log.info("purged %d rows that were kept long enough", gone)
            await asyncio.sleep(PURGED)

    async def _sample_lag(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            due = loop.time() + SAMPLED
            await asyncio.sleep(SAMPLED)
            self._desk.meters.loop_lag_seconds.observe(max(0.0, loop.time() - due))


def build(desk: Desk, token: str, server: str) -> TelegramApplication:
    """Return the application with its handlers; *server* is the address of the Bot API."""
    application = (
        Application.builder()
        .token(token)
        .base_url(f"{server}/bot")
        .base_file_url(f"{server}/file/bot")
        .rate_limiter(AIORateLimiter(max_retries=3))
        .request(HTTPXRequest(connection_pool_size=CONNECTIONS, pool_timeout=30))
        .updater(None)
        .build()
    )
    commands, questions, errors = Commands(desk), Questions(desk), Errors(desk)
    private = filters.ChatType.PRIVATE
    people = private | filters.ChatType.GROUPS
    for name, handler in {
        "start": commands.on_start,
        "help": commands.says(HELP),
        "privacy": commands.says(PRIVACY),
        "language": commands.on_language,
        "reset": commands.on_reset,
        "forget": commands.on_forget,
        "ask": questions.on_ask,
        "who": questions.on_who,
    }.items():
        application.add_handler(CommandHandler(name, handler, filters=people))
    _add_admin(application, desk)
    application.add_handler(CallbackQueryHandler(Buttons(desk).on_tap))
    application.add_handler(InlineQueryHandler(Inline(desk).on_query))
    application.add_handler(ChatMemberHandler(errors.on_membership, ChatMemberHandler.MY_CHAT_MEMBER))
    application.add_handler(MessageHandler(filters.StatusUpdate.MIGRATE, errors.on_migration))
    words = filters.TEXT | filters.CAPTION
    application.add_handler(MessageHandler(people & words & ~filters.COMMAND, questions.on_text))
    application.add_handler(MessageHandler(private & ~filters.StatusUpdate.ALL, questions.on_other))
    application.add_error_handler(errors.on_error)
    return application


def _add_admin(application: TelegramApplication, desk: Desk) -> None:
    admin, adding = Admin(desk), Adding(desk)
    maintainers = filters.ChatType.PRIVATE & filters.User(desk.settings.telegram_admins, allow_empty=True)
    if not desk.settings.telegram_admins:
        return
    for name, handler in {
        "status": admin.on_status,
        "reindex": admin.on_reindex,
        "add": adding.on_add,
        "feedback": admin.on_feedback,
    }.items():
        application.add_handler(CommandHandler(name, handler, filters=maintainers & ~filters.UpdateType.EDITED))
    application.add_handler(MessageHandler(maintainers & filters.Document.ALL, adding.on_document))


def _refused() -> UsageError:
    return UsageError("Telegram refuses the token", hint="copy it again from @BotFather into QUOTH_TELEGRAM_TOKEN")

"""The face in Telegram: long polling, private messages, model work off the event loop."""

from __future__ import annotations

import asyncio
import logging
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, TypeAlias

from telegram import BotCommand, LinkPreviewOptions, MessageEntity, Update
from telegram import Message as Received
from telegram.constants import ChatAction
from telegram.error import Conflict, InvalidToken, NetworkError, TelegramError
from telegram.ext import AIORateLimiter, Application, CommandHandler, ContextTypes, MessageHandler, filters

from bot.engine import Engine
from bot.followup import turn_of
from bot.message import Message, messages, whose_messages
from bot.recent import RecentTurns
from bot.texts import BROKEN, COMMANDS, HELP, PRIVACY, QUESTION_REFUSED, SENTENCE_REFUSED, START
from bot.token import HideTokens
from corpus.errors import QuothError, UsageError

Work: TypeAlias = Callable[[str], list[Message]]
TelegramApplication: TypeAlias = Application[Any, Any, Any, Any, Any, Any]
AT_ONCE = 32  # chats served at the same time; their questions wait for the one model thread

log = logging.getLogger("quoth")


def serve(*, token: str, engine: Engine, base_url: str | None = None, poll_seconds: int = 30) -> None:
    """Answer private messages until a signal ends it; *base_url* is that of another Bot API server.

    Raises:
        QuothError: the token is refused, Telegram cannot be reached, or another process polls with the token.
    """
    _quiet_logs()
    server = (base_url or "https://api.telegram.org").rstrip("/")
    with ThreadPoolExecutor(1, thread_name_prefix="models") as models:
        face = _Face(engine, models)
        application = (
            Application.builder()
            .token(token)
            .base_url(f"{server}/bot")
            .base_file_url(f"{server}/file/bot")
            .rate_limiter(AIORateLimiter(max_retries=3))
            .concurrent_updates(AT_ONCE)
            .post_init(_introduce)
            .build()
        )
        face.register(application)
        try:
            application.run_polling(
                timeout=poll_seconds, allowed_updates=[Update.MESSAGE], bootstrap_retries=0, drop_pending_updates=False
            )
        except InvalidToken:
            raise UsageError(  # its text holds the token
                "Telegram refuses the token", hint="copy it again from @BotFather into QUOTH_TELEGRAM_TOKEN"
            ) from None
        except NetworkError:
            raise QuothError(
                f"{server} cannot be reached", hint="check the network, or QUOTH_TELEGRAM_BASE_URL"
            ) from None
    if face.ousted:
        raise QuothError("another process answers with this token", hint="stop it first: one token serves one process")


class _Face:
    """The handlers."""

    def __init__(self, engine: Engine, models: ThreadPoolExecutor) -> None:
        self._engine, self._models = engine, models
        self._recent = RecentTurns(time.monotonic)
        self.ousted = False

    def register(self, application: TelegramApplication) -> None:
        private = filters.ChatType.PRIVATE
        for command, text in (("start", START), ("help", HELP), ("privacy", PRIVACY)):
            application.add_handler(CommandHandler(command, _says(text), filters=private))
        application.add_handler(CommandHandler("who", self._on_who, filters=private))
        application.add_handler(MessageHandler(private & filters.TEXT & ~filters.COMMAND, self._on_question))
        application.add_handler(MessageHandler(private & ~filters.StatusUpdate.ALL, _says(QUESTION_REFUSED)))
        application.add_error_handler(self._on_error)

    async def _on_question(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        message = update.effective_message
        if message is not None and message.text:
            await self._reply(message, message.text, partial(self._answered, message.chat_id), QUESTION_REFUSED)

    def _answered(self, chat: int, words: str) -> list[Message]:
        """Answer in the model thread, where only one question at a time touches what is remembered."""
        answer = self._engine.ask(words, self._recent.before(chat))
        self._recent.remember(chat, turn_of(answer))
        return messages(answer)

    async def _on_who(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        message = update.effective_message
        if message is not None and message.text:
            words = "".join(message.text.split(maxsplit=1)[1:])
            await self._reply(message, words, lambda words: whose_messages(self._engine.whose(words)), SENTENCE_REFUSED)

    async def _reply(self, message: Received, words: str, work: Work, refused: str) -> None:
        """Send what *work* makes of *words*; it runs in the model thread."""
        await message.chat.send_action(ChatAction.TYPING)
        try:
            parts = await asyncio.get_running_loop().run_in_executor(self._models, work, words)
        except UsageError:
            parts = [Message(refused)]
        except QuothError as error:
            log.error("%s (%s)", error, error.hint)  # noqa: TRY400 - expected, its line says it all
            parts = [Message(BROKEN)]
        for part in parts:
            await message.reply_text(
                part.text,
                entities=[
                    MessageEntity(entity.type, entity.offset, entity.length, url=entity.url) for entity in part.entities
                ],
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            )

    async def _on_error(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        error = context.error
        if isinstance(error, Conflict):
            self.ousted = True
            context.application.stop_running()
            return
        number = update.update_id if isinstance(update, Update) else None
        log.error("update %s failed: %s", number, type(error).__name__)
        if isinstance(update, Update) and update.effective_message and not isinstance(error, TelegramError):
            await update.effective_message.reply_text(BROKEN)


def _says(text: str) -> Callable[[Update, ContextTypes.DEFAULT_TYPE], Any]:
    async def handler(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        if update.effective_message:
            await update.effective_message.reply_text(text, link_preview_options=LinkPreviewOptions(is_disabled=True))

    return handler


async def _introduce(application: TelegramApplication) -> None:
    log.warning("serving as @%s; Ctrl-C ends it", application.bot.username)
    try:
        await application.bot.set_my_commands([BotCommand(*pair) for pair in COMMANDS.items()])
    except TelegramError as error:
        log.warning("the menu of commands could not be set: %s", type(error).__name__)


def _quiet_logs() -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(HideTokens())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], format="%(asctime)s %(message)s")

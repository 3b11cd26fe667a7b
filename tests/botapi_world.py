"""The world around the bot: users, chats, topics and messages, and which of them the bot sees."""

from __future__ import annotations

import threading
import time
from collections import deque
from typing import Any

from botapi_rules import BotApiError, Json, found_entities, refused
from botapi_updates import Updates

ME = {
    "id": 123456,
    "is_bot": True,
    "first_name": "quoth",
    "username": "quoth_test_bot",
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": True,
}
BOT = {key: ME[key] for key in ("id", "is_bot", "first_name", "username")}
GENERAL = 1  # the thread of the topic General, which must not be named when sending


class Clock:
    """The time that queries expire by; a test turns it on."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def now(self) -> float:
        return time.time() + self._ahead

    def advance(self, seconds: float) -> None:
        self._ahead += seconds


class World:
    """Everything there is; ``lock`` guards it, the bot's calls come from another thread."""

    def __init__(self) -> None:
        self.lock = threading.Condition(threading.RLock())
        self.clock = Clock()
        self.updates = Updates()
        self.users: dict[int, Json] = {}
        self.chats: dict[int, Json] = {}
        self.topics: dict[int, dict[int, Json]] = {}
        self.messages: dict[tuple[int, int], Json] = {}
        self.inline_messages: dict[str, Json] = {}
        self.files: dict[str, Json] = {}
        self.queries: dict[str, Json] = {}
        self.open_groups: set[int] = set()
        self.admins: dict[int, set[int]] = {}
        self.gone: dict[int, BotApiError] = {}
        self.sent: deque[Json] = deque()
        self.edits: deque[Json] = deque()
        self._addressed: set[tuple[int, int]] = set()
        self._spoke_last: dict[int, int] = {}
        self._number = 100

    def user(self, number: int, **fields: Any) -> Json:
        """Return the user, with *fields* changed."""
        with self.lock:
            known = self.users.setdefault(number, {"id": number, "is_bot": False, "first_name": "Reader"})
            known.update(fields)
            return known

    def group(
        self,
        number: int,
        *,
        kind: str = "supergroup",
        forum: bool = False,
        privacy: bool = True,
        admins: frozenset[int] = frozenset(),
    ) -> Json:
        """Make a group with the bot in it; without *privacy* the bot is an administrator and reads everything."""
        with self.lock:
            chat = {"id": number, "type": kind, "title": f"Group {-number}"} | ({"is_forum": True} if forum else {})
            self.chats[number] = chat
            self.topics[number] = {}
            self.admins[number] = set(admins)
            if not privacy:
                self.open_groups.add(number)
            self.membership(number, self.user(7), "left", "member" if privacy else "administrator")
            return chat

    def topic(self, chat: int, name: str = "Topic") -> int:
        """Open a topic in a forum and return its thread."""
        with self.lock:
            root = self.add_message(self.chats[chat], self.user(7), forum_topic_created={"name": name, "icon_color": 0})
            root |= {"message_thread_id": root["message_id"], "is_topic_message": True}
            self.topics[chat][root["message_id"]] = root
            self.updates.add({"message": root})
            return root["message_id"]

    def membership(self, chat: int, by: Json, old: str, new: str) -> None:
        """Tell the bot that its own membership in *chat* has changed."""
        change = {"chat": self.chats[chat], "from": by, "date": int(self.clock.now())}
        change |= {f"{when}_chat_member": {"user": BOT, "status": what} for when, what in (("old", old), ("new", new))}
        for side in ("old_chat_member", "new_chat_member"):
            if change[side]["status"] == "kicked":
                change[side]["until_date"] = 0
            elif change[side]["status"] == "administrator":
                change[side] |= _RIGHTS
        self.updates.add({"my_chat_member": change})

    def chat_of(self, number: int, user: Json) -> Json:
        """Return the chat that *user* writes in."""
        if number > 0:
            names = {key: user[key] for key in ("first_name", "last_name", "username") if key in user}
            self.chats[number] = {"id": number, "type": "private", **names}
        return self.chats[number]

    def reached(self, number: int) -> Json:
        """Return the chat that the bot sends to.

        Raises:
            BotApiError: it is unknown, has moved, or the bot is not welcome there.
        """
        if number in self.gone:
            raise self.gone[number]
        if number not in self.chats:
            raise refused("chat not found")
        return self.chats[number]

    def add_message(self, chat: Json, sender: Json, *, ago: float = 0, **content: Any) -> Json:
        """Store a new message of *sender*, written *ago* seconds ago."""
        self._number += 1
        message = {
            "message_id": self._number,
            "date": int(self.clock.now() - ago),
            "chat": chat,
            "from": sender,
            **content,
        }
        self.messages[chat["id"], self._number] = message
        if sender["is_bot"]:
            self._spoke_last[chat["id"]] = sender["id"]
        return message

    def thread_fields(self, chat: Json, thread: int | None) -> Json:
        """Return what a message in *thread* of a forum carries."""
        if thread is None:
            return {}
        if not chat.get("is_forum") or thread == GENERAL or thread not in self.topics[chat["id"]]:
            raise refused("message thread not found")
        return {"message_thread_id": thread, "is_topic_message": True}

    def sees(self, message: Json) -> bool:
        """Tell whether the bot gets *message*, by the rules of privacy mode."""
        chat, place = message["chat"], (message["chat"]["id"], message["message_id"])
        if chat["id"] in self.gone:
            return False
        is_service = not {"text", "caption", "document"} & set(message)
        if chat["type"] == "private" or chat["id"] in self.open_groups or is_service:
            return True
        target = message.get("reply_to_message", {})
        answered = target.get("from") == BOT or (chat["id"], target.get("message_id")) in self._addressed
        if answered or self._is_addressed(message):
            self._addressed.add(place)
            return True
        return message.get("via_bot") == BOT

    def _is_addressed(self, message: Json) -> bool:
        text = message.get("text", message.get("caption", "")).encode("utf-16-le")
        for entity in message.get("entities", message.get("caption_entities", [])):
            start, end = 2 * entity["offset"], 2 * (entity["offset"] + entity["length"])
            words = text[start:end].decode("utf-16-le").lower()
            name = f"@{ME['username']}"
            if entity["type"] == "mention" and words == name:
                return True
            if entity["type"] == "bot_command" and (words.endswith(name) or self._is_for_last_speaker(message, words)):
                return True
        return False

    def _is_for_last_speaker(self, message: Json, command: str) -> bool:
        return "@" not in command and self._spoke_last.get(message["chat"]["id"]) == BOT["id"]

    def wait_for(self, queue: deque[Json], count: int, seconds: float, what: str) -> list[Json]:
        """Return the next *count* of *queue*, waiting for them."""
        deadline = time.monotonic() + seconds
        with self.lock:
            while len(queue) < count:
                if not self.lock.wait(max(0.0, deadline - time.monotonic())):
                    raise TimeoutError(f"the bot {what} {len(queue)} of {count} messages")
            return [queue.popleft() for _ in range(count)]


def written(text: str, key: str = "text") -> Json:
    """Return *text* as a user's client sends it, with what Telegram sees in it."""
    entities = found_entities(text)
    name = "entities" if key == "text" else "caption_entities"
    return {key: text} | ({name: entities} if entities else {})


def without_reply(message: Json) -> Json:
    """Return *message* as it is shown inside a reply to it."""
    return {key: value for key, value in message.items() if key != "reply_to_message"}


_RIGHTS = {
    "can_be_edited": False,
    "is_anonymous": False,
    **dict.fromkeys(
        (
            "can_manage_chat",
            "can_delete_messages",
            "can_manage_video_chats",
            "can_restrict_members",
            "can_promote_members",
            "can_change_info",
            "can_invite_users",
            "can_post_stories",
            "can_edit_stories",
            "can_delete_stories",
        ),
        True,
    ),
}

"""What people do in the world: write, edit, forward, tap, ask inline, block, throw out, move a group."""

from __future__ import annotations

from collections import deque
from typing import Any

from botapi_rules import BotApiError, Json, refused, strict
from botapi_world import BOT, World, without_reply, written


class People(World):
    """The side that a test plays."""

    def say(
        self,
        text: str,
        chat: int = 7,
        *,
        user: int | None = None,
        thread: int | None = None,
        reply_to: Json | None = None,
        forwarded: bool = False,
        ago: float = 0,
        **more: Any,
    ) -> Json:
        """Let a user write *text*; a private chat has the number of its user."""
        content = written(text) | more
        if forwarded:
            content["forward_origin"] = {"type": "hidden_user", "date": 1_700_000_000, "sender_user_name": "Somebody"}
        return self._write(content, chat, user, thread=thread, reply_to=reply_to, ago=ago)

    def send_file(
        self,
        name: str,
        data: bytes,
        chat: int = 7,
        *,
        user: int | None = None,
        caption: str = "",
        size: int | None = None,
    ) -> Json:
        """Let a user send a file; *size* is what the message says of it, if not the truth."""
        with self.lock:
            file = {
                "file_id": f"file-{len(self.files)}",
                "file_unique_id": f"unique-{len(self.files)}",
                "file_size": len(data) if size is None else size,
            }
            self.files[file["file_id"]] = {**file, "file_path": f"documents/file_{len(self.files)}", "data": data}
        content: Json = {"document": {**file, "file_name": name}} | (written(caption, "caption") if caption else {})
        return self._write(content, chat, user)

    def _write(
        self,
        content: Json,
        chat: int,
        user: int | None,
        *,
        thread: int | None = None,
        reply_to: Json | None = None,
        ago: float = 0,
    ) -> Json:
        with self.lock:
            sender = self.user(user or (chat if chat > 0 else 7))
            place = self.chat_of(chat, sender)
            content |= self.thread_fields(place, thread)
            target = self.topics[chat][thread] if thread and reply_to is None else reply_to
            if target is not None:
                content["reply_to_message"] = without_reply(self.messages[chat, target["message_id"]])
            message = self.add_message(place, sender, ago=ago, **content)
            if self.sees(message):
                self.updates.add({"message": message})
            return message

    def edit(self, message: Json, text: str) -> Json:
        """Let the writer of *message* change its text."""
        with self.lock:
            key = "caption" if "caption" in message else "text"
            kept = {name: value for name, value in message.items() if name not in {"entities", "caption_entities"}}
            edited = {**kept, **written(text, key), "edit_date": int(self.clock.now())}
            self.messages[message["chat"]["id"], message["message_id"]] = edited
            if self.sees(edited):
                self.updates.add({"edited_message": edited})
            return edited

    def tap(self, message: Json, button: str, *, user: int | None = None, forged: bool = False) -> str:
        """Press the button with that text or data below the message as it is now, and return the query's id.

        A *forged* tap sends *button* as its data, whatever is there.
        """
        with self.lock:
            inline = message.get("inline_message_id")
            now = (
                self.inline_messages[inline] if inline else self.messages[message["chat"]["id"], message["message_id"]]
            )
            data = button if forged else _data_of(now, button)
            number = user or (now["chat"]["id"] if now["chat"]["id"] > 0 else 7)
            place = {"inline_message_id": inline} if inline else {"message": now}
            query = {"from": self.user(number), **place, "chat_instance": str(now["chat"]["id"]), "data": data}
            return self._ask("callback_query", query)

    def ask_inline(self, query: str, user: int = 7, offset: str = "", seconds: float = 60) -> Json:
        """Type *query* after the bot's name somewhere, and return what the bot offers."""
        with self.lock:
            asked = {"from": self.user(user), "query": query[:256], "offset": offset, "chat_type": "sender"}
            identity = self._ask("inline_query", asked)
        return self.wait_answer(identity, seconds)

    def choose(self, answer: Json, result: str, chat: int = 7, user: int = 7, query: str = "") -> Json:
        """Send the result with that id of an inline *answer*, and tell the bot of it."""
        found = next(item for item in answer["results"] if item["id"] == result)
        content = found["input_message_content"]
        with self.lock:
            shown = {"text": content["message_text"], "entities": content.get("entities", []), "via_bot": BOT}
            chosen = {"result_id": result, "from": self.user(user), "query": query}
            if "reply_markup" in found:
                shown |= {
                    "reply_markup": found["reply_markup"],
                    "inline_message_id": f"inline-{len(self.inline_messages)}",
                }
                chosen["inline_message_id"] = shown["inline_message_id"]
            message = self.add_message(self.chat_of(chat, self.user(user)), self.user(user), **shown)
            if "inline_message_id" in shown:
                self.inline_messages[shown["inline_message_id"]] = message
            self.updates.add({"chosen_inline_result": chosen})
            if self.sees(message):
                self.updates.add(
                    {"message": {key: value for key, value in message.items() if key != "inline_message_id"}}
                )
            return message

    def wait_answer(self, query: str, seconds: float = 60) -> Json:
        """Return the parameters with which the bot answers a query."""
        return self.wait_for(self.queries[query]["answers"], 1, seconds, "answered")[0]

    def wait(self, count: int = 1, seconds: float = 60) -> list[Json]:
        """Return the next *count* messages that the bot sends."""
        return self.wait_for(self.sent, count, seconds, "sent")

    def wait_edit(self, count: int = 1, seconds: float = 60) -> list[Json]:
        """Return the next *count* messages that the bot edits, as they are then."""
        return self.wait_for(self.edits, count, seconds, "edited")

    def block(self, user: int) -> None:
        """Let a user block the bot."""
        with self.lock:
            self.gone[user] = BotApiError(403, "Forbidden: bot was blocked by the user")
            self.membership(user, self.user(user), "member", "kicked")

    def unblock(self, user: int) -> None:
        """Let a user take it back."""
        with self.lock:
            del self.gone[user]
            self.membership(user, self.user(user), "kicked", "member")

    def kick(self, chat: int) -> None:
        """Throw the bot out of a group."""
        with self.lock:
            kind = self.chats[chat]["type"]
            self.gone[chat] = BotApiError(403, f"Forbidden: bot was kicked from the {kind} chat")
            self.membership(chat, self.user(7), "member", "kicked")

    def migrate(self, chat: int) -> int:
        """Make a supergroup of a group, and return its number."""
        with self.lock:
            new = -1_000_000_000_000 + chat
            old = self.chats[chat]
            self.chats[new] = {"id": new, "type": "supergroup", "title": old["title"]}
            self.topics[new], self.admins[new] = {}, self.admins[chat]
            self.open_groups |= {new} if chat in self.open_groups else set()
            for place, fields in (
                (old, {"migrate_to_chat_id": new}),
                (self.chats[new], {"migrate_from_chat_id": chat}),
            ):
                self.updates.add({"message": self.add_message(place, self.user(7), **fields)})
            self.gone[chat] = refused("group chat was upgraded to a supergroup chat", migrate_to_chat_id=new)
            return new

    def push(self, update: Json) -> Json:
        """Let *update* come as it is, also one that no bot can read."""
        with self.lock:
            return self.updates.add(update)

    def repeat(self, what: Json) -> Json:
        """Deliver an update, or the one that brought a message, once more."""
        with self.lock:
            return self.updates.repeat(what)

    def _ask(self, kind: str, query: Json) -> str:
        identity = str(10_000 + len(self.queries))
        self.queries[identity] = {"kind": kind, "made": self.clock.now(), "answers": deque()}
        self.updates.add({kind: {"id": identity, **query}})
        return identity


def _data_of(message: Json, button: str) -> str:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    buttons = [item for row in rows for item in row if button in {item["text"], item.get("callback_data")}]
    if len(buttons) != 1 or "callback_data" not in buttons[0]:
        raise strict(f"nobody can tap {button!r} on {rows}")
    return buttons[0]["callback_data"]

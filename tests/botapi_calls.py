"""What the bot's calls do to the world, and why they are refused."""

from __future__ import annotations

import re
from typing import Any

from botapi_keyboard import check_commands, check_keyboard, check_language, check_results
from botapi_rich import check_rich
from botapi_rules import BotApiError, Json, check_caption, check_quote, check_text, parsed, refused, strict, units
from botapi_updates import WEBHOOK
from botapi_world import BOT, ME, World, without_reply

QUERY_LIFE = 15  # seconds
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
DOWNLOAD_LIMIT = 20 * 1024 * 1024
UPLOAD_LIMIT = 50 * 1024 * 1024
ACTIONS = {"typing", "upload_document", "find_location", "choose_sticker", "upload_photo", "record_voice"}
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)


class Calls:
    """One method for each of the Bot API's, its name in small letters, parameters already read."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.menus: dict[tuple[str, str], list[Json]] = {}
        self.descriptions: dict[tuple[str, str], str] = {}

    def getme(self, _: Json) -> Json:
        return ME

    def sendmessage(self, given: Json) -> Json:
        text, entities = parsed(given["text"], given.get("parse_mode"), given.get("entities"))
        entities = check_text(text, entities)
        return self._send(given, {"text": text} | ({"entities": entities} if entities else {}), given)

    def senddocument(self, given: Json) -> Json:
        document = given["document"]
        if not isinstance(document, dict):
            raise strict("a document is uploaded, not named")
        if len(document["data"]) > UPLOAD_LIMIT:
            raise BotApiError(413, "Request Entity Too Large")
        text, entities = parsed(given.get("caption", ""), given.get("parse_mode"), given.get("caption_entities"))
        entities = check_caption(text, entities)
        content: Json = {"document": {"file_name": document["name"], "file_size": len(document["data"])}}
        content |= {"caption": text, "caption_entities": entities} if text else {}
        message = self._send(given, content, {})
        identity = f"file-{message['message_id']}"
        message["document"] |= {"file_id": identity, "file_unique_id": f"unique-{message['message_id']}"}
        self.world.files[identity] = {
            **message["document"],
            "file_path": f"documents/{identity}",
            "data": document["data"],
        }
        return message

    def sendrichmessage(self, given: Json) -> Json:
        return self._send(given, {"rich_message": check_rich(given["rich_message"])}, {})

    def _send(self, given: Json, content: Json, looks: Json) -> Json:
        chat = self.world.reached(given["chat_id"])
        content |= self._reply(chat, given.get("reply_parameters"))
        if "message_thread_id" in given:
            content |= self.world.thread_fields(chat, given["message_thread_id"])
        if "reply_markup" in given:
            content["reply_markup"] = check_keyboard(given["reply_markup"])
        if "link_preview_options" in looks:
            content["link_preview_options"] = looks["link_preview_options"]
        message = self.world.add_message(chat, BOT, **content)
        self.world.sent.append(dict(message))
        return message

    def _reply(self, chat: Json, wanted: Json | None) -> Json:
        if not wanted:
            return {}
        if wanted.get("chat_id", chat["id"]) != chat["id"]:
            raise strict("a reply to another chat")
        target = self.world.messages.get((chat["id"], wanted["message_id"]))
        if target is None:
            if wanted.get("allow_sending_without_reply"):
                return {}
            raise refused("message to be replied not found")
        if "quote" in wanted:
            check_quote(wanted["quote"], target.get("text", target.get("caption", "")))
        thread = {key: target[key] for key in ("message_thread_id", "is_topic_message") if key in target}
        return {"reply_to_message": without_reply(target), **thread}

    def sendchataction(self, given: Json) -> bool:
        chat = self.world.reached(given["chat_id"])
        if given["action"] not in ACTIONS:
            raise refused("wrong parameter action in request")
        if "message_thread_id" in given and given["message_thread_id"] not in self.world.topics.get(chat["id"], {}):
            raise refused("message thread not found")
        return True

    def setmessagereaction(self, given: Json) -> bool:
        self._target(given, "message to react not found")
        if len(given.get("reaction", [])) > 1:
            raise refused("REACTIONS_TOO_MANY")
        return True

    def editmessagetext(self, given: Json) -> Any:
        message = self._own(given)
        if "rich_message" in given:
            content: Json = {"rich_message": check_rich(given["rich_message"])}
        else:
            text, entities = parsed(given.get("text", ""), given.get("parse_mode"), given.get("entities"))
            entities = check_text(text, entities)
            content = {"text": text} | ({"entities": entities} if entities else {})
        if "link_preview_options" in given:
            content["link_preview_options"] = given["link_preview_options"]
        return self._edit(message, content, given)

    def editmessagereplymarkup(self, given: Json) -> Any:
        message = self._own(given)
        kept = ("text", "entities", "rich_message", "link_preview_options")
        return self._edit(message, {key: message[key] for key in kept if key in message}, given)

    def _edit(self, message: Json, content: Json, given: Json) -> Any:
        if given.get("reply_markup", {}).get("inline_keyboard"):
            content["reply_markup"] = check_keyboard(given["reply_markup"])
        shown = ("text", "entities", "rich_message", "reply_markup")
        if all(message.get(key) == content.get(key) for key in shown):
            raise refused(NOT_MODIFIED)
        for key in (*shown, "link_preview_options"):
            message.pop(key, None)
        message |= content | {"edit_date": int(self.world.clock.now())}
        self.world.edits.append(dict(message))
        return True if "inline_message_id" in given else message

    def _own(self, given: Json) -> Json:
        """Return the bot's own message that is to be edited; the very object, not a copy."""
        if "inline_message_id" in given:
            if given["inline_message_id"] not in self.world.inline_messages:
                raise refused("MESSAGE_ID_INVALID")
            return self.world.inline_messages[given["inline_message_id"]]
        message = self._target(given, "message to edit not found")
        if message["from"] != BOT:
            raise refused("message can't be edited")
        return message

    def _target(self, given: Json, missing: str) -> Json:
        chat = self.world.reached(given.get("chat_id", 0))
        message = self.world.messages.get((chat["id"], given.get("message_id", 0)))
        if message is None:
            raise refused(missing)
        return message

    def deletemessage(self, given: Json) -> bool:
        message = self._target(given, "message to delete not found")
        if message["from"] != BOT and message["chat"]["type"] != "private":
            raise refused("message can't be deleted")
        del self.world.messages[message["chat"]["id"], message["message_id"]]
        return True

    def answercallbackquery(self, given: Json) -> bool:
        if units(given.get("text", "")) > 200:
            raise refused("MESSAGE_TOO_LONG")
        return self._answer("callback_query", given["callback_query_id"], given)

    def answerinlinequery(self, given: Json) -> bool:
        check_results(given["results"], given.get("next_offset", ""))
        return self._answer("inline_query", given["inline_query_id"], given)

    def _answer(self, kind: str, identity: str, given: Json) -> bool:
        query = self.world.queries.get(identity)
        late = query is not None and self.world.clock.now() - query["made"] > QUERY_LIFE
        if query is None or late or query["kind"] != kind or query.get("answered"):
            raise refused(TOO_OLD)
        query["answered"] = True
        query["answers"].append(given)
        return True

    def setmycommands(self, given: Json) -> bool:
        check_commands(given["commands"])
        self.menus[self._menu(given)] = given["commands"]
        return True

    def getmycommands(self, given: Json) -> list[Json]:
        return self.menus.get(self._menu(given), [])

    def deletemycommands(self, given: Json) -> bool:
        self.menus.pop(self._menu(given), None)
        return True

    def _menu(self, given: Json) -> tuple[str, str]:
        """Return scope and language, by which the menus differ."""
        check_language(given.get("language_code", ""))
        scope = given.get("scope", {"type": "default"})
        if "chat_id" in scope:
            self.world.reached(scope["chat_id"])
        return " ".join(str(value) for value in scope.values()), given.get("language_code", "")

    def setmydescription(self, given: Json) -> bool:
        return self._describe("description", given, 512)

    def setmyshortdescription(self, given: Json) -> bool:
        return self._describe("short_description", given, 120)

    def _describe(self, name: str, given: Json, limit: int) -> bool:
        check_language(given.get("language_code", ""))
        if units(given.get(name, "")) > limit:
            raise refused(f"BOT_{name.upper()}_TOO_LONG")
        self.descriptions[name, given.get("language_code", "")] = given.get(name, "")
        return True

    def getfile(self, given: Json) -> Json:
        file = self.world.files.get(given["file_id"])
        if file is None:
            raise refused("wrong file_id or the file is temporarily unavailable")
        if max(file["file_size"], len(file["data"])) > DOWNLOAD_LIMIT:
            raise refused("file is too big")
        return {key: file[key] for key in ("file_id", "file_unique_id", "file_size", "file_path")}

    def getchat(self, given: Json) -> Json:
        chat = self.world.reached(given["chat_id"])
        return {**chat, "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": _NO_GIFTS}

    def getchatmember(self, given: Json) -> Json:
        chat = self.world.reached(given["chat_id"])
        user = self.world.users.get(given["user_id"])
        if user is None:
            raise refused("PARTICIPANT_ID_INVALID")
        if given["user_id"] in self.world.admins.get(chat["id"], set()):
            return {"status": "creator", "user": user, "is_anonymous": False}
        return {"status": "member", "user": user}

    def leavechat(self, given: Json) -> bool:
        chat = self.world.reached(given["chat_id"])
        self.world.gone[chat["id"]] = refused("chat not found")
        return True

    def setwebhook(self, given: Json) -> bool:
        secret = given.get("secret_token", "")
        if secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
            raise refused("secret token contains illegal characters")
        if given["url"] and not given["url"].startswith(("http://", "https://")):
            raise refused("bad webhook: An HTTPS URL must be provided for webhook")
        if not 1 <= given.get("max_connections", 40) <= 100_000:
            raise refused("bad webhook: max_connections is out of range")
        updates = self.world.updates
        updates.webhook = {**WEBHOOK, "url": given["url"], "max_connections": given.get("max_connections", 40)}
        updates.secret = secret
        if "allowed_updates" in given:
            updates.allowed = given["allowed_updates"]
        return self._dropped(given)

    def deletewebhook(self, given: Json) -> bool:
        self.world.updates.webhook = dict(WEBHOOK)
        return self._dropped(given)

    def _dropped(self, given: Json) -> bool:
        if given.get("drop_pending_updates"):
            self.world.updates.pending.clear()
        return True

    def getwebhookinfo(self, _: Json) -> Json:
        return self.world.updates.info()


_NO_GIFTS = {
    "unlimited_gifts": False,
    "limited_gifts": False,
    "unique_gifts": False,
    "premium_subscription": False,
    "gifts_from_channels": False,
}

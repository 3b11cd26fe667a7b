"""Each refusal of the test server, with the text that Telegram gives it; STRICT is ours."""

import pytest
from botapi_calls import Calls
from botapi_keyboard import check_keyboard, check_results
from botapi_methods import read_parameters
from botapi_people import People
from botapi_rich import check_rich
from botapi_rules import BotApiError, check_caption, check_quote, check_text, found_entities, parsed

BAD = "Bad Request: "


def entity(kind, offset, length, **more):
    return {"type": kind, "offset": offset, "length": length, **more}


def link(url):
    return entity("text_link", 0, 2, url=url)


def why(call, *arguments):
    with pytest.raises(BotApiError) as error:
        call(*arguments)
    return error.value.description


@pytest.mark.parametrize(
    ("text", "entities", "description"),
    [
        ("", [], BAD + "message text is empty"),
        (" \n", [], BAD + "message text is empty"),
        ("x" * 4097, [], BAD + "message is too long"),
        ("𝄞" * 2049, [], BAD + "message is too long"),
        (" a", [], "STRICT: Telegram would change this text"),
        ("a\tb", [], "STRICT: Telegram would change this text"),
        ("a\rb", [], "STRICT: Telegram would change this text"),
        ("a\u2028b", [], "STRICT: Telegram would change this text"),
        ("a\u202eb", [], "STRICT: Telegram would change this text"),
        ("e\u0333", [], "STRICT: Telegram would change this text"),
        ("\u200e\u200e\u200ea", [], "STRICT: Telegram would change this text"),
        ("**a**\tb", [], "STRICT: Telegram would change this text"),
        (
            "a𝄞b",
            [entity("bold", 0, 2)],
            BAD + "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 5",
        ),
        (
            "ab",
            [entity("bold", 0, 9)],
            BAD + "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 9",
        ),
        ("ab", [entity("bold", -1, 2)], BAD + "receive an entity with incorrect offset -1"),
        ("ab", [link("http://localhost/")], BAD + "entity URL 'http://localhost/' is invalid: Wrong HTTP URL"),
        ("ab", [link("ftp://a.org")], BAD + "entity URL 'ftp://a.org' is invalid: Unsupported URL protocol"),
        ("ab", [link("")], BAD + "entity URL '' is invalid: URL host is empty"),
        ("ab", [entity("mention", 0, 2)], "STRICT: bad entity {'type': 'mention', 'offset': 0, 'length': 2}"),
        ("a b", [entity("bold", 0, 2)], "STRICT: Telegram would shrink the entity 'a '"),
        ("ab", [entity("bold", 1, 0)], "STRICT: Telegram would shrink the entity ''"),
        (
            "ab" * 60,
            [entity("bold", number, 1) for number in range(101)],
            "STRICT: more than 100 entities: the rest would be dropped",
        ),
    ],
)
def test_a_text_is_refused(text, entities, description):
    assert why(check_text, text, entities) == description


@pytest.mark.parametrize(
    "entities",
    [
        [entity("blockquote", 0, 5), entity("blockquote", 2, 1)],
        [entity("blockquote", 0, 3), entity("bold", 2, 3)],
        [entity("bold", 0, 1), entity("bold", 1, 1)],
    ],
    ids=["nested quotes", "bold over the border of a quote", "neighbors that melt"],
)
def test_entities_that_telegram_would_change_are_refused(entities):
    assert why(check_text, "abcde", entities).startswith("STRICT: Telegram would change these entities")


def test_a_text_that_stays_as_it_is_passes():
    text = "*a* _b_ `c` [d](e) ||f|| e\u0301 \u00a0 “𝄞”"
    entities = [
        entity("blockquote", 0, 7),
        entity("bold", 4, 3),
        entity("text_link", 8, 3, url="https://example.org/ą?x=1#:~:text=a-,b%20c,-d"),
    ]
    assert check_text(text, entities) == entities


@pytest.mark.parametrize(
    ("mode", "text", "description"),
    [
        ("HTML", "<b>x", BAD + """can't parse entities: Can't find end tag corresponding to start tag "b\""""),
        ("HTML", "<foo>a</foo>", BAD + """can't parse entities: Unsupported start tag "foo" at byte offset 0"""),
        ("HTML", "a < b", BAD + """can't parse entities: Unsupported start tag "" at byte offset 2"""),
        (
            "HTML",
            "<b><i>x</b></i>",
            BAD + """can't parse entities: Unmatched end tag at byte offset 7, expected "</i>", found "</b>\"""",
        ),
        ("HTML", '<a href="ftp://a.org">x</a>', "STRICT: a link would be dropped"),
        (
            "MarkdownV2",
            "a.b",
            BAD + "can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'",
        ),
        ("Markdown", "*x", BAD + "can't parse entities: Can't find end of the entity starting at byte offset 0"),
        ("XML", "x", BAD + "unsupported parse_mode"),
        (None, "𝄞" * 8193, BAD + "text is too long"),
    ],
)
def test_markup_is_refused(mode, text, description):
    assert why(parsed, text, mode, None) == description


def test_markup_is_read():
    assert parsed("&foo; &amp; <b id=1>x</b>", "HTML", None) == ("&foo; & x", [entity("bold", 8, 1)])
    assert (
        why(parsed, "x", "HTML", [entity("bold", 0, 1)]) == "STRICT: parse_mode beside entities: one of them is ignored"
    )


def test_telegram_sees_commands_mentions_and_links():
    assert found_entities("/ask@a_bot @b_bot c.com #d") == [
        entity("bot_command", 0, 10),
        entity("mention", 11, 6),
        entity("url", 18, 5),
        entity("hashtag", 24, 2),
    ]


def test_a_caption_may_be_empty_but_not_long():
    assert check_caption("", []) == []
    assert why(check_caption, "x" * 1025, []) == BAD + "message caption is too long"


@pytest.mark.parametrize("quote", ["a  b", "a\u00a0b", "a\nb", "A b", "cafe\u0301"])
def test_a_quote_in_a_reply_is_a_part_of_the_text_to_the_letter(quote):
    check_quote("a b", "say a b and café")
    assert why(check_quote, quote, "say a b and café") == BAD + "QUOTE_TEXT_INVALID"


UNPARSED = BAD + "can't parse inline keyboard button: "


@pytest.mark.parametrize(
    ("button", "description"),
    [
        ({"callback_data": "d"}, UNPARSED + 'Can\'t find field "text"'),
        ({"text": " ", "callback_data": "d"}, BAD + "inline keyboard button text must be non-empty"),
        ({"text": "x"}, UNPARSED + "Text buttons are unallowed in the inline keyboard"),
        ({"text": "x", "callback_data": ""}, UNPARSED + "Text buttons are unallowed in the inline keyboard"),
        ({"text": "x", "callback_data": "ą" * 33}, BAD + "BUTTON_DATA_INVALID"),
        ({"text": "x", "copy_text": {"text": "x" * 257}}, BAD + "BUTTON_COPY_TEXT_INVALID"),
        (
            {"text": "x", "url": "http://localhost"},
            BAD + "inline keyboard button URL 'http://localhost' is invalid: Wrong HTTP URL",
        ),
        (
            {"text": "x", "url": "https://a.org", "callback_data": "d"},
            "STRICT: a button does one thing, not ['callback_data', 'url']",
        ),
        ({"text": "x", "callback_data": "d", "color": "red"}, "STRICT: unknown fields of a button ['color']"),
        ({"text": "x", "callback_data": "d", "style": "red"}, BAD + "invalid button style specified"),
        ({"text": "x", "switch_inline_query": "x" * 257}, "STRICT: an inline query has at most 256 characters"),
    ],
)
def test_a_button_is_refused(button, description):
    assert why(check_keyboard, {"inline_keyboard": [[button]]}) == description


@pytest.mark.parametrize(
    ("rows", "description"),
    [
        ([[]], "STRICT: an empty row of buttons"),
        ([[{"text": "x", "callback_data": "d"}] * 9], "STRICT: more than 8 buttons in a row"),
        ([[{"text": "x", "callback_data": "d"}]] * 101, BAD + "reply markup is too long"),
    ],
)
def test_rows_of_buttons_are_refused(rows, description):
    assert why(check_keyboard, {"inline_keyboard": rows}) == description


def test_buttons_of_all_kinds_pass():
    row = [
        {"text": "a", "callback_data": "ą" * 32, "style": "success"},
        {"text": "b", "copy_text": {"text": "x" * 256}},
        {"text": "c", "url": "https://example.org/#:~:text=a"},
        {"text": "d", "switch_inline_query": ""},
    ]
    assert check_keyboard({"inline_keyboard": [row]}) == {"inline_keyboard": [row]}


def article(**more):
    return {"type": "article", "id": "1", "title": "t", "input_message_content": {"message_text": "x"}, **more}


@pytest.mark.parametrize(
    ("results", "offset", "description"),
    [
        ([article(id=str(number)) for number in range(51)], "", BAD + "RESULTS_TOO_MUCH"),
        ([article(), article()], "", BAD + "RESULT_ID_DUPLICATE"),
        ([article(id="ą" * 33)], "", BAD + "RESULT_ID_INVALID"),
        ([article(id="")], "", BAD + "RESULT_ID_INVALID"),
        ([article()], "x" * 65, BAD + "NEXT_OFFSET_INVALID"),
        ([article(title="")], "", "STRICT: an article needs a title"),
        ([article(input_message_content={"message_text": ""})], "", BAD + "message text is empty"),
        ([article(type="photo")], "", "STRICT: inline results are articles, not photo"),
        ([article(thumb="x")], "", "STRICT: unknown fields of an inline result ['thumb']"),
    ],
)
def test_inline_results_are_refused(results, offset, description):
    assert why(check_results, results, offset) == description


QUOTATION = {"type": "blockquote", "blocks": [{"type": "paragraph", "text": "a"}], "credit": "b"}


@pytest.mark.parametrize(
    ("blocks", "description"),
    [
        ([{"type": "quote", "text": "a"}], "STRICT: this block is unknown or too deep: quote"),
        (
            [{"type": "paragraph", "text": "a", "credit": "b"}],
            "STRICT: a paragraph has ['text'], not ['credit', 'text']",
        ),
        ([{"type": "paragraph", "text": 1}], "STRICT: not a rich text: 1"),
        ([{"type": "paragraph", "text": ["a", "b\tc"]}], "STRICT: Telegram would change this text"),
        ([{"type": "paragraph", "text": "x" * 32_769}], BAD + "message is too long"),
        ([QUOTATION] * 251, BAD + "RICH_MESSAGE_TOO_MANY_BLOCKS"),
    ],
)
def test_rich_messages_are_refused(blocks, description):
    assert why(check_rich, {"blocks": blocks}) == description


def test_a_block_quotation_with_its_credit_passes():
    url = {"type": "url", "text": "c", "url": "https://example.org"}
    message = {"blocks": [QUOTATION, {"type": "expandable_blockquote", "text": ["a", url], "credit": url}]}
    assert check_rich(message) == message


OTHER = "https://example.org"
MENU = [{"command": "ask", "description": "x"}]
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
TOO_OLD = BAD + "query is too old and response timeout expired or query ID is invalid"


@pytest.fixture
def world():
    """Two messages: 101 of a reader, 102 of the bot; a small group and a forum."""
    people = People()
    people.say("a question", chat=7)
    Calls(people).sendmessage({"chat_id": 7, "text": "an answer"})
    people.group(-5, kind="group")
    people.group(-6, forum=True)
    return people


def call(world, method, **given):
    parameters = read_parameters(method.lower(), given)
    return getattr(Calls(world), method.lower())(parameters)


@pytest.mark.parametrize(
    ("method", "given", "description"),
    [
        ("sendPhoto", {}, "Not Found: method not found"),
        ("sendMessage", {"chat_id": 7, "text": "x", "mood": 1}, "STRICT: unknown parameters ['mood']"),
        ("sendMessage", {"text": "x"}, BAD + "chat_id is empty"),
        ("sendMessage", {"chat_id": 7}, BAD + "message text is empty"),
        ("sendMessage", {"chat_id": "seven", "text": "x"}, "STRICT: chat_id is not a number: 'seven'"),
        ("sendMessage", {"chat_id": 8, "text": "x"}, BAD + "chat not found"),
        ("sendMessage", {"chat_id": 7, "text": "x", "entities": "{"}, BAD + "can't parse entities JSON object"),
        (
            "sendMessage",
            {"chat_id": 7, "text": "x", "reply_parameters": {"message_id": 99}},
            BAD + "message to be replied not found",
        ),
        (
            "sendMessage",
            {"chat_id": 7, "text": "x", "reply_parameters": {"message": 99}},
            "STRICT: unknown fields ['message'] in reply_parameters",
        ),
        ("sendMessage", {"chat_id": -6, "text": "x", "message_thread_id": 1}, BAD + "message thread not found"),
        ("sendMessage", {"chat_id": -5, "text": "x", "message_thread_id": 9}, BAD + "message thread not found"),
        ("sendChatAction", {"chat_id": 7, "action": "think"}, BAD + "wrong parameter action in request"),
        ("editMessageText", {"chat_id": 7, "message_id": 99, "text": "x"}, BAD + "message to edit not found"),
        ("editMessageText", {"chat_id": 7, "message_id": 101, "text": "x"}, BAD + "message can't be edited"),
        ("editMessageText", {"chat_id": 7, "message_id": 102, "text": "an answer"}, BAD + NOT_MODIFIED),
        ("editMessageReplyMarkup", {"chat_id": 7, "message_id": 102}, BAD + NOT_MODIFIED),
        ("deleteMessage", {"chat_id": 7, "message_id": 99}, BAD + "message to delete not found"),
        ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}, BAD + "MESSAGE_TOO_LONG"),
        ("answerCallbackQuery", {"callback_query_id": "1"}, TOO_OLD),
        ("answerInlineQuery", {"inline_query_id": "1", "results": []}, TOO_OLD),
        ("setMyCommands", {"commands": MENU, "language_code": "eng"}, BAD + "invalid language code specified"),
        ("setMyCommands", {"commands": [MENU[0] | {"command": "Ask"}]}, BAD + "BOT_COMMAND_INVALID"),
        (
            "setMyCommands",
            {"commands": [MENU[0] | {"description": "x" * 257}]},
            BAD + "command description length must not exceed 256",
        ),
        ("setMyCommands", {"commands": MENU * 101}, BAD + "BOT_COMMANDS_TOO_MUCH"),
        ("getFile", {"file_id": "x"}, BAD + "wrong file_id or the file is temporarily unavailable"),
        ("setWebhook", {"url": OTHER, "secret_token": "a b"}, BAD + "secret token contains illegal characters"),
        ("setWebhook", {"url": "example.org"}, BAD + "bad webhook: An HTTPS URL must be provided for webhook"),
    ],
)
def test_a_call_is_refused(world, method, given, description):
    assert why(lambda: call(world, method, **given)) == description
    assert len(world.sent) == 1


def test_a_reply_to_a_lost_message_may_be_sent_without():
    world = People()
    world.say("x")
    reply = {"message_id": 99, "allow_sending_without_reply": True}
    assert "reply_to_message" not in call(world, "sendMessage", chat_id=7, text="x", reply_parameters=reply)


def test_a_file_is_too_big_by_what_its_message_says(world):
    message = world.send_file("a.txt", b"abc", size=21 * 1024 * 1024)
    assert why(lambda: call(world, "getFile", file_id=message["document"]["file_id"])) == BAD + "file is too big"


@pytest.mark.parametrize(("seconds", "answered"), [(14, True), (16, False)])
def test_a_query_is_answered_once_and_in_time(world, seconds, answered):
    markup = {"inline_keyboard": [[{"text": "More", "callback_data": "m"}]]}
    message = call(world, "sendMessage", chat_id=7, text="x", reply_markup=markup)
    query = world.tap(message, "More")
    world.clock.advance(seconds)
    if answered:
        assert call(world, "answerCallbackQuery", callback_query_id=query, text="ok") is True
        assert world.wait_answer(query)["text"] == "ok"
    assert why(lambda: call(world, "answerCallbackQuery", callback_query_id=query)) == TOO_OLD


def test_whoever_left_the_bot_cannot_be_written_to(world):
    world.block(7)
    assert why(lambda: call(world, "sendMessage", chat_id=7, text="x")) == "Forbidden: bot was blocked by the user"
    world.unblock(7)
    assert call(world, "sendMessage", chat_id=7, text="x")["text"] == "x"
    world.kick(-6)
    assert (
        why(lambda: call(world, "sendMessage", chat_id=-6, text="x"))
        == "Forbidden: bot was kicked from the supergroup chat"
    )


def test_a_group_that_moved_says_where_to(world):
    new = world.migrate(-5)
    with pytest.raises(BotApiError) as error:
        call(world, "sendMessage", chat_id=-5, text="x")
    assert error.value.description == BAD + "group chat was upgraded to a supergroup chat"
    assert error.value.parameters == {"migrate_to_chat_id": new}
    assert call(world, "sendMessage", chat_id=new, text="x")["chat"]["id"] == new

"""A day with the real bot: everything that readers and maintainers do, whole messages compared, no refusal earned."""

import json
import shutil

import httpx
import pytest
from bot_process import BotProcess, free_port, running_bot
from botapi_server import BotApiServer

from bot import texts
from bot.excerpt import excerpt_parts
from bot.followup import turn_of
from bot.interface import NATIVE, interface
from bot.pages import context_page, pages
from bot.parts import answer_parts, further_parts
from corpus.library import Library

KEST = "What did Davor Kest say about the strait and a bridge?"
ARMY = "what does Russia want on army size?"
ADMIN = 99


@pytest.fixture(scope="module")
def server():
    with BotApiServer() as started:
        yield started


@pytest.fixture(scope="module")
def bot(home, server, tmp_path_factory):
    folder, settings = tmp_path_factory.mktemp("day"), {"telegram_admins": ADMIN, "telegram_per_minute": 1000}
    with running_bot(home, server, folder, **settings) as process:
        yield process
    log = process.said()
    assert [json.loads(line)["level"] for line in log.splitlines()] != []
    assert server.refusals == []


pytestmark = pytest.mark.usefixtures("bot")


def form(message):
    """Text and entities of a page, or of a message as the server has it."""
    if isinstance(message, dict):
        found = {(e["type"], e["offset"], e["length"], e.get("url")) for e in message.get("entities", [])}
        return message["text"], {entity for entity in found if entity[0] not in {"bot_command", "mention", "url"}}
    return message.text, {(e.type, e.offset, e.length, e.url) for e in message.entities}


def expected(engine, question, before=None, code="en"):
    """The first page of the answer."""
    words = interface(code)
    return form(pages(answer_parts(engine.ask(question, before), words), words)[0].message)


def labels(message):
    return [button["text"] for row in message["reply_markup"]["inline_keyboard"] for button in row]


def heard(server, question):
    """The bot's next message, which must reply to *question*."""
    answer = server.wait()[0]
    assert answer["reply_to_message"]["message_id"] == question["message_id"]
    assert answer["chat"]["id"] == question["chat"]["id"]
    return answer


def quiet(server, chat=7, user=None):
    """Nothing was said before what is said next."""
    assert heard(server, server.say("/help@quoth_test_bot", chat, user=user))["text"]


def test_commands_say_what_they_say(server):
    for command, text in (("/start", texts.START), ("/help", texts.HELP), ("/privacy", texts.PRIVACY)):
        assert heard(server, server.say(command))["text"] == text
    assert heard(server, server.say("/start inline"))["text"] == texts.START
    assert heard(server, server.say("/start ../../etc"))["text"] == texts.GONE
    assert heard(server, server.say("/ask"))["text"] == texts.ASK_WHAT
    assert heard(server, server.say("/who"))["text"] == texts.SENTENCE_REFUSED
    for nonsense in ("🙂", "?!", "x" * 2001):
        assert heard(server, server.say(nonsense))["text"] == texts.QUESTION_REFUSED


def test_a_conversation_goes_on_until_it_is_reset(server, engine):
    assert form(heard(server, server.say(KEST, 11))) == expected(engine, KEST)
    before = turn_of(engine.ask(KEST))
    assert form(heard(server, server.say("why?", 11))) == expected(engine, "why?", before)
    assert heard(server, server.say("/reset", 11))["text"] == texts.RESET
    assert form(heard(server, server.say("why?", 11))) == expected(engine, "why?")
    refusal = heard(server, server.say("How does photosynthesis work?", 11))
    assert refusal["text"].startswith("Nothing in the corpus is about this.")
    assert refusal["text"].endswith(texts.HELP_OFF_CORPUS)


def test_the_sentence_that_answers_is_bold_in_its_quotation(server, engine):
    quote = engine.ask(KEST).quotes[0]
    message = heard(server, server.say(KEST, 12))
    units = message["text"].encode("utf-16-le")
    by_type = {
        kind: [
            units[2 * e["offset"] : 2 * (e["offset"] + e["length"])].decode("utf-16-le")
            for e in message["entities"]
            if e["type"] == kind
        ]
        for kind in ("blockquote", "bold", "text_link")
    }
    assert by_type["blockquote"][0] == quote.text
    assert quote.text[quote.key[0] - quote.start : quote.key[1] - quote.start] in by_type["bold"]
    assert by_type["text_link"][0] == quote.attribution


def test_an_edited_question_is_answered_anew_in_its_place(server, engine):
    question = server.say(KEST, 13)
    first = heard(server, question)
    edited = server.edit(question, ARMY)
    again = server.wait_edit()[0]
    assert again["message_id"] == first["message_id"]
    assert form(again) == expected(engine, ARMY)
    server.edit(edited, ARMY)
    quiet(server, 13)
    assert not server.edits


def test_a_split_message_is_one_and_a_repeated_one_is_answered_once(server, engine):
    first = server.say("a" * 4096, 14)
    server.say("and the rest of what was pasted", 14)
    assert heard(server, first)["text"] == texts.QUESTION_REFUSED
    quiet(server, 14)
    question = server.say(KEST, 14)
    assert form(heard(server, question)) == expected(engine, KEST)
    server.repeat(question)
    quiet(server, 14)


def test_whose_words_by_command_by_reply_and_by_forward(server, engine):
    sentence = "a fisherman cannot wait for a principle"
    exact = form(pages(excerpt_parts(sentence, engine, interface("en")), interface("en"))[0].message)
    assert exact[0].startswith("Exact.")
    assert form(heard(server, server.say(f"/who {sentence}", 15))) == exact
    assert form(heard(server, server.say(sentence, 15, forwarded=True))) == exact
    server.group(-150)
    said = server.say(sentence, -150, user=15)
    assert form(heard(server, server.say("/who@quoth_test_bot", -150, user=15, reply_to=said))) == exact
    changed = "a fisherman can wait for a principle"
    assert heard(server, server.say(f"/who {changed}", 15))["text"].startswith(texts.NOT_EXACT)
    news = " ".join(article.text for article in Library(engine._library.root).articles())[:3500]
    summary = heard(server, server.say(news, 15, forwarded=True))["text"].split("\n")[0]
    assert "looked up" in summary
    assert " 0 exact" not in summary


def test_a_group_is_answered_only_where_the_bot_is_meant(server, engine):
    server.group(-160, forum=True, privacy=False)
    thread = server.topic(-160)
    answer = expected(engine, KEST)
    server.say("Nobody asked the bot this?", -160, user=16)
    mentioned = heard(server, server.say(f"@quoth_test_bot {KEST}", -160, user=16, thread=thread))
    assert form(mentioned) == answer
    assert mentioned["message_thread_id"] == thread
    assert form(heard(server, server.say(f"/ask@quoth_test_bot {KEST}", -160, user=16))) == answer
    replied = server.say(KEST, -160, user=17, reply_to=mentioned)
    assert form(heard(server, replied)) == answer
    server.say("/ask@another_bot what?", -160, user=16)
    server.say(KEST, -160, user=16, via_bot={"id": 5, "is_bot": True, "first_name": "x", "username": "x_bot"})
    asked = server.say(KEST, -160, user=16)
    assert form(heard(server, server.say("@quoth_test_bot", -160, user=17, reply_to=asked))) == answer
    # a follow-up leans on what the same person asked in the same place
    again = heard(server, server.say("@quoth_test_bot why?", -160, user=18))
    assert not again["text"].startswith("Understood as")


def test_a_group_that_moves_and_one_that_throws_the_bot_out(server):
    server.group(-170, kind="group")
    heard(server, server.say(f"/ask@quoth_test_bot {KEST}", -170, user=17))
    new = server.migrate(-170)
    heard(server, server.say(f"/ask@quoth_test_bot {KEST}", new, user=17))
    server.kick(new)
    quiet(server)


def test_buttons_show_the_context_and_more_and_take_a_judgment(server, engine, bot):
    answer, words = engine.ask(KEST), interface("en")
    message = heard(server, server.say(KEST, 20))
    assert labels(message)[0:2] == [texts.CONTEXT, texts.MORE]
    assert {texts.SHARE, texts.RIGHT, texts.NOT_RIGHT} <= set(labels(message))
    quote = answer.quotes[0]
    server.wait_answer(server.tap(message, texts.CONTEXT))
    shown = server.wait_edit()[0]
    article = engine._library.get(quote.article)
    assert form(shown) == form(context_page(quote, article, words).message)
    server.wait_answer(server.tap(message, texts.BACK))
    assert form(server.wait_edit()[0]) == expected(engine, KEST)
    server.wait_answer(server.tap(message, texts.MORE))
    more = server.wait()[0]
    offered = [quote.id for quote in answer.quotes]
    further = engine.further(KEST, offered)
    assert further
    assert not {quote.id for quote in further} & set(offered)
    assert form(more) == form(pages(further_parts(further, words), words)[0].message)
    server.wait_answer(server.tap(message, texts.NOT_RIGHT))
    assert {texts.WRONG_QUOTE, texts.WRONG_SPEAKER, texts.NOT_AN_ANSWER} <= set(labels(server.wait_edit()[0]))
    told = server.wait_answer(server.tap(message, texts.WRONG_SPEAKER))
    assert told["text"] == texts.THANKS
    assert texts.RIGHT not in labels(server.wait_edit()[0])
    stored = (bot.home / "bot.sqlite").read_bytes()
    assert b"Kest" not in stored
    assert KEST.encode() not in stored


def test_buttons_belong_to_who_asked_and_forged_ones_do_nothing(server):
    server.group(-210, privacy=False)
    message = heard(server, server.say(f"@quoth_test_bot {KEST}", -210, user=21))
    assert server.wait_answer(server.tap(message, texts.CONTEXT, user=22))["text"] == texts.NOT_YOURS
    for data in ("page:unknownanswer:0", "say::right", "drop table", "more:x:99999999999999"):
        assert server.wait_answer(server.tap(message, data, user=21, forged=True))["text"] == texts.EXPIRED
    identity = message["reply_markup"]["inline_keyboard"][0][0]["callback_data"].split(":")[1]
    gone = server.wait_answer(server.tap(message, f"context:{identity}:99", user=21, forged=True))
    assert gone["text"] == texts.GONE
    assert not server.edits


def test_what_does_not_fit_one_message_comes_on_pages_that_turn(server, engine):
    news = " ".join(quote.text for text in (KEST, ARMY) for quote in engine.ask(text).quotes)
    news = " ".join([news] * 6)[:3900]
    words = interface("en")
    built = pages(excerpt_parts(news, engine, words), words)
    message = heard(server, server.say(news, 23, forwarded=True))
    assert form(message) == form(built[0].message)
    for number in [*range(1, len(built)), 0] if len(built) > 1 else []:
        server.wait_answer(server.tap(message, "▶"))
        assert form(server.wait_edit()[0]) == form(built[number].message)


def test_languages_are_told_chosen_and_never_touch_a_quote(server, engine):
    for user, code in ((30, "lt"), (31, "ru"), (32, "uk"), (33, "de")):
        server.user(user, language_code=code)
        words = interface(code if code in NATIVE else "en")
        assert form(heard(server, server.say(KEST, user))) == expected(engine, KEST, code=words.code)
        assert heard(server, server.say("/privacy", user))["text"] == words.say(texts.PRIVACY)
    asked = heard(server, server.say("/language", 30))
    assert labels(asked) == ["English", "Lietuvių", "Русский", "Українська", interface("lt").say(texts.AS_IN_TELEGRAM)]
    server.wait_answer(server.tap(asked, "Українська"))
    assert server.wait_edit()[0]["text"] == interface("uk").say(texts.LANGUAGE_SET)
    assert heard(server, server.say("/start", 30))["text"] == interface("uk").say(texts.START)
    assert heard(server, server.say("/language ru", 30))["text"] == interface("ru").say(texts.LANGUAGE_SET)
    told = {
        (given.get("language_code", "en"), json.dumps(given.get("scope", {})))
        for _, given in [item for item in server.requests if item[0] == "setmycommands"]
    }
    assert {code for code, _ in told} == set(NATIVE)
    descriptions = {given["description"] for name, given in server.requests if name == "setmydescription"}
    assert descriptions == {interface(code).say(texts.DESCRIPTION) for code in NATIVE}


def test_everything_about_a_person_is_erased_and_shown(server):
    server.user(40, language_code="en")
    message = heard(server, server.say(KEST, 40))
    server.wait_answer(server.tap(message, texts.RIGHT))
    server.wait_edit()
    heard(server, server.say("/language en", 40))
    gone = heard(server, server.say("/forget", 40))["text"]
    assert gone == (f"{texts.FORGOTTEN}\n• 1 stored answer\n• 1 judgment\n• 1 setting\n• 1 remembered question")
    assert server.wait_answer(server.tap(message, texts.CONTEXT))["text"] == texts.EXPIRED
    assert "0 stored answers" in heard(server, server.say("/forget", 40))["text"]


def test_inline_offers_the_quotes_with_their_chain(server, engine):
    answer = engine.ask(KEST)
    offered = server.ask_inline(KEST, 50)
    assert [item["description"] for item in offered["results"]] == [quote.attribution for quote in answer.quotes]
    first = offered["results"][0]["input_message_content"]["message_text"]
    assert answer.quotes[0].text in first
    assert answer.quotes[0].attribution in first
    assert server.ask_inline("How does photosynthesis work?", 50)["button"]["text"] == texts.NOTHING_INLINE
    assert server.ask_inline("", 50)["button"]["text"] == texts.INLINE_HINT
    by_id = server.ask_inline(answer.quotes[0].id, 50)["results"]
    assert [item["input_message_content"]["message_text"] for item in by_id] == [first]
    linked = heard(server, server.say(f"/start {answer.quotes[0].id}", 50))
    assert answer.quotes[0].text in linked["text"]


def test_old_questions_are_answered_with_sense(server):
    late = heard(server, server.say(KEST, 60, ago=1200))
    assert late["text"].startswith(f"{texts.LATE}\n\n")
    server.say(KEST, 60, ago=100_000)
    server.group(-600, privacy=False)
    server.say(f"@quoth_test_bot {KEST}", -600, user=60, ago=1200)
    quiet(server, 60)


def test_maintainers_see_and_change_and_others_do_not(server):
    heard(server, server.say("/start", ADMIN))
    status = heard(server, server.say("/status", ADMIN))["text"]
    assert status.startswith("Generation ")
    assert "Questions waiting: 0" in status
    for command in ("/status", "/reindex", "/feedback", "/add"):
        assert heard(server, server.say(command, 70))["text"] == texts.QUESTION_REFUSED
    post = b"---\ntitle: A late post\nauthor: Ona\n---\n\nThe ferry to Ostrava Bay sails on Mondays.\n"
    assert heard(server, server.send_file("late.md", post, ADMIN))["text"].startswith("Added ")
    assert "already" in heard(server, server.send_file("late.md", post, ADMIN))["text"]
    assert heard(server, server.send_file("late.exe", post, ADMIN))["text"].startswith("I take ")
    assert "larger" in heard(server, server.send_file("late.md", post, ADMIN, size=21 << 20))["text"]
    assert texts.CHANGED_SINCE in heard(server, server.say("/status", ADMIN))["text"]
    building = heard(server, server.say("/reindex", ADMIN))
    assert building["text"] == texts.REINDEXING
    while not (text := server.wait_edit()[0]["text"]).startswith("Published generation"):
        assert text.startswith("Indexing: ")
    found = heard(server, server.say("When does the ferry to Ostrava Bay sail?", 70))["text"]
    assert "The ferry to Ostrava Bay sails on Mondays." in found
    judged = heard(server, server.say("/feedback", ADMIN))["text"]
    assert "Wrong speaker: 1" in judged
    assert KEST in judged


def test_a_webhook_a_guest_list_and_a_limit(home, tmp_path):
    port = free_port()
    with BotApiServer() as server:
        url = f"http://127.0.0.1:{port}/hook"
        settings = {
            "telegram_webhook_url": url,
            "telegram_webhook_port": port,
            "telegram_allowed": "80 -800",
            "telegram_per_minute": 3,
        }
        bot = BotProcess.__new__(BotProcess)
        bot.start, start = lambda *_: None, BotProcess.start
        bot.__init__(shutil.copytree(home, tmp_path / "home"), server, tmp_path, **settings)
        start(bot, "setwebhook")
        engine_words = heard(server, server.say("/privacy", 80))["text"]
        assert engine_words == texts.PRIVACY
        for _ in range(3):
            assert "— Davor Kest" in heard(server, server.say(KEST, 80))["text"]
        assert heard(server, server.say(KEST, 80))["text"] == texts.SLOW_DOWN
        server.say(KEST, 80)
        stranger = heard(server, server.say(KEST, 81))["text"]
        assert stranger == texts.NOT_ALLOWED.format(user=81)
        server.push({"message": {"message_id": 1, "chat": {"id": 80}}})
        assert heard(server, server.say("/help", 80))["text"] == texts.HELP
        for body, headers, code in (
            (b"{}", {}, 403),
            (b"{}", {"X-Telegram-Bot-Api-Secret-Token": "guess"}, 403),
        ):
            assert httpx.post(url, content=body, headers=headers).status_code == code
        assert bot.end() < 20
        assert server.refusals == []
    shutil.rmtree(tmp_path, ignore_errors=True)

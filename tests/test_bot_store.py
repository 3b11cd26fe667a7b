import json

import pytest

from bot.feedback import draft_case, summary
from bot.store import DAY, Judgment, Shown, Store
from bot.vault import open_vault
from corpus.errors import QuothError

PLACE = {"marked": True, "article": "ab" * 32, "span": [1, 9], "key": [1, 9], "score": 0.5, "also_in": []}


def opened(folder, now=lambda: 0.0):
    return Store(folder / "bot.sqlite", open_vault(folder / "key" / "bot.key"), now)


def shown(store, identity="abc", person=7, asked=3):
    return Shown(identity, store.alias(person), store.alias(7), asked, 4, "lt", "answered", "g1", False, (PLACE,))


def judged(question="who wants what?", kind="wrong_quote"):
    return Judgment(kind, 5.0, question, None, "answered", "g1", ("ab-1-9",))


def test_what_is_kept_comes_back_after_a_restart(tmp_path):
    store = opened(tmp_path)
    store.keep_answer(shown(store))
    store.set_language(7, "uk")
    store.judge(store.alias(7), "abc", judged())
    store.close()
    again = opened(tmp_path)
    assert again.answer("abc") == again.answer_to(7, 3) == shown(again)
    assert again.language(7) == "uk"
    assert list(again.judgments()) == [judged()]
    assert again.answer("abd") is None


def test_nothing_readable_is_on_disk_and_the_key_lies_apart(tmp_path):
    store = opened(tmp_path)
    store.judge(store.alias(1234567), "abc", judged())
    store.close()
    data = b"".join(path.read_bytes() for path in tmp_path.glob("bot.sqlite*"))
    assert b"who wants" not in data
    assert b"1234567" not in data
    assert (tmp_path / "key" / "bot.key").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "bot.sqlite").stat().st_mode & 0o077 == 0


def test_another_key_is_noticed_at_once(tmp_path):
    opened(tmp_path).close()
    (tmp_path / "key" / "bot.key").unlink()
    with pytest.raises(QuothError, match="another key"):
        opened(tmp_path)


def test_a_file_that_holds_no_key_is_named(tmp_path):
    (tmp_path / "bot.key").write_text("no key")
    with pytest.raises(QuothError, match=r"bot\.key holds no key"):
        open_vault(tmp_path / "bot.key")


def test_forgetting_takes_everything_of_one_person(tmp_path):
    store = opened(tmp_path)
    for person in (7, 8):
        store.keep_answer(shown(store, f"answer{person}", person))
        store.set_language(person, "ru")
        store.judge(store.alias(person), f"answer{person}", judged())
    assert store.forget(7) == {"answers": 1, "feedback": 1, "settings": 1}
    assert store.answer("answer7") is None
    assert (store.language(7), store.language(8)) == (None, "ru")
    assert len(list(store.judgments())) == 1


def test_everything_has_an_end(tmp_path):
    now = [0.0]
    store = opened(tmp_path, lambda: now[0])
    store.keep_answer(shown(store))
    store.begin(1)
    now[0] = 2.5 * DAY
    assert store.purge() == 1
    now[0] = 8 * DAY
    assert store.answer("abc") is None
    assert store.purge() == 1


def test_an_update_is_taken_up_once_and_again_after_a_crash(tmp_path):
    store = opened(tmp_path)
    assert [store.begin(1), store.begin(1), store.begin(2)] == [True, False, True]
    store.finish(1)
    store.close()
    again = opened(tmp_path)
    assert [again.begin(1), again.begin(2), again.begin(2)] == [False, True, False]


def test_a_judgment_becomes_a_draft_of_a_case():
    record = json.loads(draft_case(judged()))
    assert (record["part"], record["kind"], record["question"]) == ("draft", "feedback_wrong_quote", "who wants what?")
    assert (record["answered"], record["quotes"]) == (True, ["ab-1-9"])
    assert list(summary([judged()])) == [
        "right: 0, wrong quote: 1, wrong speaker: 0, not an answer: 0",
        "1970-01-01  wrong quote: who wants what?",
    ]

import pytest

from bot.spelling import corrected

TEXTS = ["The Tessel toll began in March, and 20,000 people marched, Ivo Brandt among them."]


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("when did the tesel toll begin", "when did the Tessel toll begin"),
        ("how many poeple marched", "how many people marched"),
        ("who is zzzzz", "who is zzzzz"),
        ("the tlol began", "the toll began"),  # letters that changed places, in a word too short to be like another
        ("did Barndt march", "did Barndt march"),  # a name: another's may differ by as little
        ("wy did the toll begin", "why did the toll begin"),
        ("Wen marched", "Wen marched"),  # a name
        ("the tol", "the tol"),  # too short to be sure
        ("did Brandl march", "did Brandl march"),  # perhaps somebody else than Brandt
    ],
)
def test_unknown_words_become_what_they_resemble(question, right):
    known = {"when", "many", "begin", "toll", "march", "marched"}
    assert corrected(question, lambda word: word in known, TEXTS) == right


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("what did ubo brandt say", "what did ubo brandt say"),
        ("what did vericy moll say", "what did Verity moll say"),
        ("what did moll vericy say", "what did moll vericy say"),
        ("what did vericy say", "what did vericy say"),
    ],
)
def test_a_misspelt_name_beside_the_right_one_is_the_one_that_stands_beside_it_in_the_texts(question, right):
    known = {"what", "moll", "brandt"}
    texts = ["In Brae the baker Verity Moll baked.", *TEXTS]
    assert corrected(question, lambda word: word in known, texts) == right


def test_nothing_is_read_where_every_word_is_known():
    def texts():
        raise AssertionError("read")
        yield ""

    assert corrected("who marched", lambda _word: True, texts()) == "who marched"


def test_the_answer_says_what_was_put_right(engine):
    answer = engine.ask("How much does Varland charge for passing the Tesssel strait?")
    assert answer.understood_as == "How much does Varland charge for passing the Tessel strait?"
    assert "4,000 crowns" in answer.quotes[0].text

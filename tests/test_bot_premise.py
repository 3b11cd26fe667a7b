import pytest

from bot.answer import Verdict
from bot.premise import event_asked, speaks_of


@pytest.mark.parametrize(
    ("question", "event"),
    [
        ("Why did Varland join the Ostrin League?", "join"),
        ("When did the keepers of both lighthouses finally drown?", "drown"),
        ("How many missiles of that type did the United States deliver?", "deliver"),
        ("To which of her colleagues did Ilse Marrow's sister send a letter?", "send"),
        ("Why did the new Varland government raise the toll?", "raise"),
        ("Why did two ferry crews strike?", "strike"),
        ("Did Varland join the Ostrin League?", None),
        ("What did Davor Kest say about fish?", None),
        ("Why did the League reject the offer?", None),
        ("Who pays for the light?", None),
        ("Who did it?", None),
    ],
)
def test_what_a_question_takes_it_that_somebody_did(question, event):
    assert event_asked(question) == event


@pytest.mark.parametrize(
    ("event", "words", "told"),
    [
        ("join", "It joined the League.", True),
        ("deliver", "The delivery came late.", True),
        ("withdraw", "After the withdrawal.", True),
        ("stop", "It stopped.", True),
        ("give", "They gave it up.", True),
        ("deny", "She denied it.", True),
        ("join", "It left the League.", False),
        ("join", "It will never join the League, and nobody wants to join it.", False),
        ("join", "It would not join at first and joined later.", True),
        ("win", "A window was open.", False),
    ],
)
def test_whether_words_speak_of_it(event, words, told):
    assert speaks_of(event, words) is told


def test_what_nobody_did_is_not_answered_by_what_was_done(engine):
    assert engine.ask("Why did Varland join the Ostrin League?").verdict is Verdict.NOT_STATED

import pytest

from bot.any_words_abroad import asks_for_any_words_abroad
from bot.party import Party
from bot.party_asked import party_asked


@pytest.mark.parametrize(
    "question",
    [
        "Was sagte Kest?",
        "Was hat Kest seit Anfang März 2031 gesagt?",
        "Que disait Davor Kest à partir de mars 2031 ?",
        "Что сказал Кест в июне 2031 года?",
        "Що говорив Кест минулого тижня?",
        "Ką Kestas sakė 2031 m. gegužę?",
        "Co powiedział Kest w zeszłym roku?",
    ],
)
def test_a_question_for_anything_that_somebody_said(question):
    party = party_asked(question)
    assert party is not None
    assert asks_for_any_words_abroad(question, party)


@pytest.mark.parametrize(
    "question",
    [
        "Was sagte Kest über die Maut?",
        "Was forderte Kest im Mai 2031?",
        "Qu’a dit Kest du péage en mai 2031 ?",
        "Что сказал Кест о сборе в июне 2031 года?",
        "Чому Кест сказав, що море вільне?",
        "Ką Kestas sakė apie rinkliavą?",
        "Kiedy Kest powiedział to w maju?",
    ],
)
def test_a_question_with_a_topic_is_none(question):
    assert not asks_for_any_words_abroad(question, party_asked(question))


def test_a_long_question_is_read_at_once():
    assert not asks_for_any_words_abroad(f"Qu’a dit Kest {'de la ' * 100}mer ?", Party("Kest", "fr"))

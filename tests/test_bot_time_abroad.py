from datetime import date

import pytest

from bot.period import Period, periods_asked
from bot.time_abroad import time_in_english

TODAY = date(2032, 3, 17)  # a Wednesday
MAY = Period(date(2031, 5, 1), date(2031, 5, 31))
THIRD_OF_MAY = Period(date(2031, 5, 3), date(2031, 5, 3))
MARCH_TO_MAY = Period(date(2031, 3, 1), date(2031, 5, 31))
SINCE_MARCH = Period(date(2031, 3, 1))
UNTIL_OCTOBER = Period(last=date(2031, 10, 31))
LAST_WEEK = Period(date(2032, 3, 8), date(2032, 3, 14))
LAST_MONTH = Period(date(2032, 2, 1), date(2032, 2, 29))
LAST_YEAR = Period(date(2031, 1, 1), date(2031, 12, 31))
THIS_MONTH = Period(date(2032, 3, 1), TODAY)
TEN_DAYS = Period(date(2032, 3, 7), TODAY)
YESTERDAY = Period(date(2032, 3, 16), date(2032, 3, 16))
ANY_MARCH, ANY_MAY = Period(month=3), Period(month=5)


@pytest.mark.parametrize(
    ("language", "question", "period"),
    [
        ("de", "Was sagte Marrow im Mai 2031?", MAY),
        ("de", "Was sagte Alder am 3. Mai 2031?", THIRD_OF_MAY),
        ("de", "Was sagte Alder am 03.05.2031?", THIRD_OF_MAY),
        ("de", "Was hat Kest seit März 2031 gesagt?", SINCE_MARCH),
        ("de", "Warum wurde die Maut vor Oktober 2031 gesenkt?", UNTIL_OCTOBER),
        ("de", "Was sagte Kest zwischen März und Mai 2031?", MARCH_TO_MAY),
        ("de", "Was forderte die Liga letzte Woche?", LAST_WEEK),
        ("de", "Wie viele Schiffe kamen in den letzten 10 Tagen?", TEN_DAYS),
        ("de", "Was sagte Kest 2031 über die Maut?", LAST_YEAR),
        ("fr", "Qu'a dit Marrow en mai 2031 ?", MAY),
        ("fr", "Qu’a dit Alder le 3 mai 2031 ?", THIRD_OF_MAY),
        ("fr", "qu'a dit Kest depuis mars 2031 ?", SINCE_MARCH),
        ("fr", "Qu'a promis Alder avant octobre 2031 ?", UNTIL_OCTOBER),
        ("fr", "Que voulait la Ligue entre mars et mai 2031 ?", MARCH_TO_MAY),
        ("fr", "Qu'a dit Kest la semaine dernière ?", LAST_WEEK),
        ("fr", "Qu'a dit Alder l'année dernière ?", LAST_YEAR),
        ("fr", "Qu'a dit Alder ces 10 derniers jours ?", TEN_DAYS),
        ("fr", "Pourquoi Kest a-t-il refusé en mars ?", ANY_MARCH),
        ("ru", "Что сказала Марроу в мае 2031 года?", MAY),
        ("ru", "что сказал алдер 3 мая 2031 года", THIRD_OF_MAY),
        ("ru", "Что говорил Кест с марта 2031 года?", SINCE_MARCH),
        ("ru", "Что обещал Алдер до октября 2031 года?", UNTIL_OCTOBER),
        ("ru", "Чего хотела Лига между мартом и маем 2031 года?", MARCH_TO_MAY),
        ("ru", "Что сказал Кест на прошлой неделе?", LAST_WEEK),
        ("ru", "Что сказал Кест в прошлом году?", LAST_YEAR),
        ("ru", "Что Кест говорил за последние 10 дней?", TEN_DAYS),
        ("ru", "Почему Кест отказался в мае?", ANY_MAY),
        ("uk", "Що сказала Марроу у травні 2031 року?", MAY),
        ("uk", "Чого хоче Ліга з березня 2031 року?", SINCE_MARCH),
        ("uk", "Що обіцяв Алдер від березня до травня 2031 року?", MARCH_TO_MAY),
        ("uk", "Що сказав Кест минулого місяця?", LAST_MONTH),
        ("uk", "Що сказав Алдер торік?", LAST_YEAR),
        ("uk", "Що сказав Кест учора?", YESTERDAY),
        ("lt", "ką Marrow sakė 2031 m. gegužę?", MAY),
        ("lt", "Ką Alderis sakė 2031 m. gegužės 3 d.?", THIRD_OF_MAY),
        ("lt", "Ko Lyga nori nuo 2031 m. kovo?", SINCE_MARCH),
        ("lt", "Ką Kestas sakė nuo 2031 m. kovo iki gegužės?", MARCH_TO_MAY),
        ("lt", "Ką Kestas sakė praėjusią savaitę?", LAST_WEEK),
        ("lt", "Ką Alderis sakė pernai?", LAST_YEAR),
        ("lt", "Ką Kestas sakė šį mėnesį?", THIS_MONTH),
        ("lt", "Kodėl Kestas atsisakė gegužę?", ANY_MAY),
        ("pl", "Co powiedział Kest w maju 2031 roku?", MAY),
        ("pl", "Co powiedział Alder 3 maja 2031 roku?", THIRD_OF_MAY),
        ("pl", "Czego chce Liga od marca 2031 roku?", SINCE_MARCH),
        ("pl", "Co mówił Alder między marcem a majem 2031 roku?", MARCH_TO_MAY),
        ("pl", "co powiedziała Marrow w zeszłym tygodniu?", LAST_WEEK),
        ("pl", "Co powiedział Kest w ubiegłym miesiącu?", LAST_MONTH),
        ("pl", "Dlaczego Kest odmówił w marcu?", ANY_MARCH),
    ],
)
def test_a_question_in_another_language_names_a_time(language, question, period):
    assert periods_asked(time_in_english(question, language), TODAY) == (period,)


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("de", "Wo wächst der Mais?"),
        ("de", "Warum warten 2.000 Schiffe vor Brae?"),
        ("de", "Warum wurden 2000 Schiffe gezählt?"),
        ("de", "Wie oft im Monat fährt die Fähre?"),
        ("fr", "Où sont les 2 000 navires de la Ligue ?"),
        ("fr", "Combien de fois par mois le bac passe-t-il ?"),
        ("fr", "Qui veut aller sur Mars ?"),
        ("ru", "Кто ходит на маяк 3 раза в месяц?"),
        ("ru", "Сколько стоит проход для 2000 кораблей?"),
        ("ru", "Что сказала Марта Пелл о мачте?"),
        ("uk", "Скільки трави росте в полі?"),
        ("uk", "Скільки разів на рік ходить пором?"),
        ("lt", "Kas laimėjo kovą dėl švyturio?"),
        ("lt", "Kiek kartų per mėnesį plaukia keltas?"),
        ("pl", "Co znaczy słowo marzec?"),
        ("pl", "Ile statków, 2 000 czy 3 000, minęło Brae?"),
    ],
)
def test_a_question_in_another_language_names_none(language, question):
    assert periods_asked(time_in_english(question, language), TODAY) == ()

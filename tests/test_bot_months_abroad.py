import pytest

from bot.months_abroad import months


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("de", "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
        ("fr", "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
        ("ru", "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре"),
        ("ru", "январём февралём мартом апрелем маем июнем июлем августом сентябрём октябрём ноябрём декабрём"),
        ("uk", "січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні"),
        ("lt", "sausį vasarį kovą balandį gegužę birželį liepą rugpjūtį rugsėjį spalį lapkritį gruodį"),
        ("pl", "styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrześniu październiku listopadzie grudniu"),
        ("pl", "styczniem lutym marcem kwietniem majem czerwcem lipcem sierpniem wrześniem październikiem listopadem"),
    ],
)
def test_months_are_known_in_the_cases_that_tell_a_time(language, names):
    assert [months(language).get(name.lower()) for name in names.split()] == list(range(1, len(names.split()) + 1))

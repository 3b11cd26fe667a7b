from bot.recent import KEPT, MOST, Recent


def test_what_is_remembered_is_forgotten_in_time():
    now = [0.0]
    recent = Recent(lambda: now[0])
    recent.remember(1, "army")
    assert (recent.get(1), recent.get(2)) == ("army", None)
    now[0] = KEPT + 1
    assert recent.get(1) is None


def test_what_is_longest_untouched_makes_room():
    recent = Recent(lambda: 0.0)
    for key in range(MOST + 1):
        recent.remember(key, "army")
    assert (recent.get(0), recent.get(1)) == (None, "army")


def test_what_goes_is_forgotten_and_counted():
    recent = Recent(lambda: 0.0)
    for key in range(3):
        recent.remember(key, "army")
    assert recent.forget(lambda key, _: key > 0) == 2
    assert [recent.get(key) for key in range(3)] == ["army", None, None]


def test_how_many_are_remembered_can_be_said():
    recent = Recent(lambda: 0.0, most=2)
    for key in range(3):
        recent.remember(key, "army")
    assert [recent.get(key) for key in range(3)] == [None, "army", "army"]

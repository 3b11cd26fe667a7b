from bot.limits import Gate, Ruling


def test_a_person_gets_so_many_a_minute_and_is_told_once():
    now = [0.0]
    gate = Gate((), each=2, everybody=100, clock=lambda: now[0])
    rulings = [gate.rule(1, 1) for _ in range(4)]
    assert rulings == [Ruling.ANSWER, Ruling.ANSWER, Ruling.TOO_FAST, Ruling.SILENCE]
    assert gate.rule(2, 2) is Ruling.ANSWER
    now[0] = 30.0  # half a minute brings one of two
    assert [gate.rule(1, 1), gate.rule(1, 1)] == [Ruling.ANSWER, Ruling.TOO_FAST]


def test_everybody_together_has_a_limit():
    gate = Gate((), each=10, everybody=3, clock=lambda: 0.0)
    assert [gate.rule(person, person) for person in (1, 2, 3, 4)] == [Ruling.ANSWER] * 3 + [Ruling.BUSY]


def test_a_guest_list_lets_in_people_and_whole_groups():
    gate = Gate((5, -70), each=10, everybody=10, clock=lambda: 0.0)
    assert [gate.rule(5, 5), gate.rule(6, -70), gate.rule(6, 6)] == [Ruling.ANSWER, Ruling.ANSWER, Ruling.NOT_ALLOWED]

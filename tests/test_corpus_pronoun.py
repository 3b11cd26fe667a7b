from conftest import speakers


def test_a_woman_named_before_he_does_not_hide_the_man_who_spoke():
    came = "Ms. Ilse Marrow came to Brae. Mr. Pell met her."
    said = "Orrin Pell, the director of the port, said on Monday that the crane was sold."
    found = speakers(f"{came} {said} Of Ms. Marrow’s speech, he said that it was too long.")
    assert found[-1][0] == "Orrin Pell"

from conftest import direct, speakers


def test_a_pronoun_between_two_people_is_nobody():
    found = speakers("Ilse Marrow said nothing. Davor Kest met Ilse Marrow. “We wait for the tide,” he said.")
    assert found[-1][0] in {None, "Davor Kest"}


def test_nobody_is_guessed():
    assert (
        speakers("A retired officer was less calm. “One nervous helmsman is enough,” the officer said.")[0][0] is None
    )


def test_a_woman_is_not_he():
    text = "Mary Pell said that the boats would wait for the tide. “It comes at nine,” {} said."
    assert [item.speaker for item in direct(text.format("she"))] == ["Mary Pell"]
    assert [item.speaker for item in direct(text.format("he"))] == [None]


def test_after_a_speaker_whom_the_text_does_not_introduce_a_pronoun_is_nobodys():
    text = (
        "Mr. Orrin Pell said that the boats would wait for the tide. Quill noted that the harbor was full of them. "
        "“It comes at nine,” he said."
    )
    assert [item.speaker for item in direct(text)] == [None]


def test_who_alone_speaks_in_a_sentence_goes_on_speaking():
    text = (
        "Peter Pell came. “We wait for the tide,” Pell told Ilm Arden in an interview with QRA TODAY.\n"
        "“It comes at nine,” he said, and left."
    )
    assert [item.speaker for item in direct(text)] == ["Peter Pell", "Peter Pell"]


def test_an_initial_ends_no_sentence_for_a_pronoun():
    text = "Davor Kest led the board. Mr. Kest wrote to the judge, Ada P. Lund, and “the tide is late,” he said."
    assert [item.speaker for item in direct(text)] == ["Davor Kest"]

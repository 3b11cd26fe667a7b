from conftest import direct, speakers


def test_a_woman_named_before_he_does_not_hide_the_man_who_spoke():
    came = "Ms. Ilse Marrow came to Brae. Mr. Pell met her."
    said = "Orrin Pell, the director of the port, said on Monday that the crane was sold."
    found = speakers(f"{came} {said} Of Ms. Marrow’s speech, he said that it was too long.")
    assert found[-1][0] == "Orrin Pell"


def test_a_pronoun_is_nobodys_who_spoke_before_somebody_without_a_name():
    text = (
        "Piet Pell called the strike reckless. He said that the port was poor.\n"
        "At the gate a crane driver in a blue coat warmed his hands. “My son asks me what he should learn,” he said."
    )
    assert [item.speaker for item in direct(text)] == [None]


def test_a_pronoun_means_who_alone_of_two_can_be_meant():
    text = (
        "Anna Pell, the head of the office, explains where the votes came from. A box had been counted twice for "
        "Mr. Kest. “It was not fraud,” she says. “It was a tired man.”"
    )
    assert [item.speaker for item in direct(text)] == ["Anna Pell", "Anna Pell"]
    text = (
        "The mayor, Anna Pell, and the envoy, Davor Kest, came by boat. The mayor, Anna Pell, told Mr. Kest to go. "
        "“I wanted to see it,” he said."
    )
    assert "Anna Pell" not in [item.speaker for item in direct(text)]


def test_a_month_cut_short_ends_no_sentence_for_a_pronoun():
    text = (
        "Mr. Kest was absent. Zdenka Pell had left on Sept. 30, a day after she had said that a court “would not find "
        "the tower on a tray.” Ms. Pell said that she was well."
    )
    assert [item.speaker for item in direct(text)] == ["Zdenka Pell"]


def test_he_who_begins_a_sentence_is_he_again_behind_a_name():
    text = (
        "Otto Pell, the director of the port, said that Mr. Marrow was a fool. But he held fire on Mr. Kest, and he "
        "said that “the port can wait until spring.”"
    )
    assert "Kest" not in [item.speaker for item in direct(text)]


def test_he_was_a_pilot_is_still_he():
    text = "Otto Pell, the director of the port, spoke. He came back as a crane pilot. “The port can wait,” he said."
    assert [item.speaker for item in direct(text)] == ["Otto Pell"]


def test_he_is_not_who_spoke_before_somebody_whom_the_text_does_not_name():
    text = (
        "Otto Pell, the director of the port, said that it was late.\n"
        "The driver, who came from Brae, said that he had hoped for more. It did not work out. “Nobody came,” he said."
    )
    assert [item.speaker for item in direct(text)] == [None]


def test_he_is_not_who_was_named_before_where_somebody_unknown_begins_the_sentence():
    text = (
        "Otto Pell, the director of the port, said that it was late. "
        "Kimm Yong Choll was the oldest guest of the port, and he said that the tide had been his friend."
    )
    assert [name for name, words in speakers(text)] == ["Otto Pell", None]


def test_whom_he_praises_is_not_he():
    text = (
        "Otto Pell, the director of the port, spoke on Monday. He read out the letters of its founder, Ivo Brandt. "
        "“The port can wait until spring,” he said."
    )
    assert [item.speaker for item in direct(text)] == ["Otto Pell"]


def test_he_is_nobody_behind_somebody_without_a_name_in_his_sentence():
    said = "Otto Pell, the director of the port, said that it was late."
    someone = speakers(
        f"{said} A 27-year-old father from Brae chased a thief who he said “had been at the lamps for years.”"
    )
    assert [name for name, _ in someone].count("Otto Pell") == 1


def test_somebody_without_a_name_is_not_whom_he_met():
    known = "Otto Pell, the director of the port, left. The boats were late, said Anna Marrow, the mayor."
    text = f"{known} A pilot who had worked for Otto Pell came home by boat. “The port can wait until spring,” he said."
    assert [item.speaker for item in direct(text)] == [None]


def test_who_is_asked_about_another_is_not_the_other():
    text = (
        "Rosa Pell, the singer, came to Brae. “It was late,” she said.\n"
        "Asked whether Anna Marrow would win in the end, she replied: “I don’t know that at all.”"
    )
    assert [item.speaker for item in direct(text)] == ["Rosa Pell", "Rosa Pell"]


def test_who_was_told_is_not_who_goes_on():
    text = (
        "“We have not seen the letter yet,” the Ostrin Democrat told Otto Pell, the host. "
        "“I think that we will see it in a couple of days,” he added."
    )
    assert [item.speaker for item in direct(text)][-1] is None


def test_news_of_its_own_in_a_round_up_begins_without_anybody():
    towns = [f"Brae{letter}: The council of the town met on Monday and sold a boat." for letter in "abcde"]
    spoke = "Kestholm: Mayor Quill Marrow said on Monday that the crane was sold."
    text = "\n".join([*towns, spoke, "Harborton: The boats are old. “The port can wait until spring,” she said."])
    assert [item.speaker for item in direct(text)] == [None]

import pytest

from corpus.article import Post
from corpus.read import analyse


def speakers(text):
    article, _ = analyse(text, Post())
    return [(speech.speaker, speech.described_as) for speech in article.speech]


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("Varland’s energy minister, Ada Lund, opened the gate.", "Varland’s energy minister"),
        ("The mayor of Brae, Ada Lund, opened the gate.", "the mayor of Brae"),
        ("Its new director, Ada Lund, opened the gate.", "new director"),
    ],
)
def test_who_is_described_before_the_name_is_known_by_it(text, described):
    assert speakers(f"{text} “Water is patient,” Ms. Lund said.") == [("Ada Lund", described)]


def test_a_pronoun_does_not_mean_who_spoke_before_where_its_sentence_introduces_somebody():
    said = "Otto Marrow, the director of the port, said on Monday that the crane was sold."
    someone = f"{said} The judge Berta Quell, brought in by both, was amused; he said that the port could wait."
    assert [name for name, _ in speakers(someone)].count("Otto Marrow") == 1
    assert speakers(f"{said} In Long Harbor he said that the port could wait.")[-1][0] == "Otto Marrow"


def test_whose_kin_somebody_is_describes_them():
    text = "Otto Marrow spoke. “My sons drive trucks,” said Berta Quell, Mr. Marrow’s aunt."
    assert speakers(text)[-1] == ("Berta Quell", "Mr. Marrow’s aunt")


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Harbor professor Otto Lund Pell Jr.", "Otto Lund Pell Jr."),
        ("Brae Department of Health and Harbor Control Director Dr. Ada Lund", "Ada Lund"),
        ("Northern Harbor Organization (NHO) secretary-general Professor Ada Lund", "Ada Lund"),
        ("Varland’s Ministry of Foreign Affairs spokesperson Wen Kestbo", "Wen Kestbo"),
        ("Tideline editor in chief Neva Quell", "Neva Quell"),
        ("chief of staff Levi Bossart", "Levi Bossart"),
        ("its President Jovo Widmark", "Jovo Widmark"),
        ("Brae’s Ada Lund", "Ada Lund"),
    ],
)
def test_the_office_before_a_name_is_none_of_it(source, name):
    assert [who for who, _ in speakers(f"“The lamps are out and we wait,” {source} said.")] == [name]


def test_what_several_do_is_not_done_by_a_person_called_so():
    text = (
        "Top Ostrin diplomats said on Monday that they would wait for the ships. He noted that it was late in the year."
    )
    assert "Top Ostrin" not in [who for who, _ in speakers(text)]


def test_the_words_of_a_leader_describe_nobody():
    text = "Otto Pell spoke, repeating the words of its leader, Elias Marrow. “The lamps are out,” said Marrow."
    assert speakers(text)[-1] == ("Elias Marrow", "leader")

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

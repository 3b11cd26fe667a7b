import pytest

from corpus.called import called
from corpus.people import People


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Board of Pilots member Orrin Pell", "Orrin Pell"),
        ("International Brotherhood of Lamps General President Ilse Marrow", "Ilse Marrow"),
        ("Member of Parliament (MP) Ilse Marrow of the Harbor Party", "Ilse Marrow"),
        ("Mayor of Brae Ivo Brandt (no relation)", "Ivo Brandt"),
        ("A Republican Assemblywoman, Ilse Marrow,", "Ilse Marrow"),
        ("Party Chair Ilse Marrow", "Ilse Marrow"),
        ("Ecologist Karen Pell", "Karen Pell"),
        ("Board of Pilots", "Board of Pilots"),
        ("General Motors", "General Motors"),
        ("the Mayor of Brae", "the Mayor of Brae"),
        ("∙ South Varland", "South Varland"),
        ("A Courier/Gazette poll conducted last week", "a Courier/Gazette poll"),
        ("Part of the judge’s statement", None),
        ("Other", None),
    ],
)
def test_a_name_is_whole_and_no_role_alone(source, name):
    assert called(source, People(f"{source} said so.", [source])) == name


def test_whom_somebody_advises_is_not_the_speaker():
    source = "Ada Lund, Special Advisor to District Attorney Brandt"
    people = People(f"District Attorney Ivo Brandt left. {source}, said so.", [source])
    assert called(source, people) == "Ada Lund"

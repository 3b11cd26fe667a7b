import pytest

from corpus.people import People


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("Ms. Ilse Marrow spoke. Otto Marrow left. Otto Marrow laughed.", "Ilse Marrow", "Ilse Marrow"),
        ("President Ilse Marrow spoke. Her brother Otto Marrow left.", "Otto Marrow", "Otto Marrow"),
        ("President Ilse A. Marrow spoke. Ilse Marrow left.", "Ms. Marrow", "Ilse A. Marrow"),
        ("Mr. Otto Marrow spoke. Mr. Otto Marrow Jr. left.", "Otto Marrow", "Otto Marrow"),
        ("Mr. Otto Marrow spoke. Mr. Otto Marrow Jr. left.", "Otto Marrow Jr", "Otto Marrow Jr"),
        ("Labor Secretary Ilse Marrow spoke.", "Marrow", "Ilse Marrow"),
        ("Neither Ilse Marrow nor Mr. Kest spoke. Then Ms. Marrow left.", "Marrow", "Ilse Marrow"),
        ("Ms. Ilse Arden Marrow spoke. Ms. Arden Marrow left.", "Arden Marrow", "Ilse Arden Marrow"),
    ],
)
def test_a_mention_is_the_person_whose_first_name_agrees(text, mention, name):
    assert People(text).full(mention) == name


def test_a_bare_surname_of_two_is_the_one_who_is_named_far_oftener():
    one = "Ilse Marrow spoke. " * 2
    assert People(f"President {one}Mr. Otto Marrow left.").full("Marrow") == "Ilse Marrow"
    assert People("President Ilse Marrow spoke. Mr. Otto Marrow left.").full("Marrow") == "Marrow"


def test_a_bare_surname_is_doubtful_behind_another_bearer_or_somebodys_kin():
    two = "Ilse Marrow spoke. Otto Marrow, a farmer, left. Mr. Marrow laughed. Ilse Marrow smiled."
    kin = "President Ilse Marrow spoke.\nHer brother was kinder. According to Dr. Marrow it rained."
    one = "President Ilse Marrow spoke. According to Ms. Marrow it rained."
    for text, words in ((two, "Mr. Marrow"), (kin, "Dr. Marrow"), (one, "Ms. Marrow")):
        surnames = People(text).surnames
        assert surnames.is_doubtful(words, "Ilse Marrow", text.index(words)) is (text is not one)
        assert not surnames.is_doubtful("Ilse Marrow", "Ilse Marrow", text.index("Ilse Marrow"))


def test_a_bare_surname_that_was_in_use_before_another_bearer_came_stays_whose_it_was():
    text = "President Ilse Marrow spoke. Ms. Marrow left. Otto Marrow laughed. Ms. Marrow smiled."
    assert not People(text).surnames.is_doubtful("Ms. Marrow", "Ilse Marrow", text.rindex("Ms. Marrow"))


def test_a_title_tells_which_of_two_bearers_is_meant():
    people = People("President Ilse Marrow spoke. President Otto Marrow laughed.")
    assert people.with_title("Ms. Marrow") == "Ilse Marrow"
    assert people.with_title("Mr. Marrow") == "Otto Marrow"
    assert people.with_title("Dr. Marrow") is None
    assert People("President Ilse Marrow spoke.").with_title("Mr. Marrow") is None


def test_a_bare_surname_long_before_a_full_name_is_nobodys_in_particular():
    later = "The sea was calm, and the boats lay in the harbor. " * 20
    text = f"President Marrow spoke. {later}"
    assert People(f"{text}The guests and Ilse Marrow walked home.").full("Marrow") == "Marrow"
    assert People(f"{text}President Ilse Marrow walked home.").full("Marrow") == "Ilse Marrow"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Arden County, a quiet district of farmers, waited for Mr. Kest.", ["Kest"]),
        ("Long Harbor, a town on the strait, waited for Mr. Kest.", ["Kest"]),
        ("For Varland, the region offers herring.", []),
        ("The North Strait, Mr. Kest said, is calm.", ["Kest"]),
        ("Cutter-loving Ostriners, Mr. Kest said, are calm.", ["Kest"]),
    ],
)
def test_places_and_groups_are_nobody(text, named):
    assert [mention.name for mention in People(text).mentions(text, 0, len(text))] == named


def test_of_a_source_only_the_head_and_what_commas_set_off_is_a_name():
    source = "Ilse Marrow, the mayor of Fair Harbor who played a North Shore pilot"
    people = People(f"“We wait,” said {source}.", [source])
    assert people.full("Marrow") == "Ilse Marrow"
    assert people.full("Harbor") is None


@pytest.mark.parametrize(
    ("name", "gender"), [("Ms. Kest", "f"), ("Mary Kest", "f"), ("Peter Kest", "m"), ("Ilm", None)]
)
def test_titles_and_first_names_tell_the_gender(name, gender):
    people = People(f"The pilot {name} spoke. President {name} left.")
    assert people.gender(people.full(name) or name) == gender


def test_a_description_is_of_whom_it_stands_beside():
    people = People("Ilse Marrow, a pilot from Brae, met her brother, Mr. Otto Marrow. Otto Marrow left.")
    assert people.described("Ilse Marrow") == "a pilot from Brae"
    assert people.described("Otto Marrow") is None


def test_a_surname_behind_a_first_name_is_no_place_for_being_gone_to():
    text = "The reporter Peter Marrow waited. The crew went over to Marrow, and they spoke."
    assert People(text, ["Marrow"]).full("Marrow") == "Peter Marrow"
    assert People(text, ["Marrow, who waited"]).full("Marrow") == "Peter Marrow"
    assert People("Mary Brae lives in Brae. The crew went to Brae.", ["Brae"]).full("Brae") is None


def test_a_bare_surname_is_his_who_alone_is_named_in_full_before_it():
    text = "Mr. Otto Marrow spoke. Then Marrow left. His wife, Ms. Ilse Marrow, laughed."
    assert People(text).full("Marrow") == "Otto Marrow"


@pytest.mark.parametrize(
    "source", ["Then-Chancellor Ilse Marrow", "BNA Secretary-General Ilse Marrow", "House BNA Whip Ilse Marrow"]
)
def test_an_office_is_no_part_of_the_name(source):
    assert People(f"{source} spoke.", [source]).full("Marrow") == "Ilse Marrow"


@pytest.mark.parametrize("text", ["Brae CNN says so.", "Harbor Red Cross chair Orrin Pell spoke on Monday. He left."])
def test_datelines_and_bodies_before_a_name_are_nobody(text):
    people = People(text, ["CNN", "Orrin Pell"])
    assert people.full("CNN") is None
    assert people.full("Cross") is None


def test_a_main_clause_behind_a_name_is_no_description():
    text = "At the request of President Ilse Marrow, the King closed the harbor for a week."
    assert People(text).described("Ilse Marrow") is None
    text = "Orrin Pell, founder of the Harbor Fund, spoke."
    assert People(text).described("Orrin Pell") == "founder of the Harbor Fund"


def test_who_stands_behind_a_known_first_name():
    assert People("They asked former mayor Peter Kest, who declined.").full("Kest") == "Peter Kest"

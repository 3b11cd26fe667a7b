import pytest

from bot.demand import has_what_is_demanded, unknown_names


@pytest.mark.parametrize(
    ("question", "sentences", "has"),
    [
        ("How many boats were lost?", "Five boats were lost.", True),
        ("How many boats were lost?", "One of the boats was lost.", False),
        ("How many boats were lost?", "The boats were lost after 200 kilometers.", False),
        ("How many boats were lost?", "They were lost at a price of 30 million crowns, all of them.", True),
        ("How many kilometers did the boats sail?", "The boats were lost after 200 kilometers.", True),
        ("When did she resign?", "She resigned on Tuesday.", True),
        ("When did she resign?", "She resigned over the toll.", False),
        ("When is a lamp a weapon?", "A lamp is a weapon in the hand of a wrecker.", True),
        ("On which day did she resign?", "She resigned in 2031.", False),
        ("How much did the lock cost?", "It lifts ships of 900 tons.", False),
        ("How much did the lock cost?", "It took 900 crowns.", True),
        ("How long has she paid it?", "She has paid it for years.", True),
        ("How long did she pay it?", "She paid it until the lock was built.", True),
        ("How long has she paid it?", "She has paid it in crowns.", False),
        ("How big is the buildup?", "It is a multibillion-crown buildup.", True),
        ("Which two states joined?", "The two states joined in April.", False),
        ("Which two states joined?", "The states were Varland and Ostrin.", True),
        ("What were the names of the boats?", "Five boats were lost.", False),
    ],
)
def test_what_a_question_demands_of_its_answer(question, sentences, has):
    assert has_what_is_demanded(question, sentences) is has


@pytest.mark.parametrize(
    ("question", "strangers"),
    [
        ("What did Marrow say about Quill in 2029?", 2),
        ("what did marrow say about quill?", 0),
        ("Marrow Quits Over Quill And Toll", 0),
        ("Did Quill resign in May?", 1),
    ],
)
def test_names_and_years_that_an_article_does_not_know(question, strangers):
    assert unknown_names(question, "Ilse Marrow resigned.") == strangers

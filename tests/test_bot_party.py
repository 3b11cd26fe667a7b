import pytest

from bot.party import Party, party_asked


@pytest.mark.parametrize(
    ("question", "party"),
    [
        ("what does Russia want on army size?", "Russia"),
        ("did Putin say that NATO is a threat?", "Putin"),
        ("Ukraine’s position on neutrality", "Ukraine"),
        ("according to Charap, what is wrong?", "Charap"),
        ("what Davor Kest said about the bridge", "Davor Kest"),
        ("What has the Kremlin demanded?", "the Kremlin"),
        ("What do Russian officials demand?", "Russian officials"),
        ("Why does Zelensky not want a guarantor?", "Zelensky"),
        ("what did Kest himself say", "Kest"),
        ("What is Russia's position on NATO?", "Russia"),
        ("What are the Kremlin's demands?", "the Kremlin"),
        ("What happens, in Charap's words, then?", "Charap"),
        ("How did Davor Kest comment on the toll?", "Davor Kest"),
        ("What did Kyiv answer to the demand?", "Kyiv"),
        ("I read a long post about Marrow. What does Kest want?", "Kest"),
    ],
)
def test_the_party_of_a_question(question, party):
    assert party_asked(question) == Party(party)


@pytest.mark.parametrize(
    "question", ["who fears a fait accompli?", "what did the author say?", "how many tanks are there?", "what is it?"]
)
def test_nobody_is_asked_for(question):
    assert party_asked(question) is None


@pytest.mark.parametrize(
    ("party", "speaker", "described", "belongs"),
    [
        ("Russia", "the Kremlin", None, True),
        ("Russia", "Vladimir Putin", "the Russian president", True),
        ("Putin", "Vladimir V. Putin", None, True),
        ("Kyiv", "Ukrainian officials", None, True),
        ("Russia", "Samuel Charap", None, False),
        ("Ilse Marrow", "Davor Kest", None, False),
        ("US", "Russia", None, False),
    ],
)
def test_who_speaks_for_a_party(party, speaker, described, belongs):
    assert Party(party).speaks_as(speaker, described) is belongs

import pytest

from bot.party import Party
from bot.party_asked import party_asked


@pytest.mark.parametrize(
    ("question", "party"),
    [
        ("what does Russia want on army size?", "Russia"),
        ("did Putin say that NATO is a threat?", "Putin"),
        ("What does the Kremlin want, according to analysts?", "analysts"),
        ("What does Russia want, according to Ukraine?", "Ukraine"),
        ("What does Russia want, according to the Meridian Post?", "Russia"),
        ("Ukraine’s position on neutrality", "Ukraine"),
        ("What did the American plan ask of Ukraine?", "the American plan"),
        ("did the ministry claim demand fell?", "the ministry"),
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
        ("How did Alder react to the ruling?", "Alder"),
        ("What's the Kremlin's line on foreign troops?", "the Kremlin"),
        ("What reason did Kest give for leaving the talks?", "Kest"),
        ("What number of soldiers does Zelensky give?", "Zelensky"),
        ("Is Poland ready to send soldiers?", "Poland"),
        ("Why is Hungary opposed to it?", "Hungary"),
        ("What is Moscow demanding on weapons?", "Moscow"),
        ("What was Hegseth quoted as saying about borders?", "Hegseth"),
        ("Davor Kest on the toll", "Davor Kest"),
        ("statements by the harbor master about depth", "the harbor master"),
        ("According to the harbor master how deep is the channel?", "the harbor master"),
        ("From Kyiv's point of view, what is a guarantee?", "Kyiv"),
        ("As Macron sees it, what is the danger?", "Macron"),
        ("What does the head of the pilots' guild think of the lock?", "the head of the pilots' guild"),
        ("What did Zelensky, the president, demand?", "Zelensky"),
        ("What position does Turkey take on the straits?", "Turkey"),
        ("Which demands of Russia concern weapons?", "Russia"),
        ("Has Marrow ruled out a second term?", "Marrow"),
        ("What reason did Admiral Solberg give for not fearing a storm?", "Admiral Solberg"),
        ("Kest's threat about the lamps", "Kest"),
        ("What did the Tessel Courier write about the toll?", "the Tessel Courier"),
        ("Admiral Solberg opinion on a war over the strait", "Admiral Solberg"),
        ("What did May say about the terms?", "May"),
    ],
)
def test_the_party_of_a_question(question, party):
    assert party_asked(question) == Party(party)


@pytest.mark.parametrize(
    "question",
    [
        "who fears a fait accompli?",
        "what did the author say?",
        "how many tanks are there?",
        "what is it?",
        "What made Marrow angry?",
        "Who said Russia wants a smaller army?",
        "How many people think the toll is too high?",
        "Is the lock open to large ships?",
        "Does the treaty mention tanks?",
        "News on the ferry strike",
        "why can't the wishes be paid for?",
        "Which papers report the collision?",
        "Why are the wishes of no interest to anyone?",
        "What would be the answer of nobody in Brae?",
        "Which of the terms of June concern Ukraine?",
        "How big is the army, according to whom?",
    ],
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
        ("Admiral Solberg", "Hanne Solberg", None, True),
        ("the biologist Orrin Pell", "Orrin Pell", None, True),
        ("minister Ebbesen reportedly", "Karl Ebbesen", "the minister", True),
        ("Rolf Ebbesen", "Karl Ebbesen", "the minister", False),
        ("the Ostrin League", "the League", None, True),
        ("the coast guard of Varland", "the Varland coast guard", None, True),
        ("Europe’s governments", "European governments", None, True),
        ("Varland’s coast guard", "the Ostrin coast guard", None, False),
        ("the envoy of the Ostrin League", "Davor Kest", "envoy", True),
        ("the envoy of the Ostrin League", "Tova Berg", "the envoy of Varland", False),
        ("France’s president", "Emmanuel Macron", "the French president", True),
        ("France’s president", "the French navy", None, False),
        ("Russia’s parliament", "the Kremlin", None, False),
        ("the Russian government", "the Kremlin", None, True),
        ("the Russian president", "Vladimir V. Putin", None, True),
        ("the", "Davor Kest", None, False),
        ("the crews", "Tove Lindgard", "who speaks for the crews", True),
        ("Kyiv", "Ilse Marrow", "who signed for Kyiv", True),
        ("the League", "Maren Toft", "who leads the League’s legal team", True),
        ("Varland", "Maren Toft", "a pilot who speaks for Varland", False),
        ("general sodol", "Yurii Sodol", None, True),
        ("the Justice Department", "the Labor Department", None, False),
        ("Varland’s attorney", "Sten Arvid", "Varland’s advocate", True),
        ("the trawler’s crew", "the trawler’s crews", None, True),
        ("the judges’ spokeswoman", "Orrin Pell", "the judges’ spokesman", True),
        ("Halvik", "Anders Holm", "the mayor of Halvik", True),
        ("Halvik", "Anders Holm", "a spokesman from Halvik", True),
        ("Halvik", "Anders Holm", "the bishop of Halvik", False),
        ("Halvik", "Anders Holm", "a baker from Halvik", False),
        ("the baker from Halvik", "Anders Holm", "a baker from Halvik", True),
    ],
)
def test_who_speaks_for_a_party(party, speaker, described, belongs):
    assert Party(party).speaks_as(speaker, described, "") is belongs


@pytest.mark.parametrize(
    ("party", "speaker", "around", "belongs"),
    [
        ("the ferry crews", "the crews", "No ferry has crossed.", True),
        ("the ferry company’s director", "the company’s director", "No ferry has crossed.", True),
        ("the ferry crews", "the crews", "No boat has crossed.", False),
        ("the Ostrin army", "the army", "The army of Varland met Ostrin’s.", False),
        ("Hunter Biden", "Biden", "President Joe Biden spoke.", False),
        ("Hunter Biden", "Biden", "President Biden spoke of Hunter Biden.", True),
        ("the Ostrin League", "the League", "Now the Ostrin League spoke.", True),
    ],
)
def test_what_the_text_around_leaves_to_be_understood(party, speaker, around, belongs):
    assert Party(party).speaks_as(speaker, None, around) is belongs


@pytest.mark.parametrize(
    ("around", "described_as", "belongs"),
    [
        ("The League is against it. “No,” its envoy, Davor Kest, said.", "envoy", True),
        ("“The League is against it. “No,” its envoy, Mr. Kest, said.", "envoy", True),
        ("Brae waits. The League is against it. Its envoy, Davor Kest, said no.", "envoy", True),
        ("The League is against it. Varland is not. Its envoy, Davor Kest, said no.", "envoy", False),
        ("Varland warned the League and its envoy, Davor Kest.", "envoy", False),
        ("The League warned Varland and its envoy, Davor Kest.", "envoy", False),
        ("The League is against it.\n“No,” its envoy, Davor Kest, said.", "envoy", False),
        ("The League is against it. “No,” its critic, Davor Kest, said.", "critic", False),
    ],
)
def test_whose_envoy_its_envoy_is(around, described_as, belongs):
    assert Party("the League").speaks_as("Davor Kest", described_as, around) is belongs


@pytest.mark.parametrize(
    ("question", "name", "language"),
    [
        ("Що Зеленський відповів на пропозицію зробити Китай гарантом?", "Зеленський", "uk"),
        ("Что сказал Владимир Путин о НАТО?", "Владимир Путин", "ru"),
        ("Какова позиция Кремля по нейтралитету?", "Кремля", "ru"),
        ("Ką Davoras Kestas pasakė apie žuvis ir sutartis?", "Davoras Kestas", "lt"),
        ("Czego chce Rosja w sprawie armii?", "Rosja", "pl"),
        ("Was hat Putin über westliche Truppen gesagt?", "Putin", "de"),
        ("Selon Starmer, qui doit garder la paix ?", "Starmer", "fr"),
    ],
)
def test_the_party_of_a_question_in_another_language(question, name, language):
    assert party_asked(question) == Party(name, language)


@pytest.mark.parametrize(
    "question", ["Сколько крон стоит проход через пролив?", "Wie groß ist die Flotte von Admiral Solberg?"]
)
def test_nobody_is_asked_for_in_another_language(question):
    assert party_asked(question) is None


@pytest.mark.parametrize(
    ("party", "language", "speaker", "described", "belongs"),
    [
        ("Путин", "ru", "Vladimir V. Putin", None, True),
        ("Poutine", "fr", "Vladimir V. Putin", None, True),
        ("Кремля", "ru", "Moscow", None, True),
        ("Росія", "uk", "Vladimir V. Putin", "the Russian president", True),
        ("Lenkija", "lt", "Donald Tusk", "the prime minister of Poland", True),
        ("Davoras Kestas", "lt", "Davor Kest", None, True),
        ("Зеленський", "uk", "Sergey V. Lavrov", "Russia’s foreign minister", False),
        ("Rosja", "pl", "Ukrainian officials", None, False),
    ],
)
def test_who_speaks_for_a_party_named_in_another_language(party, language, speaker, described, belongs):
    assert Party(party, language).speaks_as(speaker, described, "") is belongs


def test_the_director_of_the_company_speaks_for_the_ferry_company_of_a_text_on_ferries():
    assert Party("the ferry company").speaks_as("Anselm Roth", "the company’s director", "No ferry has crossed.")
    assert not Party("the ferry company").speaks_as("Anselm Roth", "the company’s director", "No boat has crossed.")


def test_an_office_that_the_article_gives_without_its_place_is_the_partys():
    assert Party("the mayor of Skerrow").speaks_as("Ivo Brandt", "the mayor", "Ivo Brandt, the mayor, spoke.")
    assert not Party("the keeper of Skerrow").speaks_as("Ivo Brandt", "the mayor", "Ivo Brandt, the mayor, spoke.")


@pytest.mark.parametrize(
    ("party", "name", "described_as", "speaks"),
    [
        ("the Kremlin", "Orrin Pell", "a Russia expert at an institute in Moscow", False),
        ("Washington", "Orrin Pell", "a historian in Washington", False),
        ("the Meridian Institute", "Orrin Pell", "a Russia expert at the Meridian Institute", True),
        ("Varland", "Orrin Pell", "a Varland historian", False),
        ("Varland", "Orrin Pell", "Varland’s minister of ports", True),
        ("Russia", "Russian officials", None, True),
        ("Russia", "Russian analysts", None, False),
        ("Russian analysts", "Russian analysts", None, True),
        ("analysts", "analysts", None, True),
        ("the strikers", "Orrin Pell", "a lawyer for the strikers", True),
        ("Ukraine", "Orrin Pell", "a Ukrainian soldier", False),
        ("Ukraine", "Orrin Pell", "an adviser to the president of Ukraine", True),
        ("Ukraine", "Orrin Pell", "the American president’s special envoy to Ukraine", False),
        ("the United States", "Orrin Pell", "the American president’s special envoy to Ukraine", True),
        ("Poland", "Orrin Pell", "France’s ambassador to Poland", False),
        ("France", "Orrin Pell", "France’s ambassador to Poland", True),
        ("Russia", "Orrin Pell", "a former Russian diplomat", False),
        ("Russia", "Orrin Pell", "the leader of Russia’s opposition", False),
    ],
)
def test_who_knows_a_state_does_not_speak_for_it(party, name, described_as, speaks):
    assert Party(party).speaks_as(name, described_as, "") is speaks


@pytest.mark.parametrize(
    ("party", "name", "described_as", "around", "is_theirs"),
    [
        ("the vice president of the council", "Otto Quell", "president", "", False),
        ("the vice president of the council", "Otto Quell", "vice president", "", False),
        ("the president of the Brae Council", "Otto Quell", "president", "", True),
        ("the minister of agriculture", "Otto Quell", "the minister", "", False),
        ("Mr. Quell", "Ada Quell", None, "Ada Quell spoke.", False),
        ("Ms. Quell", "Ada Quell", None, "Ada Quell spoke.", True),
        ("Mr. Quell", "Quell", None, "Mr. Quell met Ms. Quell.", False),
        ("Ada Quell’s uncle", "Otto Brand", "Ms. Quell’s uncle", "", True),
        ("the fisherman from Soma", "Otto Brand", "a fisherman in Soma", "", True),
        ("Ada Quell’s uncle", "Otto Brand", "Ms. Lund’s uncle", "", False),
    ],
)
def test_another_office_or_title_is_anothers(party, name, described_as, around, is_theirs):
    assert Party(party).speaks_as(name, described_as, around) is is_theirs

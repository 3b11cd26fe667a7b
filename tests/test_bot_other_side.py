from bot.other_side import sides_in


def test_sides_have_their_article_and_no_side_hears_both():
    texts = ["The League sued Varland. Then the League went to the Court of the Seas.", "Varland asks Ukrainian Kyiv."]
    assert sides_in(texts, ["Varland", "the League", "two people"]) == ("the League", "Varland", "Ukrainian Kyiv")

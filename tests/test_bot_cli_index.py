"""What ``quoth index --plan`` says."""

from test_bot_cli import quoth


def test_a_plan_counts_vectors_of_which_a_passage_may_have_two(tmp_path):
    quoth(tmp_path, "add", "-", stdin="An oak stands in the park.")
    for multilingual, said in (("", "1 vectors to make for 1 passages"), (None, "2 vectors to make for 1 passages")):
        environment = {} if multilingual is None else {"QUOTH_MULTILINGUAL": multilingual}
        assert said in quoth(tmp_path, "index", "--plan", **environment).stdout

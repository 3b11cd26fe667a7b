"""A text in another encoding is refused with the command that converts it."""

import pytest

from corpus.decode import decode
from corpus.errors import QuothError


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [("Город закрыл мост до осени.", "cp1251", "WINDOWS-1251"), ("The café closed.", "cp1252", "WINDOWS-1252")],
)
def test_the_remedy_names_the_likely_encoding(text, encoding, named):
    with pytest.raises(QuothError) as caught:
        decode(text.encode(encoding), "old.txt")
    assert f"iconv -f {named} -t UTF-8 old.txt" in caught.value.hint

import pytest

from index.onnx_cut import cut_to


def field(number, value):
    return bytes([number << 3 | 2, len(value)]) + value


def node(takes, gives, name):
    return field(1, field(1, takes) + field(2, gives) + field(3, name))


FIRST, SECOND, THIRD = (node(*names) for names in ((b"in", b"a", b"1"), (b"a", b"b", b"2"), (b"b", b"out", b"3")))
WEIGHTS = field(5, b"weights of all")
VERSION = b"\x08\x08"
MODEL = VERSION + field(7, FIRST + SECOND + THIRD + field(2, b"graph") + WEIGHTS + field(12, field(1, b"out")))


def test_only_what_a_tensor_needs_stays_and_it_becomes_the_output():
    expected = VERSION + field(7, FIRST + SECOND + field(2, b"graph") + WEIGHTS + field(12, field(1, b"b")))
    assert cut_to(MODEL, ["b"]) == expected


def test_several_tensors_are_outputs_in_their_order():
    ends = field(12, field(1, b"b")) + field(12, field(1, b"a"))
    assert cut_to(MODEL, ["b", "a"]).endswith(ends)


def test_long_names_and_numbers_of_other_kinds_are_passed_over():
    fixed = bytes([3 << 3 | 1]) + bytes(8) + bytes([4 << 3 | 5]) + bytes(4)
    tensor = b"x" * 200
    graph = fixed + field(2, b"graph")
    cut = cut_to(field(7, graph), [tensor.decode()])
    assert cut == b"\x3a" + cut[1:3] + graph + b"\x62\xcb\x01\x0a\xc8\x01" + tensor


@pytest.mark.parametrize("broken", [MODEL[:-3], b"\x3a\xff", b"\x3a"])
def test_what_is_no_such_file_is_refused(broken):
    with pytest.raises(ValueError, match="ends inside"):
        cut_to(broken, ["a"])

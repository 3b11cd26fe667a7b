"""Which articles are nearly the same: MinHash over shingles of words, found by bands.

Sources: A. Broder, "On the resemblance and containment of documents" (1997); for the bands J. Leskovec, A. Rajaraman
and J. Ullman, "Mining of Massive Datasets", chapter 3. The signatures are stored, so the same text must give the same
one for ever: no random generator and no library decides them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final, TypeAlias
from zlib import crc32

import numpy as np
import numpy.typing as npt

Signature: TypeAlias = npt.NDArray[np.uint32]
"""Least hash of a text's shingles under each of 64 functions; shape ``(64,)``, or ``(n, 64)`` for n texts."""
HASHES: Final = 64
SHINGLE: Final = 5  # words; fewer are shared by texts on the same subject
BAND: Final = 4  # hashes: two texts with .8 of their shingles in common meet in one of 16 bands with .9998
NEAR: Final = 0.8  # share of equal hashes from which two articles count as near-duplicates; it errs by .05
_ODD: Final = 0x9E3779B97F4A7C15  # the golden ratio in 64 bits; its multiples spread evenly


def signature(text: str) -> Signature:
    """Return the signature of *text*; without case and marks, in which copies differ."""
    shingles = _shingles(re.findall(r"\w+", text.casefold()))
    mixed = shingles[:, None] + np.arange(1, HASHES + 1, dtype=np.uint64) * np.uint64(_ODD)
    # The finalizer of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014) makes 64 functions of one.
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed ^= mixed >> np.uint64(shift)
        mixed *= np.uint64(factor)
    return np.asarray((mixed >> np.uint64(32)).min(axis=0), np.uint32)


def near_duplicates(signatures: Signature) -> list[tuple[int, ...]]:
    """Return groups of positions in *signatures* that nearly equal the first of their group, in order."""
    first: dict[int, int] = {}
    for one, other in _meetings(signatures):
        leader = first.get(one, one)
        if other not in first and np.mean(signatures[leader] == signatures[other]) >= NEAR:
            first[other] = leader
    members: dict[int, list[int]] = defaultdict(list)
    for other, leader in sorted(first.items()):
        members[leader].append(other)
    return [(leader, *others) for leader, others in sorted(members.items())]


def _meetings(signatures: Signature) -> Iterator[tuple[int, int]]:
    """Yield (first, later) of the texts that are alike in a whole band; each text with the first of its kind only."""
    met: set[tuple[int, int]] = set()
    for left in range(0, HASHES, BAND):
        band = np.ascontiguousarray(signatures[:, left : left + BAND]).view(f"V{4 * BAND}").ravel()
        _, first, kind = np.unique(band, return_index=True, return_inverse=True)
        later = np.flatnonzero(first[kind] < np.arange(len(band)))
        met.update(zip(first[kind][later].tolist(), later.tolist(), strict=True))
    yield from sorted(met)


def _shingles(words: list[str]) -> npt.NDArray[np.uint64]:
    hashes = np.array([crc32(word.encode()) for word in words] or [0], np.uint64)
    count = max(1, len(hashes) - SHINGLE + 1)
    shingles = np.zeros(count, np.uint64)
    for position in range(min(SHINGLE, len(hashes))):
        shingles = (shingles ^ hashes[position : position + count]) * np.uint64(_ODD)
    return np.unique(shingles)

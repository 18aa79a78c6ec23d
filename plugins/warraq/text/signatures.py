"""MinHash signatures: what two texts have in common, told from 128 numbers each.

Two texts are compared by their runs of three words. ``BANDS`` bands of ``ROWS`` rows make candidates of texts that
share .7 of their runs with probability .92, and of those that share .8 with .998: 1 - (1 - s^r)^b.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

from rensa import RMinHash

PERMUTATIONS = 128
SEED = 20_261_127
BANDS = 20
ROWS = 6
RUN_WORDS = 3
MIN_WORDS = 20  # Of shorter texts two may be alike by chance.
VERSION = f"{RMinHash.ALGORITHM_VERSION}.1"  # rensa's, then ours: only signatures of one version compare.


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What stands for a text: its share of equal numbers with another is the share of runs the two texts have."""

    numbers: tuple[int, ...]  # 128, of 32 bits with sign.
    bands: tuple[int, ...]  # 20, of 64 bits with sign: equal where six numbers in a row are.


def sign(words: Sequence[str]) -> Signature | None:
    """Return the signature of a text by its words, of ``split_signed_words``, or None of fewer than twenty."""
    if len(words) < MIN_WORDS:
        return None
    hashed = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    hashed.update([" ".join(run) for run in zip(*(words[start:] for start in range(RUN_WORDS)), strict=False)])
    numbers = hashed.digest()
    bands = tuple(hash_band(band, numbers[band * ROWS : (band + 1) * ROWS]) for band in range(BANDS))
    return Signature(numbers=tuple(number - 2**31 for number in numbers), bands=bands)


def hash_band(band: int, numbers: list[int]) -> int:
    """Return the band's numbers as one, which is another for every band and version."""
    said = f"{VERSION} {band} {numbers}".encode()
    return int.from_bytes(blake2b(said, digest_size=8).digest(), signed=True)

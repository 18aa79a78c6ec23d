"""MinHash signatures: what two texts have in common, told from 128 numbers each.

Two texts are compared by their runs of three words. ``BANDS`` bands of ``ROWS`` rows make candidates of texts that
share half their runs with probability .87, and of those that share .6 with .99: 1 - (1 - s^r)^b. Half a text and the
whole share half. What makes a pair of candidates is ``ingest.compare_texts``.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

from rensa import RMinHash

from warraq.text.arabic import spell_out

PERMUTATIONS = 128
SEED = 20_261_127
BANDS = 32
ROWS = 4
RUN_WORDS = 3
MIN_WORDS = 20  # Of shorter texts two may be alike by chance.
MAX_FIGURES = 100  # A text with more is a table, whose runs tell two apart.
FIGURE_DIGITS = 9  # The last ones: what Postgres's integer holds.
VERSION = f"{RMinHash.ALGORITHM_VERSION}.2"  # rensa's, then ours: only signatures of one version compare.
START = crc32(VERSION.encode())
WIDTH = 4 * ROWS  # Bytes of a band.


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What stands for a text: its share of equal numbers with another is the share of runs the two texts have."""

    numbers: tuple[int, ...]  # 128, of 32 bits with sign.
    bands: tuple[int, ...]  # 32, of 37 bits: equal where four numbers in a row are.
    runs: int  # How many different runs the text has.
    figures: tuple[int, ...]  # The different numbers it is written with in digits, in their order: a hundred at most.


def sign(words: Sequence[str]) -> Signature | None:
    """Return the signature of a text by its words as ``split_words`` gives them, or None of fewer than twenty.

    ه for ة is a house's spelling, as far as two texts are compared.
    """
    if len(words) < MIN_WORDS:
        return None
    spelled = spell_out(" ".join(words)).split(" ")
    runs = [" ".join(run) for run in zip(*(spelled[start:] for start in range(RUN_WORDS)), strict=False)]
    hashed = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    hashed.update(runs)
    numbers = hashed.digest()
    return Signature(
        numbers=tuple(number - 2**31 for number in numbers),
        bands=hash_bands(numbers),
        runs=len(set(runs)),
        figures=list_figures(spelled),
    )


def hash_bands(numbers: Sequence[int]) -> tuple[int, ...]:
    """Return the numbers of each band as one, which is another for every band and version.

    A checksum is a tenth of a digest's work: among a million texts, one in 130 meets a stranger by chance.
    """
    packed = struct.pack(f"<{PERMUTATIONS}I", *numbers)
    return tuple([(band << 32) + crc32(packed[band * WIDTH : (band + 1) * WIDTH], START) for band in range(BANDS)])


def list_figures(words: Sequence[str]) -> tuple[int, ...]:
    """Return the different numbers among the words, in their order."""
    figures = dict.fromkeys([int(word[-FIGURE_DIGITS:]) for word in words if word.isdecimal()])
    return tuple(figures)[:MAX_FIGURES]

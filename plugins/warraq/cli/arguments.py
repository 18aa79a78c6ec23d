"""Read what was typed: an argument that no table could hold is refused before anything is asked."""

import argparse
import re
from typing import Any

SURROGATE = re.compile("[\ud800-\udfff]")  # A byte of the command line that is no UTF-8.


class Parser(argparse.ArgumentParser):
    """A parser whose words are UTF-8. A file's name may be of any bytes: its argument has a type of its own."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 -- argparse's own, passed on.
        """Read every argument without a type as words."""
        super().__init__(**options)
        self.register("type", None, read_words)


def read_words(value: str) -> str:
    """Return the words; raises argparse's error where they are no UTF-8."""
    if SURROGATE.search(value):
        message = "the words are no UTF-8"
        raise argparse.ArgumentTypeError(message)
    return value


def read_reason(value: str) -> str:
    """Return the words; raises argparse's error where they say nothing: they are kept to tell who asks later."""
    if not value.strip():
        message = "it is empty: say why in a few words"
        raise argparse.ArgumentTypeError(message)
    return read_words(value)

"""The catalogue: one YAML file a publisher ↔ ``Source``. Pure: text in, values out.

``schema`` is the table of keys, ``checks`` what each value must be, ``lines`` reads YAML with its line numbers,
``faults`` words what is wrong, ``reading`` and ``writing`` join them.
"""

from warraq.catalogue.reading import parse_source, read_catalogue
from warraq.catalogue.writing import write_source

__all__ = ["parse_source", "read_catalogue", "write_source"]

"""YAML → plain values and the line of each: texts, lists and mappings, nothing else.

Every scalar is read as the text that stands there, so ``no`` is the language of Norway and a date stays as written.
"""

from dataclasses import dataclass, field

import yaml

from warraq.catalogue.faults import Fault

MAX_CHARACTERS = 200_000
NULL_TAG = "tag:yaml.org,2002:null"

Path = tuple[str | int, ...]
Value = str | list["Value"] | dict[str, "Value"] | None


@dataclass(slots=True)
class Lined:
    """What a file holds, with the line of each key and item, and what YAML itself has against it."""

    value: Value = None
    lines: dict[Path, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def read_lines(text: str) -> Lined:
    """Return the values of a YAML text with their lines; ``value`` is None where the text is no YAML."""
    lined = Lined()
    try:
        node = compose(text)
        lined.value = read_node(node, (), lined) if node else None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        lined.faults.append(Fault(line=mark.line + 1 if mark else 1, says=f"is no YAML: {error.problem}"))
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        lined.faults.append(Fault(line=line, says=f"is no YAML: {error.reason}"))
    except (RecursionError, ValueError) as error:
        lined.faults.append(Fault(line=1, says=f"is no YAML: {str(error) or 'nested too deep'}"))
    return lined


def compose(text: str) -> yaml.Node | None:
    """Return the document's node. Raises ``ValueError`` for what a catalogue file never needs and attacks do."""
    if len(text) > MAX_CHARACTERS:
        message = f"longer than {MAX_CHARACTERS} characters"
        raise ValueError(message)
    if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=yaml.SafeLoader)):
        message = "it uses an alias (*): write the value out"
        raise ValueError(message)
    return yaml.compose(text, Loader=yaml.SafeLoader)


def read_node(node: yaml.Node, path: Path, lined: Lined) -> Value:
    """Return a node's value; note the line of it and of everything in it."""
    lined.lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        return read_mapping(node, path, lined)
    if isinstance(node, yaml.SequenceNode):
        return [read_node(item, (*path, index), lined) for index, item in enumerate(node.value)]
    return None if node.tag == NULL_TAG else str(node.value)


def read_mapping(node: yaml.MappingNode, path: Path, lined: Lined) -> dict[str, Value]:
    """Return a mapping; a key that stands twice is a fault, and the first is kept."""
    values: dict[str, Value] = {}
    for key_node, value_node in node.value:
        key, line = str(key_node.value), key_node.start_mark.line + 1
        if key in values:
            says = f"stands twice, first on line {lined.lines[*path, key]}"
            lined.faults.append(Fault(line=line, key=name_key((*path, key)), says=says))
            continue
        lined.lines[*path, key] = line
        values[key] = read_node(value_node, (*path, key), lined)
    return values


def name_key(path: Path) -> str:
    """Return the path as people write it: ``rights.terms_url``, ``feeds[2]``, counted from 1."""
    name = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path)
    return name.removeprefix(".")

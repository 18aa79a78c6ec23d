"""README.md and docs/ are true of the tree: links resolve, queries run, nothing names where it was written."""

import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from warraq import store
from warraq.settings import PROJECT

PAGES = sorted([PROJECT / "README.md", *(PROJECT / "docs").rglob("*.md")])
FENCE = re.compile(r"^( *)```(\w*)[^\n]*\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
QUERIES = [page for page in PAGES if "```sql" in page.read_text(encoding="utf-8")]

# What would tie the project to a machine, a package index or an account. Written so that this file does not hold it.
FOREIGN = re.compile(
    r"""
    https?://[^\s"']*(?:pypi|pythonhosted|/simple\b|artifactory|nexus|devpi)
    | index-url[ =]+\S*//
    | (?:PIP|UV)_(?:DEFAULT_)?(?:EXTRA_)?INDEX(?:_URL)?\s*=
    | (?<![\w.])/(?:root|work|tmp/h)/\w
    | (?<![\w.])/home/(?!airflow\b|article\b)\w
    | (?<![\w.])/Users/\w
    """,
    re.VERBOSE,
)


def name(page: Path) -> str:
    return str(page.relative_to(PROJECT))


def find_anchors(page: Path) -> set[str]:
    """Return the anchors that a page's headings make, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def list_tracked_files() -> list[Path]:
    """Return the files that git knows or would add; outside a clone, those of the project's own folders."""
    done = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],  # noqa: S607 -- Whichever git there is.
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.skip("not a git checkout, so which files are the project's is not known")
    return [path for line in done.stdout.splitlines() if (path := PROJECT / line).is_file()]


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_leads_somewhere(page: Path) -> None:
    links = LINK.findall(FENCE.sub("", page.read_text(encoding="utf-8")))
    targets = [link.partition("#") for link in links if not re.match(r"[a-z]+:", link)]

    dead = [
        path + mark + anchor
        for path, mark, anchor in targets
        if not (found := (page.parent / path) if path else page).exists()
        or (anchor and anchor not in find_anchors(found))
    ]

    assert dead == []


def test_every_page_is_reached_from_the_index() -> None:
    index = PROJECT / "docs" / "index.md"
    linked = {(index.parent / link.partition("#")[0]).resolve() for link in LINK.findall(index.read_text("utf-8"))}

    lost = [
        name(page) for page in PAGES if page != index and page.resolve() not in linked and page.parent not in linked
    ]

    assert lost == []


@pytest.mark.parametrize("page", QUERIES, ids=name)
def test_every_query_shown_runs(page: Path, dsn: str) -> None:
    blocks = [text for _, language, text in FENCE.findall(page.read_text(encoding="utf-8")) if language == "sql"]
    connection = store.connect(dsn)

    # Roles belong to the whole server, so nothing is committed.
    try:
        with connection.cursor() as cursor:
            for block in blocks:
                cursor.execute(block)
    finally:
        connection.rollback()
        connection.close()

    assert blocks


def test_no_file_names_an_index_or_a_machine() -> None:
    found = [
        f"{name(path)}:{number}: {match[0]}"
        for path in list_tracked_files()
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if (match := FOREIGN.search(line))
    ]

    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("--index-" + "url https://mirror.example/", id="option"),
        pytest.param("https://py" + "pi.example/" + "simple", id="address"),
        pytest.param("UV_" + "INDEX_URL=x", id="variable"),
        pytest.param("see /ro" + "ot/notes", id="home"),
    ],
)
def test_what_names_an_index_or_a_machine_is_seen(line: str) -> None:
    assert FOREIGN.search(line) is not None


def test_the_glossary_is_sorted_and_says_each_word_once() -> None:
    text = (PROJECT / "docs" / "glossary.md").read_text(encoding="utf-8")

    words = re.findall(r"^\| ([^|]+?) \|", text, re.MULTILINE)[1:]

    assert words[0] == "article"
    assert [pair for pair in pairwise(words) if pair[0].lower() >= pair[1].lower()] == []


def test_the_cleaners_page_names_every_module_and_no_other() -> None:
    modules = {path.stem for path in (PROJECT / "plugins" / "warraq" / "clean").glob("*.py")} - {"__init__"}
    text = (PROJECT / "docs" / "cleaner.md").read_text(encoding="utf-8")

    assert set(re.findall(r"`([a-z_]+)`", text)) - {"clean_page"} == modules

"""The fixtures of the crash harness: everything that lives on while runs die, and the cases that were selected.

Cases run several at a time, in the background; each test waits for its own. ``-v`` prints the table at the end.
"""

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

sys.path.append(str(Path(__file__).parent))  # The children are scripts of this folder, and import each other so.

from children import Warm
from harness import EPOCH, LATER, Case, Harness, Kill, ask_for_everything, execute

from warraq import store
from warraq.newsroom import Newsroom
from warraq.settings import PROJECT

AT_ONCE = 4  # Cases; one that recovers mostly waits for the dead lane's lease.
PRESS_RATE = 0.1  # Stories a minute, over three sites: a few by LATER, and none yet at EPOCH.
RESULTS = pytest.StashKey[dict[str, str]]()

SOURCE = """\
id: harbour
name: The Harbour Post
homepage: http://harbourpost.example/
language: en
time_zone: Europe/London
enabled: true
why: The newsroom's English site, by a feed and an index of sitemaps.
feeds: [http://harbourpost.example/rss.xml]
sitemaps: [http://harbourpost.example/sitemap.xml]
day_sitemap: http://harbourpost.example/sitemaps/%Y/%m/%d.xml
article_id: '-(\\d+)\\.html$'
page_budget: 2000
delay_seconds: 0
poll_min_seconds: 0
rights: {store_full_text: true}
"""
DUMPS = 8
DUMP = """\
مجلس البلدة يقر المرحلة {number} من توسعة السوق القديمة
مجلس البلدة يقر المرحلة {number} من توسعة السوق القديمة
TT

وافق مجلس البلدة مساء أمس على توسعة السوق القديمة، وقال رئيسه إن العمل في المرحلة {number} يبدأ مع الربيع المقبل.

وتشمل الخطة رصف {alleys} زقاقاً وترميم الواجهات الحجرية، على أن تبقى المتاجر مفتوحة طوال مدة العمل.
"""


def read_case(scene: str, kills: tuple[tuple[str, str, str, int | str], ...], *, is_retried: bool) -> Case:
    """Return a row of a table of tests as a case."""
    named = (Kill(task=task, step=step, moment=moment, call=call) for task, step, moment, call in kills)
    return Case(scene=scene, kills=tuple(named), is_retried=is_retried)


@pytest.fixture(scope="session")
def harness(server_dsn: str, template_name: str) -> Iterator[Harness]:
    """A harness with everything a case needs."""
    with ExitStack() as stack:
        warm = Warm()
        stack.callback(warm.stop)
        folder = Path(tempfile.mkdtemp(prefix="warraq-crash-"))
        stack.callback(shutil.rmtree, folder)
        (folder / "sources").mkdir()
        (folder / "sources" / "harbour.yaml").write_text(SOURCE, encoding="utf-8")
        (folder / "dumps").mkdir()
        for number in range(1, DUMPS + 1):
            text = DUMP.format(number=number, alleys=number + 20)
            (folder / "dumps" / f"dump{number}.txt").write_text(text, encoding="utf-8")
        clocks = {"live": lambda: EPOCH, "later": lambda: LATER}
        newsrooms = {
            scene: stack.enter_context(Newsroom(epoch=EPOCH, clock=clock, articles_per_minute=PRESS_RATE))
            for scene, clock in clocks.items()
        }
        for newsroom in newsrooms.values():
            ask_for_everything(newsroom)
        yield Harness(warm=warm, server_dsn=server_dsn, template=template_name, folder=folder, newsrooms=newsrooms)


@pytest.fixture(scope="session")
def calm_harness(harness: Harness, request: pytest.FixtureRequest) -> Iterator[Harness]:
    """The harness, once it has run every scene of the selected tests undisturbed."""
    cases = list_cases(request.session)
    scenes = sorted({"live"} | {case.scene for case in cases}, key=lambda scene: (scene != "live", scene))
    places = []
    for scene in scenes:
        steps = {kill.step for case in cases if case.scene == scene for kill in case.kills}
        places.append(harness.run_calmly(scene, sorted(steps)))
        harness.before |= {"later": places[0]}
    yield harness
    for place in places:
        execute(harness.server_dsn, "drop database {} with (force)", place.folder.name)


def list_cases(session: pytest.Session) -> list[Case]:
    """Return the cases of the selected tests."""
    found = (getattr(item, "callspec", None) for item in session.items)
    return [read_case(**call.params["case"]) for call in found if call and "case" in call.params]


@pytest.fixture
def fragile_harness(calm_harness: Harness) -> Iterator[Harness]:
    """The harness over a server of its own, as an operator's is set: one that may break while the others go on."""
    with ExitStack() as stack:
        folder = Path(tempfile.mkdtemp(prefix="warraq-crash-"))
        stack.callback(shutil.rmtree, folder)
        dsn = store.embedded.start(folder)
        stack.callback(store.embedded.stop, folder)
        store.migrate(store.create_database(dsn, "template"), PROJECT / "sql" / "migrations")
        yield replace(calm_harness, server_dsn=dsn, template="template", before={})


@pytest.fixture(scope="session")
def outcomes(calm_harness: Harness, request: pytest.FixtureRequest) -> Iterator[Mapping[Case, Future[dict[str, Any]]]]:
    """What became of each selected case, or will."""
    with ThreadPoolExecutor(AT_ONCE) as threads:
        yield {case: threads.submit(calm_harness.run_case, case) for case in list_cases(request.session)}
        threads.shutdown(cancel_futures=True)


@pytest.fixture
def run_case(
    outcomes: Mapping[Case, Future[dict[str, Any]]], request: pytest.FixtureRequest
) -> Callable[[Mapping[str, Any]], dict[str, Any]]:
    """Wait for a case; return what differs from the undisturbed run."""

    def wait(row: Mapping[str, Any]) -> dict[str, Any]:
        case = read_case(**row)
        results = request.config.stash.setdefault(RESULTS, {})
        results[str(case)] = "not reached"
        differences = outcomes[case].result()
        results[str(case)] = f"differs in {', '.join(differences)}" if differences else "equal"
        return differences

    return wait


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print every kill point and whether it made a difference."""
    results = config.stash.get(RESULTS, {})
    if not results:
        return
    terminalreporter.section(f"{len(results)} kill points, {list(results.values()).count('equal')} equal")
    if config.get_verbosity() > 0:
        for case, result in results.items():
            terminalreporter.line(f"{case} · {result}")

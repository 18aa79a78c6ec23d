"""Run the bundled newsroom beside a command that ingests from it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

from warraq.model import Source
from warraq.newsroom import Newsroom
from warraq.settings import Settings

NEWSROOM_PREFIX = "newsroom-"
LOOPBACK = "127.0.0.0/8"

Clock = Callable[[], datetime]
MakeClock = Callable[[Settings], Clock]


def choose_only(sources: Sequence[Source], names: Sequence[str], settings: Settings) -> tuple[str, ...]:
    """Return the ids to run: those named on the command line, else by the settings, else the newsroom's."""
    if names or settings.only:
        return tuple(names) or settings.only
    return tuple(source.source_id for source in sources if is_newsroom(source.source_id))


def is_newsroom(source_id: str) -> bool:
    """Tell whether the source is one of the bundled newsroom's sites."""
    return source_id.startswith(NEWSROOM_PREFIX)


@contextmanager
def serve_newsroom(settings: Settings, only: Sequence[str], make_clock: MakeClock, rate: float) -> Iterator[Settings]:
    """Serve the newsroom's sites on loopback if a chosen source is one; yield the settings that reach them.

    ``rate`` is new articles a minute. The newsroom's first day is kept under ``var/``, so that its dates and pages
    stay the same from run to run.
    """
    chosen = settings.model_copy(update={"only": tuple(only)})
    if not any(map(is_newsroom, only)):
        yield chosen
        return
    with Newsroom(epoch=read_epoch(settings), clock=make_clock(settings), articles_per_minute=rate) as newsroom:
        pins = {
            "allow_networks": (*settings.allow_networks, LOOPBACK),
            "connect_to": (*settings.connect_to, *newsroom.connect_to()),
        }
        yield chosen.model_copy(update=pins)


def stop_clock(settings: Settings) -> Clock:
    """Return a clock that stands where the newsroom was last live: one ingest after another finds nothing new."""
    path = settings.var / "newsroom.clock"
    at = datetime.fromisoformat(path.read_text(encoding="utf-8")) if path.exists() else read_epoch(settings)
    return lambda: at


def run_clock(settings: Settings) -> Clock:
    """Return a clock that runs, and that notes how far the newsroom has come."""
    path = settings.var / "newsroom.clock"

    def tick() -> datetime:
        now = datetime.now(UTC)
        path.write_text(now.isoformat(), encoding="utf-8")
        return now

    return tick


def read_epoch(settings: Settings) -> datetime:
    """Return the newsroom's first day, set at the first call and kept."""
    path = settings.var / "newsroom.epoch"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(datetime.now(UTC).replace(second=0, microsecond=0).isoformat(), encoding="utf-8")
    return datetime.fromisoformat(path.read_text(encoding="utf-8"))

"""Run the bundled newsroom beside a command that ingests from it."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from warraq.cli.kept import read_kept, write_kept
from warraq.errors import UsageError
from warraq.model import Source
from warraq.newsroom import Newsroom
from warraq.settings import Settings

NEWSROOM_PREFIX = "newsroom-"
LOOPBACK = "127.0.0.0/8"

STATE = "newsroom.json"  # Under ``var/``, so that dates and pages stay the same from run to run.
FIRST_RATE = 2.0  # Articles a minute.

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class PressState:
    """The newsroom's first day, how far it has come (both aware, UTC), and its articles a minute."""

    epoch: datetime
    clock: datetime
    rate: float


OpenPress = Callable[[Path], tuple[PressState, Clock]]


def choose_only(sources: Sequence[Source], names: Sequence[str], settings: Settings) -> tuple[str, ...]:
    """Return the ids to run: those named on the command line, else by the settings, else the newsroom's."""
    if names or settings.only:
        return tuple(names) or settings.only
    return tuple(source.source_id for source in sources if is_newsroom(source.source_id))


def is_newsroom(source_id: str) -> bool:
    """Tell whether the source is one of the bundled newsroom's sites."""
    return source_id.startswith(NEWSROOM_PREFIX)


@contextmanager
def serve_newsroom(settings: Settings, only: Sequence[str], open_press: OpenPress) -> Iterator[Settings]:
    """Serve the newsroom's sites on loopback if a chosen source is one; yield the settings that reach them."""
    chosen = settings.model_copy(update={"only": tuple(only)})
    if not any(map(is_newsroom, only)):
        yield chosen
        return
    state, clock = open_press(settings.var / STATE)
    with Newsroom(epoch=state.epoch, clock=clock, articles_per_minute=state.rate) as newsroom:
        pins = {
            "allow_networks": (*settings.allow_networks, LOOPBACK),
            "connect_to": (*settings.connect_to, *newsroom.connect_to()),
        }
        yield chosen.model_copy(update=pins)


def stand_still(path: Path) -> tuple[PressState, Clock]:
    """Open the newsroom as it last was live: one ingest after another finds nothing new, and nothing gone."""
    state = read_state(path)
    return state, lambda: state.clock


def go_on(path: Path, *, rate: float | None) -> tuple[PressState, Clock]:
    """Open the newsroom by a clock that runs and notes how far it has come.

    ``rate`` is new articles a minute; None goes on at the last rate. Another rate than that dates the articles anew.
    """
    last = read_state(path)
    state = replace(last, rate=(last.rate or FIRST_RATE) if rate is None else rate)

    def tick() -> datetime:
        now = datetime.now(UTC)
        write_state(path, replace(state, clock=now))
        return now

    return state, tick


def read_state(path: Path) -> PressState:
    """Return the newsroom's state, made at the first call and kept. Raises ``UsageError`` naming a file that is not."""
    kept = read_kept(path)
    if kept is None:
        now = datetime.now(UTC).replace(second=0, microsecond=0)
        write_state(path, PressState(epoch=now, clock=now, rate=0.0))
        return read_state(path)
    try:
        row = json.loads(kept)
        epoch, clock = (datetime.fromisoformat(row[name]) for name in ("epoch", "clock"))
        return PressState(epoch=epoch.astimezone(UTC), clock=clock.astimezone(UTC), rate=float(row["rate"]))
    except (ValueError, KeyError, TypeError):
        message = f"{path}: is not as warraq wrote it; remove it, and the newsroom begins anew"
        raise UsageError(message) from None


def write_state(path: Path, state: PressState) -> None:
    """Keep the state; several threads may."""
    row = {"epoch": state.epoch.isoformat(), "clock": state.clock.isoformat(), "rate": state.rate}
    write_kept(path, json.dumps(row))

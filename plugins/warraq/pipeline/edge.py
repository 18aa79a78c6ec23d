"""What the edge holds for the stages: the settings, the catalogue, the connection, the workers and the clock."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from warraq import store
from warraq.model import Source
from warraq.settings import Settings
from warraq.workers import BoundedPool


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """Everything of the outside world that a stage may touch, for the length of one task."""

    settings: Settings
    sources: Mapping[str, Source]  # By ``source_id``.
    connection: store.Connection
    pool: BoundedPool
    clock: Callable[[], datetime]  # Aware, UTC.

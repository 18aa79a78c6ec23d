"""What the edge holds for the stages: the settings, the catalogue, the connection, the workers and the clock."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from warraq.model import Source
from warraq.settings import Settings
from warraq.workers import BoundedPool

if TYPE_CHECKING:
    from psycopg2.extensions import connection as Connection  # noqa: N812 -- It is a class under a module's name.


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """Everything of the outside world that a stage may touch, for the length of one task."""

    settings: Settings
    sources: Mapping[str, Source]  # By ``source_id``.
    connection: "Connection"
    pool: BoundedPool
    clock: Callable[[], datetime]  # Aware, UTC.

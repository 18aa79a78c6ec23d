"""Hold the leases of a lane's hosts: taken, renewed with the time of the next request, given back once idle."""

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta

from warraq import store
from warraq.model import FrontierItem
from warraq.pipeline.edge import Edge
from warraq.pipeline.hosts import Host

HELD_SECONDS = 1.0  # Between two looks at a host that another lane holds; less where leases are short.


@dataclass(slots=True, kw_only=True)
class Leases:
    """The hosts a lane works for, and whether it holds them."""

    edge: Edge
    hosts: dict[str, Host] = field(default_factory=dict)
    holder: str = field(default_factory=store.make_holder)
    renew_at: float = 0.0  # On the monotonic clock.

    @property
    def longest_sleep(self) -> float:
        """Return the seconds between two renewals: a third of a lease."""
        return self.edge.settings.lease_seconds / 3

    def renew(self) -> list[FrontierItem]:
        """Renew our leases and take those that are free; return the queued pages of hosts that were lost."""
        now, at = time.monotonic(), self.edge.clock()
        leased = store.lease_hosts(
            self.edge.connection,
            hosts=sorted(self.hosts),
            holder=self.holder,
            now=at,
            lease_seconds=self.edge.settings.lease_seconds,
            next_allowed={
                name: at + timedelta(seconds=host.find_wait(now))
                for name, host in self.hosts.items()
                if host.is_ours(now)
            },
        )
        for name, next_allowed_at in leased.items():
            host = self.hosts[name]
            host.leased_until = now + self.edge.settings.lease_seconds
            host.ready_at = max(host.ready_at, now + (next_allowed_at - at).total_seconds())
        held = self.hosts.keys() - leased.keys()
        self.renew_at = now + (min(HELD_SECONDS, self.longest_sleep) if held else self.longest_sleep)
        return [item for name in held for item in self.hosts[name].lose()]

    def note_pause(self, host: Host) -> None:
        """Tell the database soon of a pause that may outlive us: a killed lane's lease covers the short ones."""
        if host.find_wait(time.monotonic()) > self.longest_sleep:
            self.renew_at = 0.0

    def release(self, hosts: Iterable[Host]) -> None:
        """Give hosts back, with the time their next request is allowed."""
        now, at = time.monotonic(), self.edge.clock()
        waits = {host.name: at + timedelta(seconds=host.find_wait(now)) for host in hosts}
        store.release_hosts(self.edge.connection, holder=self.holder, now=at, next_allowed=waits)
        for name in waits:
            del self.hosts[name]

    def release_all(self) -> None:
        """Give back every host that is ours."""
        now = time.monotonic()
        self.release([host for host in self.hosts.values() if host.is_ours(now)])

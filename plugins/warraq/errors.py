"""The error tree.

``WarraqError``
├── ``TransientError``        time can mend it: Airflow retries, a bounded number of times
├── ``RejectedError``         the item is set aside with its reason, the batch goes on
└── ``UsageError``            the operator must change something: one line, exit 3
    ├── ``WrongUseError``     a command was called in a way it does not have: exit 2
    ├── ``CatalogueError``    a source's file is wrong
    ├── ``DatabaseError``     the database cannot be reached or used
    └── ``GateError``         the expectations cannot be trusted: nothing is loaded

Anything else that is raised is a bug of ours and is left to crash.
"""

from warraq.model import Reason, Rejection


class WarraqError(Exception):
    """Any failure that warraq foresees."""


class TransientError(WarraqError):
    """A failure that time can mend."""


class RejectedError(WarraqError):
    """One item cannot go on; ``rejection`` says why."""

    def __init__(self, reason: Reason, detail: str) -> None:
        """Keep the closed-list reason beside the sentence for people."""
        super().__init__(f"{reason}: {detail}")
        self.rejection = Rejection(reason=reason, detail=detail)


class UsageError(WarraqError):
    """The operator must change something; the message says what and how."""


class WrongUseError(UsageError):
    """A command was called in a way it does not have."""


class CatalogueError(UsageError):
    """A file of the catalogue is wrong; the message names file, line and key."""


class DatabaseError(UsageError):
    """The database cannot be reached, or is not fit to hold news."""


class GateError(UsageError):
    """The gate cannot vouch for the batch, so nothing of it is loaded."""

"""The gate: Great Expectations on every record, and no way past it.

The suite is ``expectations/articles.json``, the columns it judges are in ``columns``. Only this package imports
Great Expectations and pandas, and only when a batch is judged.
"""

from warraq.gate.committed import check_suite
from warraq.gate.judge import judge_records

__all__ = ["check_suite", "judge_records"]

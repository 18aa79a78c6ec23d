"""The gate: Great Expectations on every record, and no way past it.

The suites are ``expectations/articles.json`` for records and ``expectations/batches.json`` for what a publisher gave in
a run; the columns they judge are in ``columns``. Only this package imports Great Expectations and pandas, and only when
a batch is judged.
"""

from warraq.gate.committed import check_suite, check_suites
from warraq.gate.judge import judge_batches, judge_records

__all__ = ["check_suite", "check_suites", "judge_batches", "judge_records"]

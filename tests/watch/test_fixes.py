"""What was done about a signal stands in its picture, in the week in which it began."""

from datetime import date
from types import SimpleNamespace

from zhenyin.watch.api import with_fixes


def test_a_fix_is_marked_in_its_week_and_one_before_the_picture_is_not() -> None:
    onset = {"x": "2026-03-09", "text": {"zh": "开始偏离", "en": "Out of line"}, "kind": "onset"}
    chart = {"x": ["2026-03-02", "2026-03-09", "2026-03-16"], "marks": [onset]}
    plans = [
        SimpleNamespace(start=date(2026, 3, 12), title="换门封"),
        SimpleNamespace(start=date(2026, 1, 1), title="早"),
    ]
    told = with_fixes(chart, plans)
    assert told["marks"] == [onset, {"x": "2026-03-09", "text": {"zh": "换门封", "en": "换门封"}, "kind": "fix"}]
    assert chart["marks"] == [onset]

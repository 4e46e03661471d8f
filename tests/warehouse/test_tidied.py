"""Moments with weekdays, halves of the day, wide signs, commas and zones around them."""

from datetime import datetime

from tests.warehouse.conftest import Evaluate

from fixtures_cases import table
from zhenyin.warehouse import moments
from zhenyin.warehouse.moments import TimeFormat


@table("warehouse/tidied.csv", ["formats", "cell", "moment"])
def test_a_moment_is_read_without_what_stands_around_it(
    evaluate: Evaluate, formats: str, cell: str, moment: str
) -> None:
    form = TimeFormat(tuple(formats.split()), "Asia/Shanghai", tidy=True)  # type: ignore[arg-type]
    prepared = evaluate(moments.prepared("cell", form), cell=cell)
    found = evaluate(moments.moment("cell::VARCHAR", form), cell=prepared)
    assert found == (datetime.fromisoformat(moment) if moment else None)

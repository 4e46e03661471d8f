"""An answer as JSON: keys, numbers, and words in both languages; never a ready label."""

from datetime import date, datetime, timedelta
from typing import Any

import pyarrow as pa

from zhenyin.core.words import Words
from zhenyin.dimensions import DIMENSIONS, dimension
from zhenyin.metrics import METRICS, Part, relation
from zhenyin.question.models import Answer, Cell, Change, Estimate
from zhenyin.question.period import Period
from zhenyin.question.plan import allowed
from zhenyin.question.service import definition, sql_of
from zhenyin.warehouse.facts import FACTS

Json = dict[str, Any]


def answer_json(given: Answer) -> Json:
    """Everything a page needs to show an answer."""
    return {
        "metrics": [metric_brief(key) for key in given.question.metrics],
        "cells": [cell_json(cell) for cell in given.cells],
        "total": {key: cell_json(cell) for key, cell in given.totals.items()},
        "cuts": [{"key": cut, "title": dimension(cut).title.as_dict()} for cut in given.question.all_cuts],
        "period": period_json(given.period),
        "data_until": plain(given.data_until),
        "grain": given.question.grain,
        "definition": ";".join(given.definitions.values()),
        "caveats": [caveat.as_dict() for caveat in given.caveats],
        "sql": given.sql,
        "took_ms": round(given.took_ms, 1),
    }


def cell_json(cell: Cell) -> Json:
    return {
        "metric": cell.metric,
        "at": {name: plain(value) for name, value in cell.at.items()},
        **figures(cell.estimate),
        "numerator": cell.estimate.numerator,
        "denominator": cell.estimate.denominator,
        "unfinished": cell.unfinished,
        "compare": change_json(cell.change),
        "share": cell.share,
        "judged": cell.judged,
    }


def figures(estimate: Estimate) -> Json:
    return {"value": estimate.value, "low": estimate.low, "high": estimate.high, "n": estimate.n}


def change_json(change: Change | None) -> Json | None:
    """`change` and its interval are a ratio minus 1 where `relative`, else a difference in the metric's unit."""
    if change is None:
        return None
    return figures(change.before) | {
        "change": change.change,
        "change_low": change.low,
        "change_high": change.high,
        "relative": change.relative,
        "significant": change.significant,
        "new": change.new,
    }


def period_json(period: Period | None) -> Json | None:
    if period is None:
        return None
    first, last = period.start.isoformat(), (period.end - timedelta(days=1)).isoformat()
    return {"from": first, "until": last, "text": Words(f"{first} 至 {last}", f"{first} to {last}").as_dict()}


def metric_brief(key: str) -> Json:
    metric = METRICS[key]
    return {
        "key": key,
        "title": metric.title.as_dict(),
        "question": metric.question.as_dict(),
        "unit": {"key": metric.unit.key, **metric.unit.words.as_dict()},
        "better": metric.better,
        "kind": metric.kind,
        "additive": metric.additive,
        "definition": definition(key),
        "caveat": metric.caveat.as_dict() if metric.caveat else None,
    }


def metric_json(key: str, dialect: str) -> Json:
    metric = METRICS[key]
    usable = allowed(metric)
    return metric_brief(key) | {
        "cuts": usable,
        "refused_cuts": [cut for cut in DIMENSIONS if cut not in usable],
        "drill": True,
        "anchor": metric.numerator.anchor,
        "parts": [_part_json(part) for part in metric.parts],
        "sql": sql_of(key, dialect),
    }


def dimension_json(key: str) -> Json:
    found = dimension(key)
    return {
        "key": key,
        "title": found.title.as_dict(),
        "kind": found.kind,
        "parent": found.parent,
        "children": [name for name, other in DIMENSIONS.items() if other.parent == key],
        "fact": "tickets" if found.fits(relation("tickets").columns) else "orders",
    }


def rows_json(rows: pa.Table, total: int) -> Json:
    """Rows of a fact as a table: columns with their words, and lists of values."""
    columns = [{"key": name, "title": _words_of(name).as_dict()} for name in rows.column_names]
    values = [[_shown(value) for value in row.values()] for row in rows.to_pylist()]
    return {"columns": columns, "rows": values, "total": total}


def plain(value: Any) -> Any:
    """Dates and moments as ISO text; all else as it is."""
    return value.isoformat() if isinstance(value, (date, datetime)) else value


def _words_of(name: str) -> Words:
    found = (column.words for fact in FACTS.values() for column in fact.columns if column.name == name)
    return next(found, Words(name, name))


def _shown(value: Any) -> Any:
    """A map comes from the engine as pairs."""
    return dict(value) if isinstance(value, list) else plain(value)


def _part_json(part: Part) -> Json:
    return {"fact": part.fact, "anchor": part.anchor, "leaves": part.leaves, "distinct": part.distinct}

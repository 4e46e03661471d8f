"""Signals in standard words: states inactive and rebaselined, evidence as numbers instead of charts."""

from datetime import date
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_STATES = {"quiet": "inactive", "usual": "rebaselined"}
_SIGNALS = sa.table(
    "signals", sa.column("id", sa.String), sa.column("state", sa.String), sa.column("evidence", sa.JSON)
)


def upgrade() -> None:
    db = op.get_bind()
    for before, after in _STATES.items():
        db.execute(_SIGNALS.update().where(_SIGNALS.c.state == before).values(state=after))
    for row in db.execute(sa.select(_SIGNALS.c.id, _SIGNALS.c.evidence)).all():
        db.execute(_SIGNALS.update().where(_SIGNALS.c.id == row.id).values(evidence=_as_numbers(row.evidence or {})))


def downgrade() -> None:
    """The states go back. Evidence stays as numbers: the next scan writes that of every signal it finds anew."""
    db = op.get_bind()
    for before, after in _STATES.items():
        db.execute(_SIGNALS.update().where(_SIGNALS.c.state == after).values(state=before))


def _as_numbers(kept: dict[str, Any]) -> dict[str, Any]:
    names = ("suspects", "outside", "expected", "observed", "limit")
    evidence: dict[str, Any] = {name: kept[name] for name in names if name in kept}
    if kept.get("sentence"):
        evidence["sentence"] = _without_onset(kept["sentence"], kept.get("age"))
    if kept.get("age"):
        evidence["onset_age"] = {name: kept["age"][name] for name in ("months", "ratio")}
    if (kept.get("chart") or {}).get("kind") == "signal":
        evidence["series"] = _series(kept["chart"])
    if kept.get("mix"):
        evidence["mix_rate"] = _mix_rate(kept["mix"], bool(kept.get("simpson")))
    return evidence


def _without_onset(sentence: dict[str, str], age: dict[str, Any] | None) -> dict[str, str]:
    """The sentence about the onset age, which stood at the end, is made anew when a signal is shown."""
    if not age:
        return sentence
    return {lang: text.removesuffix(age["sentence"][lang]).rstrip() for lang, text in sentence.items()}


def _series(chart: dict[str, Any]) -> dict[str, Any]:
    lines = {line["key"]: line["values"] for line in chart["series"]}
    starts = [date.fromisoformat(day) for day in chart["x"]]
    days = (starts[1] - starts[0]).days if len(starts) > 1 else 7
    margin = [high - level for high, level in zip(chart["band"]["high"], lines["usual"], strict=True)]
    return {
        "first": chart["x"][0],
        "days": days,
        "observed": lines["observed"],
        "baseline": lines["usual"],
        "margin": margin,
    }


def _mix_rate(chart: dict[str, Any], reversal: bool) -> dict[str, Any]:
    difference, mix, rate = chart["series"][0]["values"]
    cells = [[cell["x"], cell["y"], cell["value"]] for cell in chart["cells"]]
    return {
        "difference": difference,
        "mix": mix,
        "rate": rate,
        "reversal": reversal,
        "by": list(dict.fromkeys(dimension for dimension, _, _ in cells)),
        "sentence": chart["title"],
        "contributors": cells,
    }

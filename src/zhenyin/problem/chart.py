"""Chart of a problem: its slice week by week, with the starts of its actions."""

from zhenyin.charts import ChartSpec, Mark, Series
from zhenyin.core.words import Words
from zhenyin.metrics import METRICS
from zhenyin.problem import figures
from zhenyin.problem.models import Dossier
from zhenyin.problem.slices import values_of
from zhenyin.warehouse.gateway import Warehouse

_WEEKS = 78


def problem_chart(warehouse: Warehouse, dossier: Dossier) -> ChartSpec | None:
    """None for a problem of single tickets, or a figure that cannot be summed by week."""
    problem = dossier.problem
    if not problem.where or not figures.judgeable(problem.metric):
        return None
    figure, metric = figures.weekly(warehouse, problem.metric, problem.where), METRICS[problem.metric]
    shown = slice(-_WEEKS, None)
    weeks = figure.weeks[shown]
    marks = [
        Mark(a.plan.first_week.isoformat(), Words(a.plan.title, a.plan.title), "fix")
        for a in dossier.actions
        if a.cancelled is None and a.plan.first_week in weeks
    ]
    unit, values = metric.unit, values_of(problem.where)
    return ChartSpec(
        kind="trend",
        title=Words(f"{problem.title}（{values.zh}）", f"{problem.title} ({values.en})"),
        subtitle=Words(f"{metric.title.zh}（{unit.words.zh}），按周", f"{metric.title.en} ({unit.words.en}), by week"),
        unit=unit.words,
        unit_key=unit.key,
        better=metric.better,
        x=[week.isoformat() for week in weeks],
        series=[Series(problem.metric, metric.title, figure.values(metric.per)[shown])],
        marks=marks + [Mark(m.isoformat(), Words("开始", "Since"), "onset") for m in weeks if m == problem.since],
    )

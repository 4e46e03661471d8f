"""Questions, metrics and dimensions over HTTP."""

from typing import Any, Literal

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict, Field

from zhenyin.account.access import CurrentWorkspace, needs
from zhenyin.core import clock
from zhenyin.dimensions import DIMENSIONS, Grain
from zhenyin.job.workspace import Workspace
from zhenyin.metrics import METRICS
from zhenyin.question import browse, presentation, service
from zhenyin.question import chart as drawn
from zhenyin.question.filters import Filter
from zhenyin.question.models import Question
from zhenyin.question.period import Period

router = APIRouter(tags=["question"])
Reader = Depends(needs("question.read"))


class Asked(BaseModel):
    """A question as the pages put it. Filters are texts such as `province=北京`; the period is a text too."""

    model_config = ConfigDict(extra="forbid")

    metrics: list[str] = Field(min_length=1, max_length=20)
    cuts: list[str] = Field(default=[], max_length=4)
    where: list[str] = []
    period: str = "all"
    grain: Grain | None = None
    compare: Literal["previous", "year"] | None = None
    order: Literal["at", "value", "-value"] = "at"
    limit: int | None = Field(default=None, ge=1, le=100_000)
    chart: str | None = Field(default=None, description="a chart's key, or `auto`")

    def question(self, workspace: Workspace) -> Question:
        return Question(
            metrics=tuple(self.metrics),
            cuts=tuple(self.cuts),
            filters=tuple(Filter.read(text) for text in self.where),
            period=Period.read(self.period, clock.today(workspace.settings.zone)),
            grain=self.grain,
            compare=self.compare,
            order=self.order,
            limit=self.limit,
        )


class Rows(Asked):
    """Which rows: those behind the numerator (or denominator) of the first metric in the cell `at`."""

    at: dict[str, str | int | float | None] = {}
    part: Literal["numerator", "denominator"] = "numerator"
    rows_limit: int = Field(default=50, ge=1, le=1000)
    offset: int = Field(default=0, ge=0)


@router.get("/metrics", dependencies=[Reader])
def list_metrics(workspace: CurrentWorkspace) -> list[dict[str, Any]]:
    return [presentation.metric_json(key, workspace.warehouse.engine.dialect) for key in METRICS]


@router.get("/metrics/{key}", dependencies=[Reader])
def show_metric(key: str, workspace: CurrentWorkspace) -> dict[str, Any]:
    return presentation.metric_json(key, workspace.warehouse.engine.dialect)


@router.get("/dimensions", dependencies=[Reader])
def list_dimensions(workspace: CurrentWorkspace) -> list[dict[str, Any]]:
    return [presentation.dimension_json(key) for key in (*DIMENSIONS, *browse.extras(workspace.warehouse))]


@router.get("/dimensions/{key}/values", dependencies=[Reader])
def list_values(key: str, workspace: CurrentWorkspace, search: str = "", limit: int = 100) -> list[dict[str, Any]]:
    return [{"value": v.value, "n": v.n} for v in browse.values(workspace.warehouse, key, search, min(limit, 1000))]


@router.post("/questions", dependencies=[Reader])
def ask(asked: Asked, workspace: CurrentWorkspace) -> dict[str, Any]:
    given = service.answer(workspace.warehouse, asked.question(workspace), totals=True)
    key = drawn.usual(given) if asked.chart == "auto" else asked.chart
    return presentation.answer_json(given) | {"chart": drawn.chart(given, key).as_dict() if key else None}


@router.post("/questions/rows", dependencies=[Reader])
def show_rows(asked: Rows, workspace: CurrentWorkspace) -> dict[str, Any]:
    question = asked.question(workspace)
    return presentation.rows_json(
        *service.rows(
            workspace.warehouse,
            question,
            dict(asked.at),
            asked.rows_limit,
            asked.offset,
            denominator=asked.part == "denominator",
        )
    )

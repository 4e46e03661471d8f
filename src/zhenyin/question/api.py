"""Questions, metrics and dimensions over HTTP."""

from typing import Literal

from fastapi import APIRouter, Depends
from pydantic import Field

from zhenyin.account.access import CurrentWorkspace, needs
from zhenyin.account.paging import Paged
from zhenyin.core import clock
from zhenyin.core.schema import Page, Request
from zhenyin.dimensions import DIMENSIONS, Grain
from zhenyin.job.workspace import Workspace
from zhenyin.metrics import METRICS
from zhenyin.question import browse, presentation, service
from zhenyin.question.browse import DimensionValue
from zhenyin.question.chart import chart, default_chart
from zhenyin.question.filters import Filter
from zhenyin.question.models import Compare, Order, Question
from zhenyin.question.period import Period
from zhenyin.question.presentation import AnswerResponse, DimensionDetail, MetricDetail, RowsPage, Scalar

router = APIRouter(tags=["question"])
Reader = Depends(needs("question.read"))


class QuestionRequest(Request):
    """A question as the pages put it. Filters are texts such as `province=北京`; the period is a text too."""

    metrics: list[str] = Field(min_length=1, max_length=20)
    cuts: list[str] = Field(default=[], max_length=4)
    where: list[str] = Field(default=[], description="filters: D=V1,V2  D!=V  D~text  D=lo..hi")
    period: str = "all"
    grain: Grain | None = None
    compare: Compare | None = None
    order: Order = "at"
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


class RowsRequest(QuestionRequest):
    """Which rows: those behind the numerator (or denominator) of the first metric in the cell `at`."""

    at: dict[str, Scalar] = Field(default={}, description="the value of each cut; null is unknown")
    part: Literal["numerator", "denominator"] = "numerator"


@router.get("/metrics", dependencies=[Reader])
def list_metrics(workspace: CurrentWorkspace) -> list[MetricDetail]:
    return [presentation.present_metric(key, workspace.warehouse.engine.dialect) for key in METRICS]


@router.get("/metrics/{key}", dependencies=[Reader])
def show_metric(key: str, workspace: CurrentWorkspace) -> MetricDetail:
    return presentation.present_metric(key, workspace.warehouse.engine.dialect)


@router.get("/dimensions", dependencies=[Reader])
def list_dimensions(workspace: CurrentWorkspace) -> list[DimensionDetail]:
    return [presentation.present_dimension(key) for key in (*DIMENSIONS, *browse.extras(workspace.warehouse))]


@router.get("/dimensions/{key}/values", dependencies=[Reader])
def list_values(key: str, workspace: CurrentWorkspace, paging: Paged, search: str = "") -> Page[DimensionValue]:
    found, total = browse.values(workspace.warehouse, key, search, paging.limit, paging.offset)
    return Page[DimensionValue].of(found, total, paging.offset)


@router.post("/questions", dependencies=[Reader])
def ask(request: QuestionRequest, workspace: CurrentWorkspace) -> AnswerResponse:
    answer = service.answer(workspace.warehouse, request.question(workspace), totals=True)
    key = default_chart(answer) if request.chart == "auto" else request.chart
    return presentation.present_answer(answer, chart(answer, key) if key else None)


@router.post("/questions/rows", dependencies=[Reader])
def show_rows(request: RowsRequest, workspace: CurrentWorkspace, paging: Paged) -> RowsPage:
    question, denominator = request.question(workspace), request.part == "denominator"
    rows, total = service.rows(
        workspace.warehouse, question, dict(request.at), paging.limit, paging.offset, denominator=denominator
    )
    return presentation.present_rows(rows, total, paging)

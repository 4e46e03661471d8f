"""What intake answers: response models of uploads, previews, sources, imports and quality."""

from collections.abc import Mapping as Named
from datetime import date, datetime, timedelta
from typing import Literal

from pydantic import Field

from zhenyin.connectors import CONNECTORS
from zhenyin.core.schema import DateRange, Model, Page, Request, Titled
from zhenyin.core.words import Words
from zhenyin.intake.facts import Filled, Problem, RuleCount
from zhenyin.intake.models import Batch, BatchState, Mapping, TableMapping
from zhenyin.intake.preview import TablePreview
from zhenyin.intake.sources import Silence, SourceState
from zhenyin.intake.titles import Target, choices, field_title, rule_title, shape_title
from zhenyin.intake.uploads import Upload

Kind = Literal["text", "integer", "number", "time", "date", "flag", "map"]


class UploadResponse(Model):
    """A file that was uploaded and not imported yet."""

    id: str
    name: str
    bytes: int
    connector: Titled


class TargetResponse(Model):
    """A field that a column may be mapped to; `needed`: without one there is no table of this kind."""

    key: str
    title: Words
    kind: Kind
    needed: bool


class ColumnResponse(Model):
    """What a column was taken for, how surely (0 to 1), why, and some of its cells."""

    column: str
    target: str | None
    confidence: float
    why: Words
    samples: list[str]


class ProblemResponse(Model):
    """What is wrong with one row; line 0 speaks of the whole table. table: the fact that the row was for."""

    line: int
    table: str | None
    column: str | None
    value: str | None
    rule: str
    title: Words
    reason: Words


class TablePreviewResponse(Model):
    """One table of a file as an import would take it. importable: nothing that it must have is `missing`."""

    name: str
    fact: str
    fact_title: Words
    importable: bool
    missing: list[Titled]
    columns: list[ColumnResponse]
    rows: list[list[str]]
    row_numbers: list[int]
    problems: list[ProblemResponse]
    notes: list[ProblemResponse]
    formats: dict[str, str]


class PreviewResponse(Model):
    """All tables of an upload. has_template: a saved mapping of the source was used."""

    id: str
    name: str
    source: str
    connector: str
    has_template: bool
    tables: list[TablePreviewResponse]
    targets: dict[str, list[TargetResponse]]


class TableMappingForm(Request):
    """How one table becomes a fact: the field of each column (null: kept aside), and how its times are written."""

    name: str = ""
    fact: str = ""
    columns: dict[str, str | None] = Field(default={})
    formats: dict[str, str] = Field(default={})


class MappingForm(Request):
    """How a source is read."""

    connector: str = ""
    tables: list[TableMappingForm]


class PreviewRequest(Request):
    """As which source an upload is looked at, and with which mapping instead of the saved one."""

    source: str | None = None
    mapping: MappingForm | None = None


class TableMappingResponse(Model):
    """How one table becomes a fact."""

    name: str
    fact: str
    columns: dict[str, str | None]
    formats: dict[str, str]


class MappingResponse(Model):
    """How a source is read: its connector, and every table of it."""

    connector: str
    tables: list[TableMappingResponse]


class SourceResponse(Model):
    """Where files come from. silent_days: for how long it has delivered nothing, where that is more than chance."""

    source: str
    connector: Titled | None
    batches: int
    tickets: int
    last_import_at: datetime | None
    last_ticket_at: datetime | None
    silent_days: int | None
    has_mapping: bool


class BatchResponse(Model):
    """One import of one file. facts: rows that it brought to each fact."""

    id: str
    source: str
    file: str
    sha256: str
    connector: str
    state: BatchState
    by: str
    at: datetime
    rows: int
    tickets: int
    events: int
    problems: int
    facts: dict[str, int]
    undone_at: datetime | None


class RuleCountResponse(Model):
    """How many rows broke a rule."""

    rule: str
    title: Words
    n: int


class ProblemPage(Page[ProblemResponse]):
    """Problems of one import, with counts by rule over all of them."""

    by_rule: list[RuleCountResponse]


class FilledResponse(Model):
    """In how many tickets a field is filled. share: of all tickets; None without any."""

    field: str
    title: Words
    n: int
    share: float | None


class UnclassifiedResponse(Model):
    """Tickets without a category, also after labelling."""

    n: int
    share: float | None


class SilenceResponse(Model):
    """Days without any ticket of a source. ongoing: it has not spoken since."""

    source: str
    period: DateRange
    days: int
    ongoing: bool


class QualityResponse(Model):
    """Rules that rows broke, how far fields are filled, and silences of sources."""

    by_rule: list[RuleCountResponse]
    fields: list[FilledResponse]
    unclassified: UnclassifiedResponse
    silences: list[SilenceResponse]


def present_upload(upload: Upload, connector: str) -> UploadResponse:
    return UploadResponse(id=upload.id, name=upload.name, bytes=upload.bytes, connector=_connector(connector))


def present_targets() -> dict[str, list[TargetResponse]]:
    """What a column may be mapped to, by the kind of table."""
    return {shape: [_target(one) for one in targets] for shape, targets in choices().items()}


def present_preview(
    upload: Upload, source: str, connector: str, saved: Mapping | None, tables: list[TablePreview]
) -> PreviewResponse:
    return PreviewResponse(
        id=upload.id,
        name=upload.name,
        source=source,
        connector=connector,
        has_template=saved is not None,
        tables=[_table(table) for table in tables],
        targets=present_targets(),
    )


def present_mapping(mapping: Mapping) -> MappingResponse:
    return MappingResponse(connector=mapping.connector, tables=[_table_mapping(table) for table in mapping.tables])


def present_source(state: SourceState) -> SourceResponse:
    return SourceResponse(
        source=state.source,
        connector=_connector(state.connector) if state.connector else None,
        batches=state.batches,
        tickets=state.tickets,
        last_import_at=state.last_import_at,
        last_ticket_at=state.last_ticket_at,
        silent_days=state.silent_days,
        has_mapping=state.has_mapping,
    )


def present_batch(batch: Batch) -> BatchResponse:
    return BatchResponse.model_validate(batch)


def present_problem(problem: Problem) -> ProblemResponse:
    return ProblemResponse(
        line=problem.line,
        table=problem.table,
        column=problem.column,
        value=problem.value,
        rule=problem.rule,
        title=rule_title(problem.rule),
        reason=problem.reason,
    )


def present_counts(counts: list[RuleCount]) -> list[RuleCountResponse]:
    return [RuleCountResponse(rule=one.rule, title=rule_title(one.rule), n=one.n) for one in counts]


def present_quality(
    counts: list[RuleCount], filled: Named[str, Filled], unclassified: Filled, silences: list[Silence]
) -> QualityResponse:
    return QualityResponse(
        by_rule=present_counts(counts),
        fields=[
            FilledResponse(field=field, title=field_title("tickets", field), n=one.n, share=one.share)
            for field, one in filled.items()
        ],
        unclassified=UnclassifiedResponse(n=unclassified.n, share=unclassified.share),
        silences=[
            SilenceResponse(source=one.source, period=_days(one.first, one.last), days=one.days, ongoing=one.ongoing)
            for one in silences
        ],
    )


def _connector(key: str) -> Titled:
    return Titled(key=key, title=CONNECTORS[key].title)


def _target(target: Target) -> TargetResponse:
    return TargetResponse.model_validate(target)


def _table(table: TablePreview) -> TablePreviewResponse:
    problems = [present_problem(problem) for problem in table.problems]
    return TablePreviewResponse(
        name=table.name,
        fact=table.mapping.fact,
        fact_title=shape_title(table.mapping.fact),
        importable=not table.missing,
        missing=[Titled(key=name, title=field_title(table.mapping.fact, name)) for name in table.missing],
        columns=[ColumnResponse.model_validate(column) for column in table.columns],
        rows=table.rows,
        row_numbers=table.row_numbers,
        problems=[one for one in problems if one.line],
        notes=[one for one in problems if not one.line],
        formats=table.mapping.formats,
    )


def _table_mapping(table: TableMapping) -> TableMappingResponse:
    return TableMappingResponse.model_validate(table)


def _days(first: date, last: date) -> DateRange:
    return DateRange(start=first, end=last + timedelta(days=1))

"""What `zhenyin.open` and `zhenyin.connect` give: the product for programs, the same over a folder and over a network."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

from zhenyin.client import jobs, problems, signals, slices
from zhenyin.client.answer import Answer
from zhenyin.client.connection import ApiConnection
from zhenyin.client.explanation import Explanation
from zhenyin.client.jobs import ProgressCallback
from zhenyin.client.problems import ProblemDetail, Problems, Stage
from zhenyin.client.records import DateRange
from zhenyin.client.rows import Rows
from zhenyin.client.signals import Scan, SignalDetail, Signals, SignalState
from zhenyin.client.slices import Where

Grain = Literal["day", "week", "month", "quarter", "year"]
Compare = Literal["previous", "year"]
ExplainCompare = Literal["previous", "year", "rest", "values", "forecast"]


class Client:
    """An open workspace. Use it in a `with` block, or call `close`; it may be used by several threads.

    Every method raises a `core.errors.Refusal` when the API refuses: it has a stable `code` and `words` in Chinese and
    English.
    """

    def __init__(self, api: ApiConnection) -> None:
        self.api = api

    def ask(
        self,
        *metrics: str,
        by: str | Sequence[str] = (),
        where: Where = (),
        period: str | DateRange = "all",
        grain: Grain | None = None,
        compare: Compare | None = None,
        order: Literal["at", "value", "-value"] = "at",
        limit: int | None = None,
    ) -> Answer:
        """Answer a question about one metric or several.

        by: dimensions to cut by; where: filters such as "province=北京", or values by dimension; period: 2025, 2025-Q1,
        2025-03, 2025-W09, a..b, "last 12 weeks", all; grain: cut by time; compare: with the period before, or the same a
        year before; limit: at most so many cells.
        """
        question = {
            "metrics": list(metrics),
            "cuts": slices.listed(by),
            "where": slices.filters(where),
            "period": str(period),
            "grain": grain,
            "compare": compare,
            "order": order,
            "limit": limit,
        }
        return Answer(self.api, question, self.api.post("/questions", question))

    def rows(
        self,
        metric: str,
        *,
        where: Where = (),
        period: str | DateRange = "all",
        denominator: bool = False,
        limit: int | None = None,
    ) -> Rows:
        """The rows that a metric's numerator (or denominator) is made of, newest first, fetched as they are read."""
        question = {"metrics": [metric], "where": slices.filters(where), "period": str(period)}
        return Rows(self.api, question, {}, denominator=denominator, limit=limit)

    def explain(
        self,
        metric: str,
        *,
        where: Where = (),
        period: str | DateRange = "last 8 weeks",
        compare: ExplainCompare = "previous",
        method: str | None = None,
    ) -> Explanation:
        """Name the slices behind a change of a figure, or split the difference of a mean into mix and rate effect.

        compare: with the period before, the same a year before, the rest of the tickets (outside the last filter), its own
        forecast; `values` compares the values of each dimension with each other. method: scan, tree, rules or adtributor;
        the one that suits if not given.
        """
        body = {
            "metric": metric,
            "where": slices.filters(where),
            "period": str(period),
            "compare": compare,
            "method": method,
        }
        return Explanation.of(self.api.post("/explain", body))

    def scan(self, *, as_of: date | None = None, progress: ProgressCallback | None = None) -> Scan:
        """Look for signals in all slices, as every night, and return those that are open when it is done.

        as_of: as on this day, today if not given; progress: called with the share that is done and words for what goes on.
        """
        return Scan(self.api, jobs.run(self.api, "/scans", {"as_of": as_of}, progress))

    def signals(self, *, state: SignalState = "open") -> Signals:
        """Signals in a state, or in all, most evidence first."""
        return Signals(self.api, state)

    def signal(self, signal_id: str) -> SignalDetail:
        """One signal with its evidence. Raises NotFound (`signal-unknown`)."""
        return signals.signal(self.api, signal_id)

    def problems(self, *, stage: Stage | None = None, owner: str = "", search: str = "") -> Problems:
        """Problems, the newest first. owner: a login; search: words that title or description must hold."""
        return Problems(self.api, stage, owner, search)

    def problem(self, problem_id: str) -> ProblemDetail:
        """One problem with its causes, actions and verdicts. Raises NotFound (`problem-unknown`)."""
        return problems.problem(self.api, problem_id)

    def metrics(self) -> list[dict[str, Any]]:
        """All metrics: key, title, unit, direction, definition, and the dimensions each may be cut by."""
        return list(self.api.get("/metrics"))

    def dimensions(self) -> list[dict[str, Any]]:
        """All dimensions: key, title, kind, parent and children."""
        return list(self.api.get("/dimensions"))

    def import_file(
        self, file: str | Path, *, source: str | None = None, progress: ProgressCallback | None = None
    ) -> dict[str, Any]:
        """Bring a file into the facts, and return the batch. The same file twice changes nothing.

        source: where the file comes from, the file's name if not given; progress: called with the share that is done
        and words for what goes on. Interrupted, it takes back what it had begun. No scan follows: see `scan`.
        """
        upload = self.api.upload("/uploads", Path(file))
        # A scan of the server's own would be cancelled when this program ends.
        body = {"upload": upload["id"], "source": source, "scan": False}
        return jobs.run(self.api, "/imports", body, progress)

    def close(self) -> None:
        """Let go of the folder; what still runs is ended."""
        self.api.close()

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        self.close()

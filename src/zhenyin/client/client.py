"""What `zhenyin.open` and `zhenyin.connect` give: the product for programs, the same over a folder and over a network."""

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

from zhenyin.client import jobs
from zhenyin.client.answer import Answer
from zhenyin.client.connection import ApiConnection
from zhenyin.client.jobs import ProgressCallback

Grain = Literal["day", "week", "month", "quarter", "year"]
Compare = Literal["previous", "year"]


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
        by: Sequence[str] = (),
        where: Sequence[str] = (),
        period: str = "all",
        grain: Grain | None = None,
        compare: Compare | None = None,
        order: Literal["at", "value", "-value"] = "at",
        limit: int | None = None,
    ) -> Answer:
        """Answer a question about one metric or several.

        by: dimensions to cut by; where: filters such as "province=北京"; period: 2025, 2025-Q1, 2025-03, 2025-W09,
        a..b, "last 12 weeks", all; limit: at most so many cells.
        """
        question = {
            "metrics": list(metrics),
            "cuts": list(by),
            "where": list(where),
            "period": period,
            "grain": grain,
            "compare": compare,
            "order": order,
            "limit": limit,
        }
        return Answer(self.api, question, self.api.post("/questions", question))

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
        and words for what goes on. Interrupted, it takes back what it had begun.
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

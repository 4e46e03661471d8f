"""The same calls give the same inside the process, through the folder's socket, and over the network."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.cli.conftest import line_in
from tests.client.conftest import WAYS, client_of

import zhenyin
from zhenyin.account.paging import MAX_LIMIT
from zhenyin.client import network
from zhenyin.client.client import Client
from zhenyin.client.connection import ApiConnection
from zhenyin.client.listing import ROWS_A_PAGE
from zhenyin.core.errors import Invalid, NotFound, Refusal, Unauthenticated, Unavailable

CSV = """ticket_id,created_at,resolved_at,product,province,description
T-1,2025-01-02 08:00,2025-01-03 08:00,X200,北京市,door does not open
T-2,2025-01-09 08:00,,X200,上海市,battery empty
T-3,2025-01-10 08:00,,X300,上海市,battery empty
"""


@pytest.fixture(scope="module", params=WAYS)
def company(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with client_of(request.param, tmp_path_factory.mktemp(request.param)) as client:
        yield client


@pytest.fixture
def tickets(tmp_path: Path) -> Path:
    file = tmp_path / '工单 "2025".csv'
    file.write_text(CSV, "utf-8")
    return file


def test_a_file_goes_in_and_figures_and_rows_come_out(company: Client, tickets: Path) -> None:
    done: list[float] = []
    first = company.import_file(tickets, source="crm", progress=lambda share, words: done.append(share))
    again = company.import_file(tickets, source="crm")
    assert (first["tickets"], first["unchanged"], again["unchanged"]) == (3, False, True)
    assert again["batch"] == first["batch"]
    assert done == sorted(done)
    # A scan of the server's would end with this program.
    assert {job["kind"] for job in company.api.get("/jobs")["items"]} == {"import"}

    answer = company.ask("ticket_count", by=["product"], grain="week", period="2025")
    assert answer.value == 3
    table = answer.to_arrow()
    assert table.column_names == ["metric", "week", "product", "value", "low", "high", "n", "numerator", "denominator"]
    assert table.select(["week", "product", "value"]).to_pylist() == [
        {"week": date.fromisoformat("2024-12-30"), "product": "X200", "value": 1.0},
        {"week": date.fromisoformat("2024-12-30"), "product": "X300", "value": 0.0},
        {"week": date.fromisoformat("2025-01-06"), "product": "X200", "value": 1.0},
        {"week": date.fromisoformat("2025-01-06"), "product": "X300", "value": 1.0},
    ]
    assert answer.to_pandas()["value"].sum() == 3
    assert answer.to_polars()["value"].sum() == 3

    behind = list(answer.rows(at={"product": "X200"}))
    assert {row["description"] for row in behind} == {"door does not open", "battery empty"}
    assert len(list(answer.rows(limit=1))) == 1
    assert "failure_rate" in {metric["key"] for metric in company.metrics()}
    assert "province" in {dimension["key"] for dimension in company.dimensions()}


def test_a_refusal_keeps_its_kind_its_code_and_both_languages(company: Client) -> None:
    with pytest.raises(NotFound) as found:
        company.ask("falure_rate")
    assert (found.value.code, found.value.status) == ("metric-unknown", 404)
    assert "failure_rate" in found.value.words.en
    assert found.value.words.zh != found.value.words.en
    with pytest.raises(Invalid, match="period"):
        company.ask("ticket_count", period="yesterweek")


def test_a_job_that_fails_raises_what_it_failed_with(company: Client, tmp_path: Path) -> None:
    (tmp_path / "picture.csv").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\x00" * 900)
    with pytest.raises(Refusal) as found:
        company.import_file(tmp_path / "picture.csv")
    assert found.value.code == "file-unknown"


def test_whoever_stops_waiting_cancels_the_job(company: Client, tmp_path: Path) -> None:
    file = tmp_path / "many.csv"
    rows = (f"M-{n},2024-01-02 08:00,,X200,北京市,door {n} does not open" for n in range(60_000))
    file.write_text("\n".join([CSV.splitlines()[0], *rows]), "utf-8")

    def interrupt(share: float, words: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        company.import_file(file, progress=interrupt)
    latest = next(job for job in company.api.get("/jobs")["items"] if job["kind"] == "import")
    assert (latest["title"]["en"], latest["state"]) == ("Import many.csv", "cancelled")
    assert company.ask("ticket_count", period="2024").value == 0


def test_an_answer_is_written_to_a_file_or_not_at_all(company: Client, tmp_path: Path) -> None:
    company.api.download("/metrics", tmp_path / "metrics.json")
    assert len(json.loads((tmp_path / "metrics.json").read_text("utf-8"))) == len(company.metrics())
    with pytest.raises(NotFound):
        company.api.download("/metrics/falure_rate", tmp_path / "none.json")
    assert not (tmp_path / "none.json").exists()


def test_a_network_without_a_token_is_refused(tmp_path: Path) -> None:
    with line_in(tmp_path / "data").serving() as url:
        assert zhenyin.connect(url).api.get("/health")["status"] == "ok"
        for token in ("", "not a token"):
            with pytest.raises(Unauthenticated):
                zhenyin.connect(url, token=token).ask("ticket_count")


def test_rows_are_read_by_whole_pages() -> None:
    assert ROWS_A_PAGE == MAX_LIMIT


def test_nobody_at_the_address_is_said_with_the_address() -> None:
    with pytest.raises(Unavailable, match=r"127\.0\.0\.1:9"):
        zhenyin.connect("http://127.0.0.1:9").metrics()
    for url in ("zhenyin.example.com", "ftp://zhenyin.example.com", "http://"):
        with pytest.raises(Invalid, match="address-invalid"):
            zhenyin.connect(url)


def test_a_server_that_has_gone_is_named_by_its_folder(tmp_path: Path) -> None:
    client = Client(ApiConnection(network.to_folder(tmp_path)))
    with pytest.raises(Unavailable, match=str(tmp_path)):
        client.metrics()

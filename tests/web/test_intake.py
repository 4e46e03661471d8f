"""Files in through the real app: upload, look, correct, import, undo; and every file that is none."""

import json
import os
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from httpx import Response
from tests.web.conftest import Browser

from zhenyin.account.models import Role
from zhenyin.core import clock
from zhenyin.core.settings import load as load_settings
from zhenyin.intake import uploads
from zhenyin.job.workspace import Workspace, opened

LogIn = Callable[[Role], Browser]
DESK = "工单编号,创建时间,解决时间,标题,产品,电话\n" + "".join(
    f"T{i},{i % 12 + 1}/{i % 9 + 13}/2025 08:00,{i % 12 + 1}/{i % 9 + 14}/2025 09:30,漏水{i},X{i % 3},1381234{i:04}\n"
    for i in range(120)
)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with opened(load_settings(data_dir=tmp_path_factory.mktemp("workspace"), upload_mib=8)) as made:
        yield made


@pytest.fixture
def analyst(log_in: LogIn) -> Browser:
    return log_in("analyst")


def send(browser: Browser, name: str, data: bytes | str) -> Response:
    files = {"file": (name, data if isinstance(data, bytes) else data.encode())}
    return browser.client.post("/api/uploads", files=files, headers={"X-CSRF-Token": browser.csrf})


def uploaded(browser: Browser, name: str, data: bytes | str) -> str:
    answer = send(browser, name, data)
    assert answer.status_code == 201, answer.text
    return answer.json()["id"]


def ended(browser: Browser, answer: Response) -> dict[str, Any]:
    assert answer.status_code == 202, answer.text
    until = time.monotonic() + 60
    while time.monotonic() < until:
        job = browser.get(f"/api/jobs/{answer.json()['id']}").json()
        if job["state"] in ("done", "failed", "cancelled"):
            return job
        time.sleep(0.05)
    raise AssertionError(job)


def imported(browser: Browser, name: str, data: bytes | str, **more: object) -> dict[str, Any]:
    job = ended(browser, browser.send("POST", "/api/imports", {"upload": uploaded(browser, name, data), **more}))
    assert job["state"] == "done", job
    return job["result"]


def left(workspace: Workspace) -> list[Path]:
    return list((workspace.settings.data_dir / "uploads").iterdir())


def test_a_file_is_uploaded_looked_at_imported_and_taken_out_again(analyst: Browser, workspace: Workspace) -> None:
    upload = send(analyst, "desk.csv", DESK).json()
    assert (upload["name"], upload["bytes"], upload["connector"]["key"]) == ("desk.csv", len(DESK.encode()), "csv_file")
    preview = analyst.get(f"/api/uploads/{upload['id']}/preview?source=desk").json()
    (table,) = preview["tables"]
    assert (preview["has_template"], table["fact"], table["importable"], table["missing"]) == (
        False,
        "tickets",
        True,
        [],
    )
    assert [column["target"] for column in table["columns"]] == [
        "source_id",
        "created_at",
        "resolved_at",
        "title",
        "product",
        "personal.phone",
    ]
    assert all(column["why"]["zh"] and column["why"]["en"] and column["samples"] for column in table["columns"])
    assert (len(table["rows"]), table["row_numbers"][:2], table["rows"][1][0]) == (50, [2, 3], "T1")
    assert "13812340001" not in json.dumps(preview)
    created = {"key": "created_at", "title": {"zh": "创建时间", "en": "Created"}, "kind": "time", "needed": True}
    assert created in preview["targets"]["tickets"]

    job = ended(analyst, analyst.send("POST", "/api/imports", {"upload": upload["id"], "source": "desk"}))
    result = job["result"]
    assert (result["rows"], result["tickets"], result["problems"], result["unchanged"]) == (120, 120, 0, False)
    assert left(workspace) == []
    hours = workspace.warehouse.query("SELECT DISTINCT epoch(resolved_at - created_at) / 3600 AS h FROM tickets")
    assert hours["h"].to_pylist() == [25.5]
    (source,) = analyst.get("/api/sources").json()
    assert (source["source"], source["batches"], source["tickets"], source["has_mapping"]) == ("desk", 1, 120, True)

    undone = ended(analyst, analyst.send("POST", f"/api/batches/{result['batch']}/undo"))
    assert undone["state"] == "done"
    assert analyst.get(f"/api/batches/{result['batch']}").json()["state"] == "undone"
    assert workspace.warehouse.query("SELECT count(*) AS n FROM tickets")["n"][0].as_py() == 0
    again = ended(analyst, analyst.send("POST", f"/api/batches/{result['batch']}/undo"))
    assert (again["state"], again["error"]["code"]) == ("failed", "batch-not-done")


def test_the_same_file_twice_changes_nothing_and_says_so(analyst: Browser) -> None:
    first = imported(analyst, "same.csv", DESK, source="same")
    second = imported(analyst, "same.csv", DESK, source="same")
    assert second == {**first, "unchanged": True, "columns": [], "left_out": None}


def test_an_upload_is_followed_by_one_scan_unless_unwanted_and_the_same_file_again_by_none(analyst: Browser) -> None:
    def scans() -> list[dict[str, Any]]:
        return [job for job in analyst.get("/api/jobs").json()["items"] if job["kind"] == "scan"]

    before = len(scans())
    imported(analyst, "scanned.csv", DESK, source="scanned")
    until = time.monotonic() + 60
    while any(job["state"] in ("waiting", "running") for job in scans()) and time.monotonic() < until:
        time.sleep(0.05)
    assert {job["state"] for job in scans()} == {"done"}
    after = len(scans())
    assert after > 0
    imported(analyst, "scanned.csv", DESK, source="scanned")
    assert len(scans()) == after >= before
    assert imported(analyst, "alone.csv", DESK.replace("漏水", "异响"), source="alone", scan=False)["tickets"] == 120
    assert len(scans()) == after


def test_a_correction_is_tried_saved_and_used_for_the_next_file(analyst: Browser, workspace: Workspace) -> None:
    data = "号,何时,说,甲\n" + "".join(f"{i},2025-03-{i % 28 + 1:02} 10:00,话{i},批{i}\n" for i in range(30))
    upload = uploaded(analyst, "odd.csv", data)
    path = f"/api/uploads/{upload}/preview"
    body = analyst.get(f"{path}?source=odd").json()["tables"][0]
    assert body["columns"][3]["target"] is None
    tables = [{"name": "odd", "fact": "tickets", "columns": {"号": "source_id", "何时": "created_at", "甲": "model"}}]
    mapping = {"connector": "csv_file", "tables": tables}
    (tried,) = analyst.send("POST", path, {"source": "odd", "mapping": mapping}).json()["tables"]
    assert (tried["importable"], tried["columns"][3]["target"], tried["columns"][3]["confidence"]) == (
        True,
        "model",
        1.0,
    )
    body = {"upload": upload, "source": "odd", "mapping": mapping}
    assert ended(analyst, analyst.send("POST", "/api/imports", body))["result"]["tickets"] == 30
    assert analyst.get("/api/sources/odd/mapping").json()["tables"][0]["columns"]["甲"] == "model"
    next_file = data.replace(",批", ",组")
    later = analyst.get(f"/api/uploads/{uploaded(analyst, 'odd.csv', next_file)}/preview?source=odd").json()
    assert (later["has_template"], later["tables"][0]["columns"][3]["target"]) == (True, "model")
    assert imported(analyst, "odd-april.csv", next_file, source="odd")["tickets"] == 30
    models = workspace.warehouse.query("SELECT DISTINCT model[1] AS m FROM tickets WHERE source = 'odd'")
    assert models["m"].to_pylist() == ["组"]


def test_a_saved_mapping_is_checked_before_it_is_kept(analyst: Browser) -> None:
    wrong = {"tables": [{"fact": "tickets", "columns": {"a": "creatd_at"}}]}
    refused = analyst.send("PUT", "/api/sources/x/mapping", wrong)
    assert (refused.status_code, refused.json()["code"]) == (404, "field-unknown")
    assert "created_at" in refused.json()["details"]["en"]
    good = {"tables": [{"fact": "tickets", "columns": {"a": "created_at"}, "formats": {"a": "day-first"}}]}
    assert analyst.send("PUT", "/api/sources/x/y/mapping", good).status_code == 200
    assert analyst.get("/api/sources/x/y/mapping").json()["tables"][0]["formats"] == {"a": "day-first"}
    assert analyst.get("/api/sources/none/mapping").json()["code"] == "mapping-unknown"


def test_problems_of_rows_come_in_pages_and_by_rule(analyst: Browser) -> None:
    rows = "".join(f"{i},{'昨天' if i % 5 < 2 else f'2026-03-{i % 28 + 1:02} 10:00'},x{i}\n" for i in range(100))
    data = "工单编号,创建时间,标题\n" + rows
    preview = analyst.get(f"/api/uploads/{uploaded(analyst, 'bad.csv', data)}/preview").json()["tables"][0]
    assert {(one["line"], one["value"]) for one in preview["problems"] if one["rule"] == "date_unread"} >= {(2, "昨天")}
    result = imported(analyst, "bad.csv", data, source="bad")
    assert (result["rows"], result["tickets"], result["problems"]) == (100, 60, 80)
    page = f"/api/batches/{result['batch']}/problems"
    all_of_them = analyst.get(page).json()
    assert all_of_them["total"] == 80
    assert {one["rule"]: one["n"] for one in all_of_them["by_rule"]} == {"date_unread": 40, "missing_required": 40}
    unread = [analyst.get(f"{page}?rule=date_unread&limit=30&offset={at}").json() for at in (0, 30)]
    assert [one["total"] for one in unread] == [40, 40]
    lines = [row["line"] for one in unread for row in one["items"]]
    assert (len(lines), lines, len(set(lines))) == (40, sorted(lines), 40)
    assert unread[0]["items"][0]["value"] == "昨天"
    assert analyst.get("/api/batches/none/problems").json()["code"] == "batch-unknown"
    assert analyst.get(f"{page}?limit=0").status_code == 422


def test_quality_tells_filled_fields_and_what_nobody_could_classify(analyst: Browser) -> None:
    quality = analyst.get("/api/quality").json()
    filled = {one["field"]: one["share"] for one in quality["fields"]}
    assert (filled["created_at"], filled["nps"]) == (1.0, 0.0)
    assert all(one["title"]["zh"] and one["title"]["en"] for one in quality["by_rule"] + quality["fields"])
    assert 0 <= quality["unclassified"]["share"] <= 1


def test_a_source_that_fell_silent_is_named_with_its_days(analyst: Browser) -> None:
    days = [day for day in range(1, 91) if not 40 <= day <= 49]
    start = clock.now().replace(hour=8, minute=0, second=0, microsecond=0) - timedelta(days=100)
    rows = [f"{day}-{n},{start + timedelta(days=day, minutes=n)},说{day}-{n}\n" for day in days for n in range(8)]
    imported(analyst, "wechat.csv", "工单编号,创建时间,标题\n" + "".join(rows), source="wechat")
    found = [one for one in analyst.get("/api/quality").json()["silences"] if one["source"] == "wechat"]
    first, after = ((start + timedelta(days=day)).date().isoformat() for day in (40, 50))
    assert (found[0]["period"], found[0]["days"], found[0]["ongoing"]) == ({"start": first, "end": after}, 10, False)
    assert (found[1]["days"], found[1]["ongoing"]) == (9, True)
    source = next(one for one in analyst.get("/api/sources").json() if one["source"] == "wechat")
    assert source["silent_days"] == 9


@pytest.mark.parametrize(
    ("name", "data", "status", "code"),
    [
        ("empty.csv", b"", 422, "file-empty"),
        ("picture.csv", b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\x00" * 900, 422, "file-unknown"),
        ("large.csv", b"a,b\n" + b"1,2\n" * 2_300_000, 413, "upload-too-large"),
    ],
)
def test_what_is_no_file_of_ours_is_refused_and_nothing_of_it_stays(
    analyst: Browser, workspace: Workspace, name: str, data: bytes, status: int, code: str
) -> None:
    before = left(workspace)
    answer = send(analyst, name, data)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert all(answer.json()["details"].values())
    assert left(workspace) == before


def test_a_body_without_a_file_or_broken_off_is_refused(analyst: Browser, workspace: Workspace) -> None:
    before, headers = left(workspace), {"X-CSRF-Token": analyst.csrf}
    no_file = analyst.client.post("/api/uploads", data={"file": "text"}, headers=headers)
    assert no_file.json()["code"] == "upload-without-file"
    kind = {"Content-Type": "multipart/form-data; boundary=XX", **headers}
    half = b'--XX\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\na,b\n1,2\n'
    assert analyst.client.post("/api/uploads", content=half, headers=kind).json()["code"] == "upload-broken-off"
    assert left(workspace) == before


def test_a_name_is_no_way_out_of_the_folder(analyst: Browser, workspace: Workspace) -> None:
    upload = send(analyst, "../../../evil.csv", DESK).json()
    assert upload["name"] == "evil.csv"
    assert uploads.find(workspace.settings.data_dir, upload["id"]).path.parent.parent.name == "uploads"
    for id_ in ("..", ".", "%2e%2e"):
        assert analyst.send("DELETE", f"/api/uploads/{id_}").status_code in (404, 405)
    assert analyst.send("DELETE", f"/api/uploads/{upload['id']}").status_code == 204
    assert analyst.get(f"/api/uploads/{upload['id']}/preview").json()["code"] == "upload-unknown"


def test_uploads_go_after_a_day(analyst: Browser, workspace: Workspace) -> None:
    old, young = uploaded(analyst, "old.csv", DESK), uploaded(analyst, "young.csv", DESK)
    half = workspace.settings.data_dir / "uploads" / "u-broken-off"
    half.mkdir()
    os.utime(half, (1_000_000_000, 1_000_000_000))
    meta = workspace.settings.data_dir / "uploads" / old / "meta.json"
    body = json.loads(meta.read_text("utf-8"))
    meta.write_text(json.dumps({**body, "at": (clock.now() - timedelta(hours=25)).isoformat()}), "utf-8")
    assert uploads.sweep(workspace.settings.data_dir, clock.now()) == 2
    assert {folder.name for folder in left(workspace)} >= {young}
    assert not {old, "u-broken-off"} & {folder.name for folder in left(workspace)}


def test_a_file_without_a_date_is_looked_at_and_refused_at_the_import(analyst: Browser, workspace: Workspace) -> None:
    upload = uploaded(analyst, "dateless.csv", "工单编号,标题\n1,漏水\n2,异响\n")
    (table,) = analyst.get(f"/api/uploads/{upload}/preview").json()["tables"]
    assert (table["importable"], [one["key"] for one in table["missing"]]) == (False, ["created_at"])
    job = ended(analyst, analyst.send("POST", "/api/imports", {"upload": upload}))
    assert (job["state"], job["error"]["code"]) == ("failed", "date-column-missing")
    # It was not imported, so it can be mapped and tried again.
    assert upload in {folder.name for folder in left(workspace)}


def test_who_may_not_write_does_not_even_send(log_in: LogIn, workspace: Workspace) -> None:
    before = left(workspace)
    assert send(log_in("viewer"), "desk.csv", DESK).status_code == 403
    assert left(workspace) == before


def test_an_import_that_is_cancelled_leaves_nothing(analyst: Browser, workspace: Workspace, app: FastAPI) -> None:
    rows = "".join(f"C{i},2025-03-{i % 28 + 1:02} 10:00,漏水{i},A\n" for i in range(150_000))
    upload = uploaded(analyst, "many.csv", "工单编号,创建时间,标题,产品\n" + rows)
    started = analyst.send("POST", "/api/imports", {"upload": upload, "source": "many"})
    assert analyst.send("POST", f"/api/jobs/{started.json()['id']}/cancel").status_code == 202
    assert ended(analyst, started)["state"] == "cancelled"
    assert workspace.warehouse.query("SELECT count(*) AS n FROM tickets WHERE source = 'many'")["n"][0].as_py() == 0
    done = [
        one for one in analyst.get("/api/batches").json()["items"] if one["source"] == "many" and one["state"] == "done"
    ]
    assert done == []

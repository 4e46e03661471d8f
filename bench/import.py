"""How fast a large CSV becomes figures: `zhenyin` against a plain pandas script that does the same, in the same run.

    python bench/import.py [--rows 1000000] [--json]

Both keep the original with its checksum, read the same file of 20 columns (times, text with phones and e-mails, dimensions),
map the columns, find the many words for empty, read the times, put the product's words in place of others, mask personal
data, put a keyed hash in place of phones, work out what took how long and what is over, find cells that cannot be read,
impossible and future times, outliers, ratings off the scale, missing fields and duplicates, write rows and problems to a
DuckDB file and count the rows by product. `zhenyin` also finds out encoding, dialect, mapping and formats; labels come
later and are no part of this.
Two scripts: a plain one, and one whose author knew that masking each of a few words once is enough.
Each runs in a process of its own; time is wall time, CPU time that of all its threads, memory the peak resident size.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
from pyarrow import csv

if TYPE_CHECKING:
    import pandas as pd

PRODUCTS = ["扫地机器人", "智能门锁", "洗衣机", "空调", "空气净化器"]
FAULTS = ["配网失败", "断连", "闪退", "续航短", "异响", "漏水", "不制冷", "指纹失灵"]
TEXTS = [
    "昨天开始{m}老是掉线，重启过3次了没用，联系{p}，谢谢",
    "{m}底部漏水，麻烦安排师傅上门，住苏州市新华路{h}号御景湾{b}栋{r}室",
    "APP一打开就闪退，发我邮箱 user{h}@example.com",
    "充满只能用20分钟，电池不耐用，还在保修期内吧",
    "洗完衣服还有污渍，恢复出厂也不行，什么时候能上门",
    "指纹要按5次才开，手指干净也识别不了",
]


def write(path: Path, rows: int) -> None:
    """A call-centre export of so many rows; seeded."""
    rng = np.random.default_rng(7)
    start = np.datetime64("2025-01-01T00:00:00")
    created = start + rng.integers(0, 365 * 86_400, rows).astype("timedelta64[s]")
    response = created + rng.integers(60, 20_000, rows).astype("timedelta64[s]")
    solved = created + rng.integers(-60, 400_000, rows).astype("timedelta64[s]")
    open_ = rng.random(rows) < 0.06

    def pick(names: list[str]) -> pa.Array:
        return pa.array(names).take(pa.array(rng.integers(0, len(names), rows)))

    def moment(values: np.ndarray) -> pa.Array:
        return pa.array(np.char.replace(np.datetime_as_string(values), "T", " "))

    texts = [
        text.format(m=PRODUCTS[k % 5], p=13_000_000_000 + k * 7919 % 999_999_999, h=k % 300, b=k % 30, r=k % 900)
        for k in range(30_000)
        for text in (TEXTS[k % len(TEXTS)],)
    ]
    columns = {
        "工单号": pa.array([f"GD{number:09d}" for number in range(rows)]),
        "创建时间": moment(created),
        "首次响应时间": moment(response),
        "解决时间": pa.array(np.where(open_, "", moment(solved).to_numpy(zero_copy_only=False))),
        "状态": pick(["处理中", "已解决", "已关闭"]),
        "客户编号": pa.array([f"C{number:08d}" for number in rng.integers(0, rows // 3 + 1, rows).tolist()]),
        "联系电话": pa.array([str(number) for number in rng.integers(13_000_000_000, 13_999_999_999, rows).tolist()]),
        "产品线": pick(PRODUCTS),
        "型号": pick([f"X{number}" for number in range(30)]),
        "固件版本": pick(["3.1.8", "3.2.1", "3.2.3"]),
        "设备序列号": pa.array([f"SN{number:09d}" for number in rng.integers(0, rows, rows).tolist()]),
        "省份": pick(["广东省", "江苏省", "浙江省", "北京市", "四川省", "湖北省"]),
        "城市": pick(["广州市", "南京市", "杭州市", "北京市", "成都市", "武汉市"]),
        "诉求类型": pick(["报修", "投诉", "咨询"]),
        "问题描述": pick(texts),
        "问题大类": pick(["连接", "机身", "软件"]),
        "故障分类": pick(FAULTS),
        "优先级": pick(["紧急", "高", "中", "低"]),
        "处理组": pick(["客服", "技术", "维修"]),
        "满意度": pick(["", "", "1", "3", "5"]),
    }
    csv.write_csv(pa.table(columns), path)


def with_zhenyin(path: Path, folder: Path) -> int:
    """Import the file as the product does, up to the moment when it can be asked."""
    from zhenyin.core import settings
    from zhenyin.flows.import_batch import load_file
    from zhenyin.job.workspace import opened

    with opened(settings.load(data_dir=folder)) as workspace:
        load_file(workspace, path, "bench", None, "bench", lambda _done, _words: None)
        by_product = workspace.warehouse.query("SELECT product_line, count(*) AS n FROM tickets GROUP BY 1")
        return int(sum(by_product["n"].to_pylist()))


NAMES = {
    "工单号": "source_id", "创建时间": "created_at", "首次响应时间": "first_response_at", "解决时间": "resolved_at",
    "状态": "status", "客户编号": "customer_id", "联系电话": "phone", "产品线": "product_line", "型号": "model",
    "固件版本": "version", "设备序列号": "device_id", "省份": "province", "城市": "city", "诉求类型": "kind",
    "问题描述": "description", "问题大类": "category", "故障分类": "fault", "优先级": "priority", "处理组": "team",
    "满意度": "csat",
}  # fmt: skip
FEW = ("status", "product_line", "province", "city", "kind", "category", "fault", "priority", "team")
EMAIL, MOBILE = r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", r"(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}"
PATTERNS = [
    (EMAIL, "〔邮箱〕"),
    (r"(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)", "〔身份证号〕"),
    (r"(?<!\d)62\d{14,17}(?!\d)", "〔银行卡号〕"),
    (rf"(?<!\d){MOBILE}(?!\d)", "〔手机号〕"),
    (r"(?<!\d)0[1-9]\d{1,2}[- ]?[2-9]\d{6,7}(?!\d)", "〔电话〕"),
    (r"[\u4e00-\u9fa5]{2,12}(?:路|街|道|巷)\d+号(?:[\u4e00-\u9fa5]{0,6}\d+(?:栋|幢|单元|室))*", "〔地址〕"),
]


EMPTY = {
    "", "?", "-", "--", "—", "/", "\\n", "null", "none", "n/a", "#n/a", "nan", "nat", "(null)", "无", "空",
}  # fmt: skip
WORDS = {
    "kind": {"维修": "报修", "故障": "报修", "repair": "报修", "complaint": "投诉", "question": "咨询"},
    "priority": {
        "urgent": "紧急",
        "p0": "紧急",
        "high": "高",
        "p1": "高",
        "medium": "中",
        "p2": "中",
        "low": "低",
        "p3": "低",
    },
}
OVER, SHUT = "关闭|结案|归档|办结|取消|解决|完成|完工|closed|solved|done", "关闭|结案|归档|办结|取消|closed"
NOT_OVER = "未|待|没有|尚|部分|正在|进行|处理中|reopen|pending|progress"


def with_pandas(path: Path, folder: Path) -> int:
    """What one writes in an afternoon."""
    return _with_pandas(path, folder, once=False)


def with_tuned_pandas(path: Path, folder: Path) -> int:
    """What one writes who has measured it: what says few things is masked once for each of them."""
    return _with_pandas(path, folder, once=True)


def _with_pandas(path: Path, folder: Path, *, once: bool) -> int:
    import hashlib
    import shutil

    import duckdb
    import pandas as pd

    kept = shutil.copy(path, folder / "original.csv")
    with Path(kept).open("rb") as original:
        checksum = hashlib.file_digest(original, "sha256").hexdigest()
    frame = pd.read_csv(kept, dtype=str).rename(columns=NAMES)
    for column in frame.columns:
        cells = frame[column].str.strip()
        frame[column] = cells.mask(cells.str.lower().isin(EMPTY))
    for column, words in WORDS.items():
        frame[column] = frame[column].str.lower().map(words).fillna(frame[column])
    unread = {column: _read(frame, column) for column in ("created_at", "first_response_at", "resolved_at", "csat")}
    frame = _ended(_personal(frame, once=once))
    frame, problems = _checked(frame, unread)
    frame = frame.assign(ticket_id="bench:" + frame["source_id"], source="bench", batch=checksum[:12])
    with duckdb.connect(str(folder / "pandas.duckdb")) as warehouse:
        for table, rows in (("tickets", frame), ("row_problems", problems)):
            warehouse.register("rows_of_frame", rows)
            warehouse.execute(f"CREATE TABLE {table} AS SELECT * FROM rows_of_frame")
        found = warehouse.execute("SELECT product_line, count(*) FROM tickets GROUP BY 1").fetchall()
    return sum(count for _, count in found)


def _read(frame: "pd.DataFrame", column: str) -> "pd.Series":
    """A column of times or numbers read in place. Returns the cells that could not be."""
    import pandas as pd

    cells = frame[column]
    frame[column] = (
        pd.to_numeric(cells, errors="coerce") if column == "csat" else pd.to_datetime(cells, errors="coerce")
    )
    return cells[cells.notna() & frame[column].isna()]


def _ended(frame: "pd.DataFrame") -> "pd.DataFrame":
    """What questions ask of every ticket, worked out once: seconds taken, and whether it is over."""
    words = frame["status"].drop_duplicates().dropna()
    going = words.str.contains(NOT_OVER, case=False)
    over = frame["status"].map(dict(zip(words, words.str.contains(OVER, case=False) & ~going, strict=True))).eq(True)
    shut = frame["status"].map(dict(zip(words, words.str.contains(SHUT, case=False) & ~going, strict=True))).eq(True)
    took = {
        f"{name}_seconds": (frame[until] - frame["created_at"]).dt.total_seconds().round().astype("Int64")
        for name, until in (("response", "first_response_at"), ("resolution", "resolved_at"))
    }
    waited = (frame["resolved_at"] >= frame["created_at"]).where(frame["resolved_at"].notna(), ~over)
    return frame.assign(**took, ended_at=frame["resolved_at"], waited=waited, closed=shut)


def _personal(frame: "pd.DataFrame", *, once: bool) -> "pd.DataFrame":
    """Texts masked; a phone hidden, with a keyed hash in its place. `once`: a text that comes again is not masked again."""
    import hashlib
    import re

    def keyed(text: str) -> str:
        return "p-" + hashlib.sha256(b"key" + text.encode()).hexdigest()[:16]

    def masked(texts: "pd.Series") -> "pd.Series":
        for pattern, word in PATTERNS:
            texts = texts.str.replace(re.compile(pattern), word, regex=True)
        return texts

    for column in FEW:
        cells = frame[column].drop_duplicates().dropna() if once else frame[column]
        worded = masked(cells)
        frame[column] = frame[column].map(dict(zip(cells, worded, strict=True))) if once else worded
    frame["description"] = masked(frame["description"])
    frame["phone_key"] = frame["phone"].map(keyed, na_action="ignore")
    frame["phone"] = frame["phone"].where(frame["phone"].isna(), "〔手机号〕")
    named = frame["customer_id"].str.fullmatch(f"{MOBILE}|{EMAIL}", na=False)
    frame.loc[named, "customer_id"] = frame.loc[named, "customer_id"].map(keyed)
    return frame


def _checked(frame: "pd.DataFrame", unread: "dict[str, pd.Series]") -> "tuple[pd.DataFrame, pd.DataFrame]":
    """The rows that may stay, marked with the rules that they break; and every broken rule as a row."""
    import pandas as pd

    times = ["created_at", "first_response_at", "resolved_at"]
    hours = np.log((frame.resolved_at - frame.created_at).dt.total_seconds().where(lambda span: span > 0) / 3600)
    off = (hours - hours.median()).abs()
    missing = frame.source_id.isna() | frame.created_at.isna()
    again = frame.duplicated("source_id", keep="last") & ~missing
    broken = {
        "impossible_times": (frame.resolved_at < frame.created_at) | (frame.first_response_at < frame.created_at),
        "in_the_future": (frame[times] > pd.Timestamp.now() + pd.Timedelta(days=1)).any(axis=1),
        "bad_rating": frame.csat.notna() & ~frame.csat.between(1, 5),
        "duration_outliers": 0.6745 * off > 5 * off.median(),
        "exact_duplicates": frame.duplicated(["created_at", "customer_id", "device_id", "description", "category"]),
        "missing_required": missing,
        "same_id_again": again,
    }
    unread_cells = [
        cells.rename("value").to_frame().assign(column=name, rule="unread") for name, cells in unread.items()
    ]
    found = [frame.loc[rows, ["source_id"]].assign(rule=rule) for rule, rows in broken.items()]
    problems = pd.concat(unread_cells + found).assign(line=lambda all_: all_.index + 2)
    frame["quality"] = problems.groupby("line")["rule"].agg(",".join).reindex(frame.index + 2).to_numpy()
    return frame[~missing & ~again], problems


METHODS = {"zhenyin": with_zhenyin, "pandas": with_pandas, "tuned pandas": with_tuned_pandas}


def measure(method: str, path: Path, folder: Path) -> dict[str, float]:
    """Seconds, peak GiB and rows of one way, in a fresh process and a folder of its own."""
    folder.mkdir()
    command = [sys.executable, __file__, "--only", method, "--file", str(path), "--folder", str(folder)]
    measured: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return measured


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--only", choices=METHODS)
    parser.add_argument("--file", type=Path)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    if given.only:
        started = time.perf_counter()
        rows = METHODS[given.only](given.file, given.folder)
        seconds, cpu = time.perf_counter() - started, time.process_time()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20)
        print(json.dumps({"seconds": seconds, "cpu_seconds": cpu, "peak_gib": peak, "rows": rows}))
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        write(folder / "tickets.csv", given.rows)
        results = {method: measure(method, folder / "tickets.csv", folder / method) for method in METHODS}
    ratio, tuned = (results[method]["seconds"] / results["zhenyin"]["seconds"] for method in ("pandas", "tuned pandas"))
    if given.json:
        print(json.dumps({**results, "ratio": ratio, "ratio_tuned": tuned}))
        return
    for method, found in results.items():
        spent = f"{found['seconds']:7.1f} s  {found['cpu_seconds']:7.1f} CPU s"
        print(f"{method:<12} {spent}  {found['peak_gib']:5.2f} GiB  {found['rows']:,.0f} rows")
    print(f"zhenyin is {ratio:.1f} times as fast; {tuned:.1f} times as fast as the tuned script")


if __name__ == "__main__":
    main()

"""An import ends with what is left out of which figure, and says for every column what it was taken for and why."""

from pathlib import Path

import pytest

from zhenyin.core.settings import Settings
from zhenyin.flows.import_batch import import_file
from zhenyin.job.workspace import opened

HEADER = "工单号,创建时间,首次响应时间,解决时间,满意度,标题,备注列"
GOOD = "{n},2026-03-0{n} 09:00,2026-03-0{n} 09:30,2026-03-0{n} 10:00,5,漏水{n},x"


@pytest.mark.parametrize(
    ("rows", "parts"),
    [
        ([], None),
        (["8,昨天,2026-03-05 09:30,2026-03-05 10:00,5,漏水,x"], ["1 行缺少必填字段"]),
        (
            ["8,2026-03-05 09:00,1970-01-01 08:00,2026-03-05 10:00,9,漏,x"],
            ["1 个单元格未计入首次响应时长", "1 个单元格未计入满意度评分"],
        ),
        (["8,2026-03-05 09:00,,2026-03-04 10:00,5,漏,x"], ["1 个单元格未计入解决时长"]),
        (["1,2026-03-01 09:00,,,5,漏水又来,x"], ["1 行编号重复"]),
    ],
)
def test_what_is_left_out_is_said_in_one_sentence(
    settings: Settings, tmp_path: Path, rows: list[str], parts: list[str] | None
) -> None:
    file = tmp_path / "desk.csv"
    file.write_text("\n".join([HEADER, *(GOOD.format(n=n) for n in range(1, 5)), *rows]) + "\n", "utf-8")
    with opened(settings) as workspace:
        result = import_file(workspace, file)
    if parts is None:
        assert result.left_out is None
    else:
        assert result.left_out is not None
        assert all(part in result.left_out.zh for part in parts), result.left_out
        assert result.left_out.en.count(";") == result.left_out.zh.count("；")
    assert {note.column: note.target for note in result.columns} == {
        "工单号": "source_id",
        "创建时间": "created_at",
        "首次响应时间": "first_response_at",
        "解决时间": "resolved_at",
        "满意度": "csat",
        "标题": "title",
        "备注列": None,
    }
    assert all(note.why.zh and (note.title is not None) is (note.target is not None) for note in result.columns)

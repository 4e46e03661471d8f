"""Personal data in every place of a file: none of it gets past the sealed original."""

from pathlib import Path

import pytest

from zhenyin.core.settings import Settings
from zhenyin.flows.import_batch import import_file
from zhenyin.job.workspace import opened

PHONE, CARD, MAIL, PLATE = "13912345678", "4111111111111111", "li.lei@example.com", "粤BD12345"
PERSONAL = (PHONE, CARD, MAIL, PLATE, "文三路138号", "欧阳明", "LSVAA4187C2184841")
TEXT = f"欧阳明先生，电话{PHONE}，卡{CARD}，{MAIL}，车{PLATE}，住文三路138号"
HEADER = "工单编号,创建时间,标题,描述,型号,问题类型,满意度,解决时间,备注,VIN,收件人,车牌"
GOOD = f"1,2026-03-01 10:00,{TEXT},{TEXT},X1,{PHONE},5,2026-03-02 10:00,{TEXT},LSVAA4187C2184841,欧阳明,{PLATE}"
BAD = [
    f"2,{TEXT},漏水,漏水,X1,漏水,5,2026-03-02 10:00,x,,,",
    f"3,2026-03-01 10:00,漏水,漏水,X1,漏水,{PHONE},{MAIL},x,,,",
    f"4,2026-03-01 10:00,漏水,漏水,X1,漏水,5,2026-03-02 10:00,x,,,,{TEXT},{PHONE}",
    f'5,2026-03-01 10:00,"{TEXT},漏水',
]


@pytest.mark.parametrize("rows", [[GOOD], [GOOD, *BAD]])
def test_nothing_raw_lies_in_the_warehouse_or_the_store(settings: Settings, tmp_path: Path, rows: list[str]) -> None:
    file = tmp_path / "desk.csv"
    file.write_text("\n".join([HEADER, *rows]) + "\n", "utf-8")
    with opened(settings) as workspace:
        import_file(workspace, file)
        tables = workspace.warehouse.query("SELECT table_name AS name FROM information_schema.tables").to_pylist()
        kept = "\n".join(str(workspace.warehouse.query(f'FROM "{row["name"]}"').to_pylist()) for row in tables)
    others = [path for path in settings.data_dir.rglob("*") if path.is_file() and "landing" not in path.parts]
    raw = [(path.name, one) for path in others for one in PERSONAL if one.encode() in path.read_bytes()]
    assert not [one for one in PERSONAL if one in kept]
    assert not raw

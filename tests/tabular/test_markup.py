"""Web pages and XML that pass for workbooks."""

from pathlib import Path

import pytest

from zhenyin.connectors import CONNECTORS, Chunk, connector_of

HTML = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="%s"><style>td{color:red}</style></head>
<body><table border=1><tr><td colspan=3>工单汇总</td></tr><tr><th>工单号<th>标题<th>创建时间</tr>
<tr><td>W1<td>漏水 &lt;严重&gt;<br>请速来</td><td>2026-01-01 10:00</td></tr>
<tr><td>W2</td><td></td><td>2026-01-02 10:00</td></tr>
</table></body></html>"""
XML = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="a"><Table><Row><Cell><Data ss:Type="String">工单号</Data></Cell><Cell><Data>标题</Data></Cell>
<Cell><Data>创建时间</Data></Cell></Row><Row><Cell><Data>W1</Data></Cell><Cell><Data>漏水</Data></Cell>
<Cell><Data>2026-01-01 10:00</Data></Cell></Row><Row><Cell><Data>W2</Data></Cell>
<Cell ss:Index="3"><Data>2026-01-02 10:00</Data></Cell></Row></Table></Worksheet></Workbook>"""


@pytest.mark.parametrize(
    ("data", "title", "lines"),
    [
        ((HTML % "gb2312").encode("gb18030"), "漏水 <严重>\n请速来", [3, 4]),
        ((HTML % "utf-8").encode("utf-8-sig"), "漏水 <严重>\n请速来", [3, 4]),
        (XML.encode(), "漏水", [2, 3]),
    ],
    ids=["gb18030", "utf-8", "xml"],
)
def test_a_page_saved_as_xls_is_read_as_the_table_that_people_see(
    tmp_path: Path, data: bytes, title: str, lines: list[int]
) -> None:
    file = tmp_path / "export.xls"
    file.write_bytes(data)
    assert connector_of(file) == "html_table"
    (info,) = CONNECTORS["html_table"].tables(file)
    assert info.columns == ("工单号", "标题", "创建时间")
    (chunk,) = CONNECTORS["html_table"].read(file, info.name)
    assert isinstance(chunk, Chunk)
    assert chunk.rows.to_pylist() == [
        {"工单号": "W1", "标题": title, "创建时间": "2026-01-01 10:00"},
        {"工单号": "W2", "标题": None, "创建时间": "2026-01-02 10:00"},
    ]
    assert chunk.lines.to_pylist() == lines


SPANS = """<table><tr><th rowspan=2>工单号</th><th rowspan=2>产品</th><th colspan=2>时间</th><th rowspan=2>状态</th></tr>
<tr><th>创建</th><th>解决</th></tr>
<tr><td>W1</td><td rowspan=3>空调</td><td>2026-03-05</td><td>2026-03-06</td><td rowspan=2>已关闭</td></tr>
<tr><td>W2</td><td>2026-03-07</td><td></td></tr>
<tr><td>W3</td><td>2026-03-08</td><td>2026-03-09</td><td>处理中</td></tr>
<tr><td>W4</td><td>冰箱</td><td>2026-03-08</td><td>2026-03-09</td><td>处理中</td></tr></table>"""
SPANS_IN_XML = """<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>
<Row><Cell ss:MergeDown="1"><Data>工单号</Data></Cell><Cell ss:MergeDown="1"><Data>产品</Data></Cell>
<Cell ss:MergeAcross="1"><Data>时间</Data></Cell><Cell ss:MergeDown="1"><Data>状态</Data></Cell></Row>
<Row><Cell ss:Index="3"><Data>创建</Data></Cell><Cell><Data>解决</Data></Cell></Row>
<Row><Cell><Data>W1</Data></Cell><Cell ss:MergeDown="2"><Data>空调</Data></Cell><Cell><Data>2026-03-05</Data></Cell>
<Cell><Data>2026-03-06</Data></Cell><Cell ss:MergeDown="1"><Data>已关闭</Data></Cell></Row>
<Row><Cell><Data>W2</Data></Cell><Cell ss:Index="3"><Data>2026-03-07</Data></Cell></Row>
<Row><Cell><Data>W3</Data></Cell><Cell ss:Index="3"><Data>2026-03-08</Data></Cell><Cell><Data>2026-03-09</Data></Cell>
<Cell><Data>处理中</Data></Cell></Row>
<Row><Cell><Data>W4</Data></Cell><Cell><Data>冰箱</Data></Cell><Cell><Data>2026-03-08</Data></Cell>
<Cell><Data>2026-03-09</Data></Cell><Cell><Data>处理中</Data></Cell></Row></Table></Worksheet></Workbook>"""


@pytest.mark.parametrize("text", [SPANS, SPANS_IN_XML], ids=["html", "xml"])
def test_cells_that_span_rows_hold_for_all_of_them_and_columns_stay(tmp_path: Path, text: str) -> None:
    file = tmp_path / "export.xls"
    file.write_text(text, "utf-8")
    (part,) = CONNECTORS["html_table"].read(file, "export")
    assert isinstance(part, Chunk)
    assert part.rows.column_names == ["工单号", "产品", "时间.创建", "时间.解决", "状态"]
    assert [list(row.values()) for row in part.rows.to_pylist()] == [
        ["W1", "空调", "2026-03-05", "2026-03-06", "已关闭"],
        ["W2", "空调", "2026-03-07", None, "已关闭"],
        ["W3", "空调", "2026-03-08", "2026-03-09", "处理中"],
        ["W4", "冰箱", "2026-03-08", "2026-03-09", "处理中"],
    ]

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

"""One chat in the exports of many programs: the same reports, the same answers, whoever wrote the file."""

from pathlib import Path

import pytest

from zhenyin.connectors import CONNECTORS, Chunk, connector_of

MESSAGES = [
    ("2026-03-05 09:10:00", "张伟", "你好，空调漏水了，怎么办？"),
    ("2026-03-05 09:40:00", "客服小陈", "@张伟 您好，已为您登记，师傅下午上门"),
    ("2026-03-05 09:41:00", "张伟", "好的谢谢"),
    ("2026-03-16 14:20:00", "刘芳", "遥控器没有反应，换了电池也不行"),
    ("2026-03-16 15:20:00", "客服小陈", "@刘芳 请把序列号发一下，我们安排换新"),
]
REPORTS = [("2026-03-05 09:10:00", "2026-03-05 09:40:00"), ("2026-03-16 14:20:00", "2026-03-16 15:20:00")]


def _time_first() -> str:
    return "\n\n".join(f"{at} {who}\n{text}" for at, who, text in MESSAGES)


def _name_first() -> str:
    return "\n\n".join(f"{who} {at}\n{text}" for at, who, text in MESSAGES)


def _name_first_with_chinese_days() -> str:
    days = (f"{at[:4]}年{int(at[5:7])}月{int(at[8:10])}日{at[10:16]}" for at, *_ in MESSAGES)
    return "\n\n".join(f"{who} {day}\n{text}" for day, (_, who, text) in zip(days, MESSAGES, strict=True))


def _qq() -> str:
    head = "消息记录（此消息记录为文本格式，不支持重新导入）\n消息分组:售后群\n"
    return head + "\n\n".join(f"{at} {who}(10{n}12345)\n{text}" for n, (at, who, text) in enumerate(MESSAGES))


def _whatsapp() -> str:
    return "\n".join(f"[{at[8:10]}/{at[5:7]}/{at[:4]}, {at[11:]}] {who}: {text}" for at, who, text in MESSAGES)


def _whatsapp_american() -> str:
    def clock(at: str) -> str:
        hour = int(at[11:13])
        return f"{hour % 12 or 12}:{at[14:16]} {'PM' if hour >= 12 else 'AM'}"

    days = (f"{int(at[5:7])}/{int(at[8:10])}/{at[2:4]}, {clock(at)}" for at, *_ in MESSAGES)
    return "\n".join(f"{day} - {who}: {text}" for day, (_, who, text) in zip(days, MESSAGES, strict=True))


def _inline() -> str:
    return "\n".join(f"{at} {who}：{text}" for at, who, text in MESSAGES)


def _memotrace() -> str:
    rows = (f"{n},1,0,{int('客服' in who)},x,{text},{at},{who},{who}" for n, (at, who, text) in enumerate(MESSAGES))
    picture = "9,3,0,0,x,<msg/>,2026-03-05 09:12:00,张伟,张伟"
    return "localId,Type,SubType,IsSender,Status,StrContent,StrTime,Remark,NickName\n" + "\n".join([*rows, picture])


def _group() -> str:
    rows = (f"{at},g1,{who},文本,{text}" for at, who, text in MESSAGES)
    return "发送时间,群id,发送人,消息类型,消息内容\n" + "\n".join([*rows, "2026-03-05 09:12:00,g1,张伟,图片,"])


@pytest.mark.parametrize(
    ("name", "text", "channel"),
    [
        ("群聊.txt", _time_first(), "微信"),
        ("群聊.txt", _name_first(), "微信"),
        ("飞书-售后群.txt", _name_first_with_chinese_days(), "飞书"),
        ("钉钉售后群.txt", _name_first(), "钉钉"),
        ("qq.txt", _qq(), "QQ"),
        ("WhatsApp Chat.txt", _whatsapp(), "WhatsApp"),
        ("WhatsApp Chat.txt", _whatsapp_american(), "WhatsApp"),
        ("chat.txt", _inline(), "聊天"),
        ("wx.csv", _memotrace(), "微信"),
        ("group.csv", _group(), "群聊"),
    ],
)
def test_the_reports_are_those_of_the_chat(tmp_path: Path, name: str, text: str, channel: str) -> None:
    file = tmp_path / name
    file.write_text(text + "\n", "utf-8")
    parts = list(CONNECTORS[connector_of(file)].read(file, file.stem))
    rows = [row for part in parts if isinstance(part, Chunk) for row in part.rows.to_pylist()]
    found = sorted(
        (row["created_at"][:16], row["first_response_at"][:16], row["channel"], row["customer name"]) for row in rows
    )
    wanted = [
        (since[:16], until[:16], channel, who) for (since, until), who in zip(REPORTS, ("张伟", "刘芳"), strict=True)
    ]
    assert found == wanted


def test_in_a_chat_of_two_an_answer_needs_no_name(tmp_path: Path) -> None:
    file = tmp_path / "wx.csv"
    rows = ["1,1,0,空调漏水了怎么办,2026-03-05 09:10:00,张伟", "2,1,1,您好，马上安排,2026-03-05 09:30:00,我"]
    file.write_text("localId,Type,IsSender,StrContent,StrTime,NickName\n" + "\n".join(rows) + "\n", "utf-8")
    (part,) = CONNECTORS[connector_of(file)].read(file, "wx")
    assert isinstance(part, Chunk)
    assert part.rows["first_response_at"].to_pylist() == ["2026-03-05 09:30:00"]


def test_a_table_of_tickets_is_no_chat(tmp_path: Path) -> None:
    file = tmp_path / "desk.csv"
    file.write_text("工单编号,时间,发送人,内容,类型,群名,状态\nG1,2026-03-05 09:10,张伟,漏水,报修,x,已关闭\n", "utf-8")
    assert connector_of(file) == "csv_file"

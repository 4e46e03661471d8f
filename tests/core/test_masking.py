"""Personal data does not get past the mask; what is none does."""

import pyarrow as pa
import pytest

from zhenyin.core.masking import mask


def _one(text: str) -> str:
    return str(mask(pa.array([text]))[0].as_py())


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("手机13812345678。", "手机〔手机号〕。"),
        ("138 1234 5678,139-8765-4321", "〔手机号〕,〔手机号〕"),
        ("+86 13812345678", "〔手机号〕"),
        ("13812345678 13987654321", "〔手机号〕 〔手机号〕"),
        ("座机010-62345678转3", "座机〔电话〕"),
        ("身份证11010519491231002X", "身份证〔身份证号〕"),
        ("卡号6222021234567890123", "卡号〔银行卡号〕"),
        ("发到wang_fang@mail.example.cn", "发到〔邮箱〕"),
        ("浙江省杭州市西湖区文三路138号2幢301室漏水", "〔地址〕漏水"),
        ("中山路12号", "〔地址〕"),
    ],
)
def test_personal_data_is_masked(text: str, masked: str) -> None:
    assert _one(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "订单号20260305123456789",
        "固件3.2.1升级失败",
        "序列号 SN13812345678901",
        "型号 X200，第2次报修",
        "温度 110105 度",
        "",
    ],
)
def test_what_is_no_personal_data_stays(text: str) -> None:
    assert _one(text) == text


def test_unknown_stays_unknown() -> None:
    assert mask(pa.array([None], pa.string())).to_pylist() == [None]


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("手机（138）12345678", "手机（〔手机号〕"),
        ("打一三八一二三四五六七八", "打〔手机号〕"),
        ("打幺三八 幺二三四 五六七八", "打〔手机号〕"),
        ("１３８１２３４５６７８", "〔手机号〕"),
        ("0086-138-1234-5678", "〔手机号〕"),
        ("138.1234.5678", "〔手机号〕"),
        ("（021）6123-4567", "〔电话〕"),
        ("+86 21 61234567", "〔电话〕"),
        ("打400 820 8820", "打〔电话〕"),
        ("+44 20 7946 0958", "〔电话〕"),
        ("电话：61234567", "电话：〔电话〕"),
        ("4111-1111-1111-1111", "〔银行卡号〕"),
        ("3782 822463 10005", "〔银行卡号〕"),
        ("110105 19491231 002X", "〔身份证号〕"),
        ("110105491231002", "〔身份证号〕"),
        ("港澳通行证C12345678", "港澳通行证〔证件号〕"),
        ("沪A·12345追尾", "〔车牌号〕追尾"),
        ("新能源粤BD12345", "新能源〔车牌号〕"),
        ("车架号LSVAA4187C2184841", "车架号〔车架号〕"),
        ("li.lei @ qq . com", "〔邮箱〕"),
        ("li.lei(at)qq.com", "〔邮箱〕"),
        ("QQ 号：123456789", "QQ 号：〔QQ号〕"),
        ("加V：abc_12345", "加V：〔微信号〕"),
        ("wxid_a1b2c3d4e5", "〔微信号〕"),
        ("@爱笑的猫 收到", "@〔昵称〕 收到"),
        ("幸福里小区3-2-501", "〔地址〕"),
        ("送到3栋2单元502室", "送到〔地址〕"),
        ("解放路一百二十号", "〔地址〕"),
        ("王家村三组12号", "〔地址〕"),
        ("ship to 221 Baker Street, London", "ship to 〔地址〕"),
        ("收件人：张　三", "收件人：〔姓名〕"),
        ("欧阳明先生来电", "〔姓名〕先生来电"),
        ("Dear Mr. Smith", "Dear Mr. 〔姓名〕"),
    ],
)
def test_it_is_found_however_it_is_written(text: str, masked: str) -> None:
    assert _one(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "订单号4111111111111112",
        "快递SF1234567890123",
        "IP 192.168.239.28",
        "MAC 00-1B-44-11-3A-B7",
        "安装师傅没来，项目经理没安排",
        "地铁3号线，5号到货，2楼卖场",
        "微信支付失败",
        "2026-03-05 09:10:00",
        "错误码 E12",
        "电压220V，温度36.5度，第3次报修",
        "型号KFR-35GW/BP3",
        "客户高度不满",
        "金属外壳发烫，高温报警",
        "500 Internal Server Error",
        "A4纸3包",
    ],
)
def test_what_resembles_it_stays(text: str) -> None:
    assert _one(text) == text


def test_every_text_that_is_masked_is_suspect() -> None:
    texts = [
        "手机（138）12345678",
        "幸福里小区3-2-501",
        "解放路一百二十号",
        "@爱笑的猫 收到",
        "li.lei(at)qq.com",
        "粤BD12345",
    ]
    assert all(one != text for one, text in zip(mask(pa.array(texts)).to_pylist(), texts, strict=True))
    assert mask(pa.chunked_array([["无", None], ["13812345678"]])).to_pylist() == ["无", None, "〔手机号〕"]

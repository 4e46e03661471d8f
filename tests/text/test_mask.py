"""Personal data does not get past the mask; what is none does."""

import pyarrow as pa
import pytest

from zhenyin.text.mask import mask


def _one(text: str) -> str:
    return str(mask(pa.array([text]))[0].as_py())


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("手机13812345678。", "手机〔手机号〕。"),
        ("138 1234 5678,139-8765-4321", "〔手机号〕,〔手机号〕"),
        ("+86 13812345678", "〔手机号〕"),
        ("13812345678 13987654321", "〔手机号〕 〔手机号〕"),
        ("座机010-62345678转3", "座机〔电话〕转3"),
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

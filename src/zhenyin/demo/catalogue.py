"""What 星云智家 makes and what can go wrong with it: the words every generated file uses."""

from dataclasses import dataclass

KINDS = ("报修", "投诉", "咨询", "建议")
CHANNELS = ("电话", "在线表单", "微信", "APP", "邮件", "门店")
CHANNEL_WEIGHTS = (0.40, 0.12, 0.07, 0.30, 0.06, 0.05)
TEAMS = ("客服", "技术", "产品", "安装", "快反小组")
PRIORITIES = ("紧急", "高", "中", "低")
PHONE_SYSTEMS = ("Android", "iOS", "HarmonyOS")
PHONE_SYSTEM_WEIGHTS = (0.54, 0.31, 0.15)
CUSTOMER_TYPES = ("个人", "企业", "经销商")
CUSTOMER_TYPE_WEIGHTS = (0.86, 0.09, 0.05)


@dataclass(frozen=True, slots=True)
class Model:
    """One model of the range; `weight` is its share of what the company ships."""

    line: str
    product: str
    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: the lines that can have it, how common it is, how people report it, who solves it.

    `kinds` are the odds of 报修, 投诉, 咨询, 建议; `hard` faults need an expert or a visit;
    `hours` is the mean time from first reply to solution.
    """

    category: str
    name: str
    en: str
    lines: tuple[str, ...]
    weight: float
    kinds: tuple[float, float, float, float]
    team: str
    hard: bool
    hours: float


LINES = ("扫地机器人", "智能门锁", "洗衣机", "空调", "空气净化器")
LINE_CODES = ("R", "L", "W", "A", "J")
VACUUM, LOCK, WASHER, AIRCON, PURIFIER = LINES

MODELS = (
    Model(VACUUM, "自清洁扫拖机", "X30 Pro", 0.12),
    Model(VACUUM, "自清洁扫拖机", "X30", 0.09),
    Model(VACUUM, "激光导航扫地机", "L20", 0.08),
    Model(VACUUM, "激光导航扫地机", "L20 Lite", 0.06),
    Model(LOCK, "人脸识别锁", "F7", 0.08),
    Model(LOCK, "人脸识别锁", "F7 Max", 0.06),
    Model(LOCK, "指纹锁", "K5", 0.07),
    Model(WASHER, "滚筒洗衣机", "W10", 0.07),
    Model(WASHER, "滚筒洗衣机", "W10 Plus", 0.05),
    Model(WASHER, "波轮洗衣机", "P8", 0.05),
    Model(AIRCON, "壁挂空调", "A35", 0.07),
    Model(AIRCON, "壁挂空调", "A26", 0.05),
    Model(AIRCON, "柜式空调", "C72", 0.03),
    Model(PURIFIER, "家用净化器", "J4", 0.05),
    Model(PURIFIER, "家用净化器", "J4 Pro", 0.04),
    Model(PURIFIER, "车载净化器", "M2", 0.03),
)

_REPAIR = (0.80, 0.12, 0.08, 0.0)
_ANGRY = (0.10, 0.82, 0.08, 0.0)
_ASK = (0.05, 0.05, 0.88, 0.02)
_BIG = (WASHER, AIRCON)
_BATTERY = (VACUUM, LOCK)

FAULTS = (
    Fault("连接", "配网失败", "Pairing fails", LINES, 7.0, _REPAIR, "技术", False, 14),
    Fault("连接", "断连", "Connection drops", LINES, 5.5, _REPAIR, "技术", False, 16),
    Fault("APP", "闪退", "App crashes", LINES, 4.0, _REPAIR, "技术", False, 20),
    Fault("APP", "卡顿", "App is slow", LINES, 2.5, (0.6, 0.2, 0.15, 0.05), "技术", False, 18),
    Fault("APP", "推送延迟", "Late notifications", LINES, 1.5, (0.6, 0.1, 0.25, 0.05), "产品", False, 24),
    Fault("账号", "登录失败", "Cannot log in", LINES, 3.0, (0.6, 0.1, 0.3, 0.0), "客服", False, 8),
    Fault("账号", "验证码收不到", "No verification code", LINES, 1.5, (0.55, 0.1, 0.35, 0.0), "客服", False, 6),
    Fault("账号", "设备绑定失败", "Cannot bind the device", LINES, 1.5, (0.7, 0.1, 0.2, 0.0), "客服", False, 9),
    Fault("清洁", "清扫不干净", "Does not clean well", (VACUUM, WASHER), 4.5, _REPAIR, "技术", False, 26),
    Fault("清洁", "边刷缠绕", "Brush gets tangled", (VACUUM,), 3.0, _REPAIR, "客服", False, 12),
    Fault("导航", "迷路漏扫", "Gets lost, misses rooms", (VACUUM,), 4.5, _REPAIR, "技术", False, 22),
    Fault("导航", "碰撞跌落", "Bumps or falls", (VACUUM,), 2.0, _REPAIR, "技术", False, 24),
    Fault("电池", "续航短", "Short battery life", _BATTERY, 4.0, _REPAIR, "技术", False, 36),
    Fault("电池", "不充电", "Does not charge", _BATTERY, 3.0, _REPAIR, "技术", False, 40),
    Fault("开锁", "指纹失灵", "Fingerprint not recognised", (LOCK,), 6.0, _REPAIR, "技术", False, 18),
    Fault("开锁", "无法开锁", "Cannot unlock", (LOCK,), 4.0, _REPAIR, "技术", True, 10),
    Fault("开锁", "误报警", "False alarm", (LOCK,), 2.5, _REPAIR, "技术", False, 16),
    Fault("漏水", "机身漏水", "Body leaks", _BIG, 5.0, _REPAIR, "技术", True, 44),
    Fault("漏水", "接口渗水", "Joint seeps", _BIG, 3.5, _REPAIR, "安装", True, 40),
    Fault("脱水", "不脱水", "Does not spin", (WASHER,), 5.0, _REPAIR, "技术", True, 46),
    Fault("制冷制热", "不制冷", "Does not cool", (AIRCON,), 11.0, _REPAIR, "技术", True, 42),
    Fault("制冷制热", "不制热", "Does not heat", (AIRCON,), 4.0, _REPAIR, "技术", True, 42),
    Fault("净化", "净化效果差", "Purifies poorly", (PURIFIER,), 6.0, _REPAIR, "技术", False, 28),
    Fault("净化", "传感器不准", "Sensor reads wrong", (PURIFIER,), 4.0, _REPAIR, "技术", False, 30),
    Fault("噪音", "运行噪音大", "Runs loudly", (VACUUM, WASHER, AIRCON, PURIFIER), 4.5, _REPAIR, "技术", False, 34),
    Fault("噪音", "异响", "Strange noise", (VACUUM, WASHER, AIRCON, PURIFIER), 3.0, _REPAIR, "技术", True, 38),
    Fault("异味", "异味", "Bad smell", (WASHER, AIRCON, PURIFIER), 2.0, _REPAIR, "技术", False, 30),
    Fault("外观", "外观破损", "Damaged on arrival", LINES, 1.6, (0.5, 0.4, 0.1, 0.0), "客服", False, 36),
    Fault("安装", "预约延误", "Fitter came late", (LOCK, WASHER, AIRCON), 4.0, _ANGRY, "安装", True, 30),
    Fault("安装", "安装不规范", "Poor installation", (LOCK, WASHER, AIRCON), 3.5, _ANGRY, "安装", True, 42),
    Fault("安装", "乱收费", "Overcharged for fitting", (LOCK, WASHER, AIRCON), 2.0, _ANGRY, "安装", True, 48),
    Fault("物流", "发货延迟", "Late delivery", LINES, 2.2, (0.0, 0.55, 0.45, 0.0), "客服", False, 20),
    Fault("物流", "少件错发", "Missing or wrong parts", LINES, 1.6, (0.1, 0.6, 0.3, 0.0), "客服", False, 26),
    Fault("服务", "服务态度差", "Rude service", LINES, 1.4, _ANGRY, "客服", True, 30),
    Fault("服务", "维修超时", "Repair takes too long", LINES, 2.0, _ANGRY, "客服", True, 36),
    Fault("退换", "退货退款", "Return and refund", LINES, 3.0, (0.0, 0.45, 0.55, 0.0), "客服", False, 30),
    Fault("发票", "发票问题", "Invoice", LINES, 1.5, (0.0, 0.1, 0.9, 0.0), "客服", False, 8),
    Fault("使用", "使用方法", "How to use it", LINES, 5.0, _ASK, "客服", False, 4),
    Fault("使用", "耗材购买", "Buying consumables", LINES, 2.2, _ASK, "客服", False, 4),
    Fault("建议", "功能建议", "Feature wish", LINES, 2.2, (0.0, 0.05, 0.1, 0.85), "产品", False, 60),
)

CATEGORIES = tuple(dict.fromkeys(fault.category for fault in FAULTS))
FAULT_NAMES = tuple(fault.name for fault in FAULTS)
"""Fault names are unique over all categories, so that a fault alone names its category."""


def fault_codes(*, category: str | None = None, names: tuple[str, ...] = ()) -> list[int]:
    """Codes (positions in `FAULTS`) of one category, or of the faults named."""
    return [code for code, fault in enumerate(FAULTS) if fault.category == category or fault.name in names]


def model_codes(*lines: str) -> list[int]:
    """Codes (positions in `MODELS`) of the models of these product lines."""
    return [code for code, model in enumerate(MODELS) if model.line in lines]

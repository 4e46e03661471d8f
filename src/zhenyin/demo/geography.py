"""Where the customers of 星云智家 live, and which contractor fits their devices."""

import numpy as np
from numpy.typing import NDArray

PROVINCES: dict[str, tuple[float, dict[str, float]]] = {
    "广东省": (0.12, {"广州市": 0.34, "深圳市": 0.36, "佛山市": 0.16, "东莞市": 0.14}),
    "江苏省": (0.09, {"南京市": 0.34, "苏州市": 0.38, "无锡市": 0.28}),
    "浙江省": (0.09, {"杭州市": 0.46, "宁波市": 0.32, "温州市": 0.22}),
    "山东省": (0.075, {"济南市": 0.42, "青岛市": 0.40, "烟台市": 0.18}),
    "北京市": (0.075, {"北京市": 1.0}),
    "上海市": (0.075, {"上海市": 1.0}),
    "四川省": (0.06, {"成都市": 0.72, "绵阳市": 0.28}),
    "河南省": (0.06, {"郑州市": 0.60, "洛阳市": 0.40}),
    "湖北省": (0.055, {"武汉市": 0.75, "宜昌市": 0.25}),
    "湖南省": (0.045, {"长沙市": 0.72, "株洲市": 0.28}),
    "安徽省": (0.04, {"合肥市": 0.68, "芜湖市": 0.32}),
    "福建省": (0.04, {"福州市": 0.48, "厦门市": 0.52}),
    "河北省": (0.035, {"石家庄市": 0.62, "唐山市": 0.38}),
    "陕西省": (0.03, {"西安市": 1.0}),
    "重庆市": (0.03, {"重庆市": 1.0}),
    "辽宁省": (0.03, {"沈阳市": 0.52, "大连市": 0.48}),
    "天津市": (0.02, {"天津市": 1.0}),
    "江西省": (0.015, {"南昌市": 1.0}),
    "广西壮族自治区": (0.01, {"南宁市": 1.0}),
    "云南省": (0.005, {"昆明市": 1.0}),
}
PROVINCE_NAMES = tuple(PROVINCES)
PROVINCE_WEIGHTS = np.array([weight for weight, _ in PROVINCES.values()])
PROVINCE_WEIGHTS = PROVINCE_WEIGHTS / PROVINCE_WEIGHTS.sum()
CITY_NAMES = tuple(city for _, cities in PROVINCES.values() for city in cities)

CONTRACTORS = ("安居到家", "顺捷安装", "优工联盟", "恒信服务", "快安达")
STREETS = ("人民路", "中山路", "解放大道", "建设路", "文化路", "和平街", "新华路", "滨江大道", "学府路", "迎宾大道")
ESTATES = ("阳光花园", "翠湖小区", "金色家园", "锦绣江南", "御景湾", "幸福里", "万和城", "东方名苑")


def city_weights() -> NDArray[np.float64]:
    """[provinces, cities]: the share of each city among the customers of its province; rows sum to 1."""
    weights = np.zeros((len(PROVINCES), len(CITY_NAMES)))
    for row, (_, cities) in enumerate(PROVINCES.values()):
        for city, weight in cities.items():
            weights[row, CITY_NAMES.index(city)] = weight
    return weights


def contractor_weights(rough_one_works_in: tuple[str, ...]) -> NDArray[np.float64]:
    """[provinces, contractors]: who fits the devices; the last contractor works in the provinces named only."""
    weights = np.tile([0.4, 0.3, 0.2, 0.1, 0.0], (len(PROVINCES), 1))
    for row, name in enumerate(PROVINCE_NAMES):
        weights[row, :4] = np.roll(weights[row, :4], row)
        if name in rough_one_works_in:
            weights[row] = [*(weights[row, :4] * 0.5), 0.5]
    return weights

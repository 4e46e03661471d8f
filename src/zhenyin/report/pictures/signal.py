"""预警: observed counts, their baseline with its band, and where they left it."""

from zhenyin.report.pictures._lines import draw

DRAW = draw

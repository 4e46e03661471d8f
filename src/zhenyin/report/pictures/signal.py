"""预警: what there was, what was usual, and where the one left the other."""

from zhenyin.report.pictures._lines import draw

DRAW = draw

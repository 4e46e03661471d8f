"""趋势: figures over time, with their names at the ends of the lines."""

from zhenyin.report.pictures._lines import draw

DRAW = draw

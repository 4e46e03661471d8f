"""验证: the figure, what it would have been without the action, and when the action began."""

from zhenyin.report.pictures._lines import draw

DRAW = draw

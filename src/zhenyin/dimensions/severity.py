"""严重度: a column of the facts."""

from zhenyin.core.words import Words
from zhenyin.dimensions import column

DIMENSION = column(
    "severity",
    Words("严重度", "Severity"),
    role="what",
    explains="handling",
    rank=63,
    uses={"case_mix": 7, "failure": 3},
)

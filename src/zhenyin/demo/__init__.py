"""星云智家, the demo company: invented, seeded, and with planted truths that findings can be held against."""

from zhenyin.demo.company import generate
from zhenyin.demo.truth import Truth

__all__ = ["Truth", "generate"]

"""The report as a PDF, set by typst. Data reaches the template as JSON, never as markup, so that no text can be a command."""

import json
from importlib.resources import files

import typst

from zhenyin.core.errors import Unavailable
from zhenyin.core.words import Language
from zhenyin.report.models import Review
from zhenyin.report.presentation import present_review

FONT = "Noto Sans CJK SC"
_TEMPLATE = files("zhenyin.report").joinpath("templates/review.typ")


def pdf(review: Review, language: Language) -> bytes:
    """Raises Unavailable (`font-missing`) where the machine has no font for Chinese."""
    if FONT not in typst.Fonts().families():
        raise Unavailable(
            "font-missing",
            en=f"The font {FONT} is missing, so no PDF can be set. Install it: sudo apt-get install fonts-noto-cjk.",
            zh=f"缺少字体 {FONT}，无法生成 PDF。请安装：sudo apt-get install fonts-noto-cjk。",
        )
    data = json.dumps(present_review(review, language), ensure_ascii=False)
    document = typst.compile(_TEMPLATE.read_bytes(), sys_inputs={"report": data})
    assert isinstance(document, bytes)
    return document

"""The report as one HTML file: no script, nothing from elsewhere, ready to print."""

from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from zhenyin.core.words import Language
from zhenyin.report.models import Review
from zhenyin.report.presentation import present_review

_TEMPLATE = files("zhenyin.report").joinpath("templates/review.html.j2")


def html(review: Review, language: Language) -> str:
    # Texts of data are escaped by the template; a picture has escaped its own and goes in as it is.
    rules = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    rules.filters["picture"] = Markup
    return rules.from_string(_TEMPLATE.read_text("utf-8")).render(present_review(review, language))

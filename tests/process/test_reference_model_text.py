"""Reference models as text: what is read is written again."""

import pytest

from zhenyin.core.errors import Invalid, NotFound
from zhenyin.process.mining.reference_model import StepRule
from zhenyin.process.reference_model_text import parse, text
from zhenyin.process.step_names import StepNames

NAMES = StepNames(("reported", "assigned", "replied", "resolved", "Wait?"), {})


def test_a_model_is_read_in_titles_or_names_and_written_as_it_was_read() -> None:
    found = parse("提交\n派单? | Replied*\n\nresolved+ # 最后\n", NAMES)
    assert found.rules == {
        "reported": StepRule(0, mandatory=True, repeatable=False),
        "assigned": StepRule(1, mandatory=False, repeatable=False),
        "replied": StepRule(1, mandatory=False, repeatable=True),
        "resolved": StepRule(2, mandatory=True, repeatable=True),
    }
    assert text(found, NAMES) == "提交\n派单? | 回复*\n解决+"
    assert parse(text(found, NAMES, "en"), NAMES) == found


def test_a_name_may_end_with_what_looks_like_a_mark() -> None:
    assert parse("Wait?", NAMES).rules == {"Wait?": StepRule(0, mandatory=True, repeatable=False)}
    assert parse("Wait??", NAMES).rules == {"Wait?": StepRule(0, mandatory=False, repeatable=False)}


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("提交\n解诀", "step-unknown"),
        (" # nothing\n", "reference-model-empty"),
        ("提交\nreported", "reference-model-repeats-step"),
    ],
)
def test_what_cannot_be_meant_is_refused(written: str, code: str) -> None:
    with pytest.raises((Invalid, NotFound), match=code):
        parse(written, NAMES)

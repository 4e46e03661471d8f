"""The text form of a reference model: one place of the order a line, in the names or titles of steps.

    提交
    派单
    回复+
    转派* | 补充资料?
    解决

`?` may be left out, `+` may be repeated, `*` both; steps with `|` between them have one place and no order among them; what
follows `#` is a remark.
"""

from collections import defaultdict
from collections.abc import Mapping

from zhenyin.core.errors import Invalid, unknown
from zhenyin.core.words import Language, Words
from zhenyin.process.mining.reference_model import ReferenceModel, StepRule
from zhenyin.process.step_names import StepNames

_MARKS = {"": (True, False), "?": (False, False), "+": (True, True), "*": (False, True)}
"""By mark: mandatory, repeatable."""


def parse(text: str, names: StepNames) -> ReferenceModel:
    """Read a model. Raises NotFound (`step-unknown`), Invalid (`reference-model-empty`, `reference-model-repeats-step`)."""
    titles = {title.lower(): name for name in names.names for title in (names.title(name).zh, names.title(name).en)}
    titles |= {name.lower(): name for name in names.names}
    rules: dict[str, StepRule] = {}
    lines = (line.split("#")[0].strip() for line in text.splitlines())
    for place, line in enumerate(line for line in lines if line):
        for part in line.split("|"):
            name, mark = _marked(part.strip(), titles)
            if name not in titles:
                raise unknown(Words("步骤", "step"), name, titles, "step-unknown")
            if titles[name] in rules:
                raise _repeated(part.strip())
            rules[titles[name]] = StepRule(place, *_MARKS[mark])
    if not rules:
        raise Invalid(
            "reference-model-empty",
            en="The standard process names no step. Write one step a line, in order.",
            zh="标准流程中没有步骤。请按顺序每行写一个步骤。",
        )
    return ReferenceModel(rules)


def text(model: ReferenceModel, names: StepNames, language: Language = "zh") -> str:
    """The model as it is written, with the titles of a language; `parse` reads it again."""
    lines: dict[int, list[str]] = defaultdict(list)
    for name, rule in model.rules.items():
        lines[rule.place].append(names.title(name).into(language) + mark(rule))
    return "\n".join(" | ".join(lines[place]) for place in sorted(lines))


def mark(rule: StepRule) -> str:
    """What stands behind the name of a step.

    >>> mark(StepRule(0, mandatory=False, repeatable=True))
    '*'
    """
    return next(mark for mark, flags in _MARKS.items() if flags == (rule.mandatory, rule.repeatable))


def _marked(part: str, titles: Mapping[str, str]) -> tuple[str, str]:
    """The step and its mark. The name of a step may end with what looks like one."""
    name = part.lower()
    if name in titles or name[-1:] not in _MARKS:
        return name, ""
    return name[:-1].rstrip(), name[-1:]


def _repeated(step: str) -> Invalid:
    return Invalid(
        "reference-model-repeats-step",
        en=f"The step {step!r} stands twice in the standard process. Name it once, with + if it may be repeated.",
        zh=f"步骤 {step} 在标准流程中出现了两次。请只写一次；允许重复时加 +。",
    )

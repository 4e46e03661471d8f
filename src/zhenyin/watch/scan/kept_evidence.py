"""An explanation as it is kept with a signal: a slice has one value for each dimension."""

from typing import Any

from zhenyin.explain.models import Explanation, Suspect
from zhenyin.explain.presentation import mix_rate_chart

_UNBOUNDED = 1e9


def keep_explanation(explanation: Explanation) -> dict[str, Any]:
    """The evidence of a signal that comes from its explanation."""
    mix_rate = explanation.mix_rate
    return {
        "metric": explanation.metric,
        "where": {dimension: ",".join(values) for dimension, values in explanation.where.items()},
        "observed": explanation.observed,
        "expected": explanation.expected,
        "suspects": [keep_suspect(suspect) for suspect in explanation.suspects],
        "outside": explanation.outside,
        "sentence": explanation.sentence.as_dict(),
        "mix": mix_rate_chart(explanation.metric, mix_rate).as_dict() if mix_rate else None,
        "simpson": bool(mix_rate and mix_rate.split.reversal),
        "dims": list(explanation.dims),
    }


def keep_suspect(suspect: Suspect) -> dict[str, Any]:
    """One suspect of the evidence; what is not bounded is kept as a large number."""
    data = {name: getattr(suspect, name) for name in ("where", "observed", "expected", "share", "p")}
    data |= {name: min(getattr(suspect, name), _UNBOUNDED) for name in ("ratio", "low", "high")}
    data |= {"since": suspect.since.isoformat() if suspect.since else None, "sentence": suspect.sentence.as_dict()}
    return data | {"ambiguous_with": list(suspect.ambiguous_with)}

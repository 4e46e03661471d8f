"""A chart that was kept as JSON, as a specification again."""

from typing import Any

from zhenyin.charts import Band, ChartSpec, HeatCell, Mark, Series
from zhenyin.core.words import Words


def from_dict(told: dict[str, Any]) -> ChartSpec:
    """What `ChartSpec.as_dict` gave, read back."""
    return ChartSpec(
        **told
        | {name: Words(**told[name]) for name in ("title", "subtitle", "unit")}
        | {
            "series": [Series(**line | {"name": Words(**line["name"])}) for line in told["series"]],
            "cells": [HeatCell(**cell) for cell in told["cells"]],
            "marks": [Mark(**mark | {"text": Words(**mark["text"])}) for mark in told["marks"]],
            "band": Band(**told["band"]) if told["band"] else None,
            "note": Words(**told["note"]) if told["note"] else None,
        }
    )

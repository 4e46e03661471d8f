"""Quiet companies to try detectors on."""

import numpy as np

from zhenyin.core.arrays import Floats

SLICES, WEEKS = 2_500, 104


def unaffected(seed: int, noise: float = 0.0, slices: int = SLICES, lift: float = 1.0) -> tuple[Floats, Floats]:
    """Weekly mean 1.35 per slice, growing exposure, 15 % season; the last four weeks times `lift`."""
    rng = np.random.default_rng(seed)
    exposure = rng.gamma(1.0, 1.0, (slices, 1)) * np.linspace(0.7, 1.3, WEEKS)
    mean = 1.35 * exposure * (1 + 0.15 * np.sin(2 * np.pi * np.arange(WEEKS) / 52))
    mean[:, -4:] *= lift
    factor = rng.gamma(1 / noise, noise, mean.shape) if noise else 1.0
    return rng.poisson(mean * factor).astype(float), exposure

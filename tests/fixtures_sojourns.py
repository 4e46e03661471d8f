"""Small records of sojourns, in hours."""

import numpy as np

from zhenyin.process.mining.sojourns import Sojourns

INF = np.inf
HOUR = 3600.0


def sojourns(*rows: tuple[int, float, float, float]) -> Sojourns:
    """Rows of step, since, until and end, in hours."""
    step, *moments = zip(*rows, strict=True)
    state = np.zeros((len(rows), 4), dtype=np.int64)
    state[:, 0] = step
    return Sojourns(state, *(np.array(one, dtype=float) * HOUR for one in moments))

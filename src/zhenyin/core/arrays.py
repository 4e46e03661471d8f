"""Types of the arrays that numbers travel in; shapes stand in the docstring of whoever takes or gives one."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]

"""Windows over arrays, and arrays of other shapes that show the same numbers."""

from .._more import sliding_window_view
from .._shapes import broadcast_to

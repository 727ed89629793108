"""What is in a folder of its own in numpy."""

from . import stride_tricks

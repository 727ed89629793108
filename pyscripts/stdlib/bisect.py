"""Finding a place in a sorted list by halving, and inserting there: see `_bisect`."""

from _bisect import *

bisect = bisect_right
insort = insort_right

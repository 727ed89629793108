"""The items of sequences, as an extension in C would ask for them by their numbers; the rest is CPython's inside."""

from operator import delitem as sequence_delitem, getitem as sequence_getitem, setitem as sequence_setitem

from _testinternalcapi import __getattr__

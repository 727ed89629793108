"""The abstract base classes' metaclass in plain Python: that of `abc` is written in it, so they are the same."""

from abc import ABCMeta, get_cache_token

__all__ = ["ABCMeta", "get_cache_token"]

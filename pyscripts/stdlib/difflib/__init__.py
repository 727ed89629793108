"""Differences of sequences, and of texts line by line."""

from ._differ import Differ, IS_CHARACTER_JUNK, IS_LINE_JUNK, ndiff, restore
from ._matcher import Match, SequenceMatcher, get_close_matches
from ._pages import HtmlDiff
from ._patches import context_diff, diff_bytes, unified_diff

__all__ = [
    "get_close_matches", "ndiff", "restore", "SequenceMatcher", "Differ", "IS_CHARACTER_JUNK", "IS_LINE_JUNK",
    "context_diff", "unified_diff", "diff_bytes", "HtmlDiff", "Match",
]

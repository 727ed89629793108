"""Shell patterns for names: `*`, `?`, `[seq]` and `[!seq]`."""

import functools
import os
import posixpath
import re

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def fnmatch(name, pat):
    """Whether a name matches a pattern, both in the system's normal case."""
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


def fnmatchcase(name, pat):
    """Whether a name matches a pattern, case included."""
    return _matcher(pat)(name) is not None


def filter(names, pat):
    """The names that match a pattern."""
    match = _matcher(os.path.normcase(pat))
    if os.path is posixpath:
        return [name for name in names if match(name)]
    return [name for name in names if match(os.path.normcase(name))]


@functools.lru_cache(maxsize=32768, typed=True)
def _matcher(pat):
    if isinstance(pat, bytes):
        return re.compile(translate(pat.decode("latin-1")).encode("latin-1")).match
    return re.compile(translate(pat)).match


def translate(pat):
    """The regular expression of a pattern."""
    pieces = _pieces(pat)
    if not any(piece is None for piece in pieces):
        return f"(?s:{''.join(pieces)})\\Z"
    first = pieces.index(None)
    texts, text = [], []
    for piece in pieces[first + 1:]:
        if piece is None:
            texts.append("".join(text))
            text = []
        else:
            text.append(piece)
    # What stands between two stars is taken where it comes first, and no second try is needed.
    middle = "".join(f"(?>.*?{between})" for between in texts)
    return f"(?s:{''.join(pieces[:first])}{middle}.*{''.join(text)})\\Z"


def _pieces(pat):
    """Regular expressions of the parts of a pattern; None for a row of stars."""
    pieces = []
    i = 0
    while i < len(pat):
        c = pat[i]
        i += 1
        if c == "*":
            if not pieces or pieces[-1] is not None:
                pieces.append(None)
        elif c == "?":
            pieces.append(".")
        elif c == "[":
            end = _end_of_set(pat, i)
            if end < 0:
                pieces.append("\\[")
            else:
                pieces.append(_set(pat[i:end]))
                i = end + 1
        else:
            pieces.append(re.escape(c))
    return pieces


def _end_of_set(pat, start):
    """Where the `]` of a set stands; one at the very start is a member."""
    if start < len(pat) and pat[start] == "!":
        start += 1
    if start < len(pat) and pat[start] == "]":
        start += 1
    return pat.find("]", start)


def _set(members):
    negated = members.startswith("!")
    chunks = _ranges(members[1:] if negated else members)
    body = "-".join(chunk.replace("\\", "\\\\").replace("-", "\\-") for chunk in chunks)
    for doubled in "&~|":
        body = body.replace(doubled * 2, "\\" + doubled + "\\" + doubled)
    if not body:
        return "." if negated else "(?!)"
    if negated:
        return f"[^{body}]"
    if body[0] in "^[":
        body = "\\" + body
    return f"[{body}]"


def _ranges(members):
    """The texts between the hyphens that make ranges; empty ranges are left out."""
    chunks = []
    start, hyphen = 0, members.find("-", 1)
    while hyphen >= 0:
        chunks.append(members[start:hyphen])
        start = hyphen + 1
        hyphen = members.find("-", hyphen + 3 if hyphen + 3 <= len(members) else len(members))
    rest = members[start:]
    if rest:
        chunks.append(rest)
    elif chunks:
        chunks[-1] += "-"
    for k in range(len(chunks) - 1, 0, -1):
        if chunks[k - 1][-1] > chunks[k][0]:
            chunks[k - 1] = chunks[k - 1][:-1] + chunks[k][1:]
            del chunks[k]
    return chunks

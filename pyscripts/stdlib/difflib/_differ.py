"""Differences line by line, with marks at what changed within a line."""

from ._matcher import SequenceMatcher

_CUTOFF = 0.74999
_WINDOW = 10


def IS_LINE_JUNK(line, pat=None):
    """Whether the line is empty, or has a single `#`."""
    if pat is None:
        return line.strip() in ("", "#")
    return pat(line) is not None


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    """Whether the character is a space or a tab."""
    return ch in ws


def _keep_space(line, tags):
    """The marks, with the line's own white space (tabs) where there is no mark."""
    return "".join(c if tag == " " and c.isspace() else tag for c, tag in zip(line, tags)).rstrip()


class Differ:
    """Compares texts of lines."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        """The lines of both, each after a sign: only here, only there, or in both; marks after `? `."""
        for tag, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == "replace":
                yield from self._similar(a, alo, ahi, b, blo, bhi)
            elif tag == "delete":
                yield from self._dump("-", a, alo, ahi)
            elif tag == "insert":
                yield from self._dump("+", b, blo, bhi)
            else:
                yield from self._dump(" ", a, alo, ahi)

    def _dump(self, sign, lines, low, high):
        for i in range(low, high):
            yield f"{sign} {lines[i]}"

    def _different(self, a, alo, ahi, b, blo, bhi):
        removed, added = self._dump("-", a, alo, ahi), self._dump("+", b, blo, bhi)
        first, second = (added, removed) if 0 < bhi - blo < ahi - alo else (removed, added)
        yield from first
        yield from second

    def _similar(self, a, alo, ahi, b, blo, bhi):
        """Lines that replace others: pairs of similar ones within a window are set side by side."""
        matcher = SequenceMatcher(self.charjunk)
        doneA, doneB = alo, blo
        for j in range(blo, bhi):
            opposite = alo + (j - blo)
            candidates = range(max(opposite - _WINDOW, doneA), min(opposite + _WINDOW + 1, ahi))
            if not candidates:
                break
            matcher.set_seq2(b[j])
            best, best_ratio = None, _CUTOFF
            for i in candidates:
                matcher.set_seq1(a[i])
                if matcher.real_quick_ratio() > best_ratio and matcher.quick_ratio() > best_ratio and \
                        matcher.ratio() > best_ratio:
                    best, best_ratio = i, matcher.ratio()
            if best is None:
                continue
            yield from self._different(a, doneA, best, b, doneB, j)
            yield from self._marked(matcher, a[best], b[j])
            doneA, doneB = best + 1, j + 1
        yield from self._different(a, doneA, ahi, b, doneB, bhi)

    def _marked(self, matcher, aline, bline):
        if aline == bline:
            yield "  " + aline
            return
        atags = btags = ""
        matcher.set_seqs(aline, bline)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            atags += {"replace": "^", "delete": "-", "equal": " ", "insert": ""}[tag] * (i2 - i1)
            btags += {"replace": "^", "insert": "+", "equal": " ", "delete": ""}[tag] * (j2 - j1)
        yield from self._qformat(aline, bline, atags, btags)

    def _qformat(self, aline, bline, atags, btags):
        atags, btags = _keep_space(aline, atags), _keep_space(bline, btags)
        yield "- " + aline
        if atags:
            yield f"? {atags}\n"
        yield "+ " + bline
        if btags:
            yield f"? {btags}\n"


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    """`Differ().compare` of two lists of lines."""
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """The lines of the first or second text that a difference was made of."""
    try:
        sign = {1: "- ", 2: "+ "}[int(which)]
    except KeyError:
        raise ValueError("unknown delta choice (must be 1 or 2): %r" % which) from None
    for line in delta:
        if line[:2] in ("  ", sign):
            yield line[2:]

"""Differences side by side, as HTML.

Lines of `ndiff` become rows: a line and what it was changed to stand beside each other, and so do lines that are
gone and lines that are new between the same neighbours, as far as there are both.
"""

import re
from difflib._differ import IS_CHARACTER_JUNK, ndiff

_STYLES = """
        table.diff {font-family:Courier; border:medium;}
        .diff_header {background-color:#e0e0e0}
        td.diff_header {text-align:right}
        .diff_next {background-color:#c0c0c0}
        .diff_add {background-color:#aaffaa}
        .diff_chg {background-color:#ffff77}
        .diff_sub {background-color:#ffaaaa}"""

_LEGEND = """
    <table class="diff" summary="Legends">
        <tr> <th colspan="2"> Legends </th> </tr>
        <tr> <td> <table border="" summary="Colors">
                      <tr><th> Colors </th> </tr>
                      <tr><td class="diff_add">&nbsp;Added&nbsp;</td></tr>
                      <tr><td class="diff_chg">Changed</td> </tr>
                      <tr><td class="diff_sub">Deleted</td> </tr>
                  </table></td>
             <td> <table border="" summary="Links">
                      <tr><th colspan="2"> Links </th> </tr>
                      <tr><td>(f)irst change</td> </tr>
                      <tr><td>(n)ext change</td> </tr>
                      <tr><td>(t)op</td> </tr>
                  </table></td> </tr>
    </table>"""

_PAGE = """
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
          "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">

<html>

<head>
    <meta http-equiv="Content-Type"
          content="text/html; charset=%(charset)s" />
    <title></title>
    <style type="text/css">%(styles)s
    </style>
</head>

<body>
    %(table)s%(legend)s
</body>

</html>"""

_TABLE = """
    <table class="diff" id="%(prefix)s_top"
           cellspacing="0" cellpadding="0" rules="groups" >
        <colgroup></colgroup> <colgroup></colgroup> <colgroup></colgroup>
        <colgroup></colgroup> <colgroup></colgroup> <colgroup></colgroup>
        %(header_row)s
        <tbody>
%(data_rows)s        </tbody>
    </table>"""

_GAP = "        </tbody>        \n        <tbody>\n"
_CLASSES = {"+": "diff_add", "-": "diff_sub", "^": "diff_chg"}
_BLANK = None, ""  # no line on this side


def _marked_pieces(text, marks):
    """Runs of letters with the same mark."""
    marks = marks.ljust(len(text))[:len(text)]
    return [(found[0][0], text[found.start():found.end()]) for found in re.finditer(r"(.)\1*", marks, re.S)]


def _rows(fromlines, tolines, linejunk, charjunk):
    """Rows: (pieces of the old line, of the new line, differ they?); None for the pieces where there is no line."""
    gone, new = [], []  # lines that have not found their other side, as pieces

    def pairs():
        for place in range(max(len(gone), len(new))):
            yield (gone[place] if place < len(gone) else None), (new[place] if place < len(new) else None), True
        gone.clear()
        new.clear()

    delta = [(line[0], line[2:]) for line in ndiff(fromlines, tolines, linejunk, charjunk)]
    place = 0
    while place < len(delta):
        kinds = "".join(kind for kind, _ in delta[place:place + 4])
        kind, text = delta[place]
        text = text.removesuffix("\n")
        if kind == " ":
            yield from pairs()
            yield [(" ", text)], [(" ", text)], False
            place += 1
            continue
        shape = re.match(r"-\?\+\?|-\?\+|-\+\?", kinds)
        if shape:
            yield from pairs()
            parts = delta[place:place + len(shape[0])]
            by_kind = iter(parts[1:])
            old_marks = next(by_kind)[1] if shape[0][1] == "?" else ""
            changed = next(by_kind)[1].removesuffix("\n")
            new_marks = next(by_kind, ("", ""))[1]
            clean = lambda marks: marks.removesuffix("\n")
            yield _marked_pieces(text, clean(old_marks)), _marked_pieces(changed, clean(new_marks)), True
            place += len(shape[0])
            continue
        (gone if kind == "-" else new).append([(kind, text or " ")])
        place += 1
    yield from pairs()


def _wrapped(pieces, width):
    """The pieces in lines of at most so many letters."""
    lines, line, room = [], [], width
    for mark, text in pieces:
        while len(text) > room:
            line.append((mark, text[:room]))
            lines.append(line)
            line, text, room = [], text[room:], width
        line.append((mark, text))
        room -= len(text)
    return [*lines, line]


def _shown(pieces):
    parts = []
    for mark, text in pieces:
        text = text.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;").replace(" ", "&nbsp;")
        parts.append(f'<span class="{_CLASSES[mark]}">{text}</span>' if mark in _CLASSES and text else text)
    return "".join(parts)


class HtmlDiff:
    """Makes pages and tables of differences."""

    _default_prefix = 0  # tables on one page must not share their anchors

    def __init__(self, tabsize=8, wrapcolumn=None, linejunk=None, charjunk=IS_CHARACTER_JUNK):
        self._tabsize = tabsize
        self._wrapcolumn = wrapcolumn
        self._linejunk = linejunk
        self._charjunk = charjunk

    def make_file(self, fromlines, tolines, fromdesc="", todesc="", context=False, numlines=5, *, charset="utf-8"):
        """A whole page: what differs in two lists of lines; with `context` only so many lines around it."""
        table = self.make_table(fromlines, tolines, fromdesc, todesc, context=context, numlines=numlines)
        page = _PAGE % {"styles": _STYLES, "legend": _LEGEND, "table": table, "charset": charset}
        return page.encode(charset, "xmlcharrefreplace").decode(charset)

    def make_table(self, fromlines, tolines, fromdesc="", todesc="", context=False, numlines=5):
        """A table of the differences, for a page."""
        number = HtmlDiff._default_prefix
        HtmlDiff._default_prefix += 1
        prefix = f"difflib_chg_to{number}_"
        rows = list(self._numbered(fromlines, tolines))
        if context:
            rows = list(_with_gaps(rows, numlines))
        rows = list(self._in_columns(rows))
        names = f"from{number}_", f"to{number}_"
        cells = [row and [self._cell(side, name) for side, name in zip(row, names)] for row in rows]
        flags = [row and row[2] for row in rows]
        anchors, links, notice = _links(flags, prefix, context, numlines)
        if notice:
            cells, flags = [[f"<td></td><td>&nbsp;{notice}&nbsp;</td>"] * 2], [False]
        lines = []
        for place, pair in enumerate(cells):
            if pair is None:
                # At the start or the end no gap is to be shown.
                if 0 < place < len(cells) - 1:
                    lines.append(_GAP)
                continue
            link = links[place]
            lines.append(f'            <tr><td class="diff_next"{anchors[place]}>{link}</td>{pair[0]}'
                         f'<td class="diff_next">{link}</td>{pair[1]}</tr>\n')
        header = ""
        if fromdesc or todesc:
            head = '<th class="diff_next"><br /></th><th colspan="2" class="diff_header">%s</th>'
            header = f"<thead><tr>{head % fromdesc}{head % todesc}</tr></thead>"
        return _TABLE % {"data_rows": "".join(lines), "header_row": header, "prefix": prefix}

    def _expanded(self, lines):
        return [line.expandtabs(self._tabsize).rstrip("\n") for line in lines]

    def _numbered(self, fromlines, tolines):
        old = new = 0
        for before, after, differs in _rows(self._expanded(fromlines), self._expanded(tolines), self._linejunk,
                                            self._charjunk):
            old += before is not None
            new += after is not None
            yield (_BLANK if before is None else (old, before)), (_BLANK if after is None else (new, after)), differs

    def _in_columns(self, rows):
        """Long lines take several rows."""
        for row in rows:
            if row is None or not self._wrapcolumn:
                yield row
                continue
            sides = []
            for number, pieces in row[:2]:
                lines = _wrapped(pieces, self._wrapcolumn) if number is not None else [""]
                sides.append([(number if place == 0 else ">", line) for place, line in enumerate(lines)])
            for place in range(max(map(len, sides))):
                yield *(side[place] if place < len(side) else _BLANK for side in sides), row[2]

    def _cell(self, side, prefix):
        number, pieces = side
        if number is None:
            return '<td class="diff_header"></td><td nowrap="nowrap"></td>'
        anchor = "" if number == ">" else f' id="{prefix}{number}"'
        return f'<td class="diff_header"{anchor}>{number}</td><td nowrap="nowrap">{_shown(pieces)}</td>'


def _with_gaps(rows, numlines):
    """Only the rows near a difference, None where others were left out."""
    near = set()
    for place, row in enumerate(rows):
        if row[2]:
            near.update(range(place - numlines, place + numlines + 1))
    last = -1
    for place, row in enumerate(rows):
        if place in near:
            if place != last + 1:
                yield None
            yield row
            last = place
    if last != len(rows) - 1:
        yield None


def _links(flags, prefix, context, numlines):
    """For each row an anchor and a link to the next difference; what to say if there is none."""
    anchors, links = [""] * len(flags), [""] * len(flags)
    count = last = 0
    before = False
    for place, differs in enumerate(flags):
        if differs and not before:
            last = place
            anchors[max(0, place - numlines)] = f' id="{prefix}_{count}"'
            count += 1
            links[place] = f'<a href="#{prefix}_{count}">n</a>'
        before = differs
    top = f'<a href="#{prefix}_top">t</a>'
    if not flags or context and not any(flags):
        return [""], [top], "No Differences Found" if context else "Empty File"
    if any(flags) and not flags[0]:
        links[0] = f'<a href="#{prefix}_0">f</a>'
    links[last] = top
    return anchors, links, None

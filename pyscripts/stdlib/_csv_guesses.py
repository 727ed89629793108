"""Guesses at the dialect of a text, for csv.Sniffer."""

import re


def by_quotes(sample, delimiters):
    """What stands around quoted fields."""
    found = []
    for pattern in (
        r"""(?P<delim>[^\w\n"'])(?P<space> ?)(?P<quote>["']).*?(?P=quote)(?P=delim)""",
        r"""(?:^|\n)(?P<quote>["']).*?(?P=quote)(?P<delim>[^\w\n"'])(?P<space> ?)""",
        r"""(?P<delim>[^\w\n"'])(?P<space> ?)(?P<quote>["']).*?(?P=quote)(?:$|\n)""",
        r"""(?:^|\n)(?P<quote>["']).*?(?P=quote)(?:$|\n)""",
    ):
        found = list(re.finditer(pattern, sample, re.DOTALL | re.MULTILINE))
        if found:
            break
    if not found:
        return "", False, None, False
    quotes, signs, spaces = {}, {}, 0
    for match in found:
        groups = match.groupdict()
        quotes[groups["quote"]] = quotes.get(groups["quote"], 0) + 1
        sign = groups.get("delim")
        if sign and (delimiters is None or sign in delimiters):
            signs[sign] = signs.get(sign, 0) + 1
            spaces += bool(groups.get("space"))
    quote = max(quotes, key=quotes.get)
    sign = max(signs, key=signs.get) if signs else ""
    skip = bool(sign) and signs[sign] == spaces
    escaped = re.escape(sign)
    doubled = sign and re.search(
        rf"((?:{escaped})|^)\W*{quote}[^{escaped}\n]*{quote}[^{escaped}\n]*{quote}\W*((?:{escaped})|$)", sample, re.MULTILINE,
    )
    return quote, bool(doubled), sign, skip


def by_counts(sample, delimiters, preferred):
    """The sign that comes equally often in most lines."""
    lines = [line for line in sample.split("\n") if line]
    if not lines:
        return "", False
    candidates = []
    for sign in map(chr, range(127)):
        if delimiters is not None and sign not in delimiters:
            continue
        counts = [line.count(sign) for line in lines]
        most = max(set(counts), key=lambda count: (counts.count(count), count))
        if most and counts.count(most) / len(lines) >= 0.9:
            candidates.append((counts.count(most), most, sign))
    candidates = [each for each in candidates if not each[2].isalnum() or delimiters is not None]
    if not candidates:
        return "", False
    # Those on which most lines agree; what stands in a line most often, unless one of them is usual.
    agreed = max(candidates)[0]
    usable = {sign: most for count, most, sign in candidates if count == agreed}
    best = next((sign for sign in preferred if sign in usable), None)
    if best is None:
        best = max(usable, key=lambda sign: (usable[sign], sign))
    return best, lines[0].count(best) == lines[0].count(best + " ")

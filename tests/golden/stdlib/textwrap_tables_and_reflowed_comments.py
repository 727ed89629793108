# Text laid out: tables with wrapped cells, comments filled anew, paragraphs shortened.
import itertools
import textwrap


def table(rows, widths, align="<^>"):
    line = "+" + "+".join("-" * (width + 2) for width in widths) + "+"
    yield line
    for row in rows:
        cells = [textwrap.wrap(str(cell), width) or [""] for cell, width in zip(row, widths)]
        for parts in itertools.zip_longest(*cells, fillvalue=""):
            yield "|" + "|".join(f" {part:{side}{width}} " for part, side, width in zip(parts, align, widths)) + "|"
        yield line


rows = [("name", "what it does", "n"), ("fold", "joins lines and wraps them again at hyphen-ated words", 3),
    ("", "x" * 25, -1)]
print(*table(rows, (6, 14, 4)), sep="\n")


def refill(comment, width):
    prefix = "# "
    paragraphs = textwrap.dedent("\n".join(line[1:] for line in comment.splitlines())).split("\n\n")
    wrapper = textwrap.TextWrapper(width, initial_indent=prefix, subsequent_indent=prefix)
    return f"\n{prefix.rstrip()}\n".join(wrapper.fill(" ".join(paragraph.split())) for paragraph in paragraphs)


print(refill("#  One  long line that is to be wrapped,\n#  and a short one.\n#\n#  Another paragraph.", 30))
text = "The quick brown fox,\tjumps-over the extra\u00a0space dog; antidisestablishmentarianism."
for options in [{}, {"break_long_words": False}, {"break_on_hyphens": False},
    {"expand_tabs": False, "replace_whitespace": False},
                {"drop_whitespace": False}, {"max_lines": 2, "placeholder": " [more]"}, {"fix_sentence_endings": True},
                {"subsequent_indent": "  ", "initial_indent": "* "}, {"tabsize": 2}]:
    print(options, textwrap.wrap(text, 18, **options))
print([textwrap.shorten(text, width) for width in (5, 10, 30)], textwrap.indent("a\n\n b\n", "> ", lambda line: True))
for attempt in [lambda: textwrap.wrap("x", 0), lambda: textwrap.shorten("a b", 3, placeholder="....."),
                lambda: textwrap.dedent(1)]:
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)

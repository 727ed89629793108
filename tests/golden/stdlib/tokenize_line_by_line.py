"""Tokens of a line come before the next line is read."""
import tokenize

SOURCES = [
    "a = 1\nif a:\n    b\n\n    # c\n    d\ne\n",
    "x = [1,\n     2, (3,\n  4)]\ny\n",
    "s = '''one\ntwo\nthree''' + t\nu\n",
    'f"""a{b}\nc{d:\ne}""" ; g\n',
    "a = 1 + \\\n  2\nb",
    "if a:\n  if b:\n\tc\n",
    "if a:\n    b\n  c\nd\n",
    "x = (1,\ny = 2\n",
    "s = '''a\nb\n",
    "a\n\\\n",
    "",
]


def show(source):
    lines = iter(source.splitlines(keepends=True))
    told = []

    def readline():
        line = next(lines, "")
        told.append(f"<{line!r}>")
        return line

    try:
        for token in tokenize.generate_tokens(readline):
            told.append(f"{tokenize.tok_name[token.type]} {token.string!r} {token.start} {token.end} {token.line!r}")
    except (tokenize.TokenError, SyntaxError) as error:
        told.append(f"{type(error).__name__}: {error}")
    print(*told, "", sep="\n")


for source in SOURCES:
    show(source)

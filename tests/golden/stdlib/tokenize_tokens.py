# Tokens with their kinds, places and lines.
import io
import token
import tokenize

for source in (
    "a = 1\n", "a=1", "if x:\n  y='''a\nb'''\n# c\n\n  z=f'{x!r:>4} {{'", "(1,\n 2)\r\nx\r\n", "a \\\n b\n", "", "$a?",
    "def f():\n\tx\n\n\ty # c\nz", "é = 'ü'; rb'x'; 0x1f_f + 1.5e3j",
):
    print(repr(source))
    for item in tokenize.generate_tokens(io.StringIO(source).readline):
        print(" ", item, token.tok_name[item.exact_type])
for source in ("(1,", "(1,\n", "'''abc", "x = 'abc\n", "if x:\n    a\n  b\n", "1__2"):
    try:
        list(tokenize.generate_tokens(io.StringIO(source).readline))
    except (tokenize.TokenError, IndentationError) as error:
        print(type(error).__name__, error.args)
source = "def f(a, b = 1):\n    return  a+b # c\n\nprint( f'{a!r} {{x}}' )\n"
items = list(tokenize.generate_tokens(io.StringIO(source).readline))
print(tokenize.untokenize(items) == source)
print(tokenize.untokenize([item[:2] for item in items]))
print(tokenize.untokenize(tokenize.tokenize(io.BytesIO("# coding: latin-1\né = 1\n".encode("latin-1")).readline)))
print(token.EXACT_TOKEN_TYPES["->"], token.tok_name[62], token.ISEOF(0), token.ISTERMINAL(300))

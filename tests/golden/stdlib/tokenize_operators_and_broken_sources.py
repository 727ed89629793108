import io
import keyword
import token
import tokenize


def show(source):
    try:
        for t in tokenize.generate_tokens(io.StringIO(source).readline):
            print(f"  {t.start}-{t.end} {token.tok_name[t.type]}/{token.tok_name[t.exact_type]} {t.string!r}")
    except (tokenize.TokenError, SyntaxError) as error:
        print(" ", type(error).__name__, error.args[0])


for source in ("a := b**-1 // c @ d != ~e", "x = 1_0 + 0xF + 1e-3j + .5\n", "if a:\n\tb\n  # odd comment\nc", "'a' b'\\x' rb\"q\"", "(\n1,\n)", "a\\\nb", "\n\n# only\n", "'''a\nb''' + \"\"\"c\"\"\"", "'abc", "'''abc", "a $ b", "  a\n b", "é = ñ", "...->:=;", "a if b else c\nlambda: 0"):
    print(repr(source))
    show(source)
source = "def  f( a,b ):\n    return a +b  # sum\n"
tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
print(repr(tokenize.untokenize(tokens)), repr(tokenize.untokenize((t.type, t.string) for t in tokens)), tokens[0]._fields, tokens[1].line == "def  f( a,b ):\n")
print([t.string for t in tokenize.tokenize(io.BytesIO("# -*- coding: latin-1 -*-\nx = 'é'\n".encode("latin-1")).readline)][:2], tokenize.detect_encoding(io.BytesIO(b"\xef\xbb\xbfx").readline), tokenize.detect_encoding(io.BytesIO(b"").readline))
for data in (b"# coding: nope\n", b"\xff\xfe", b"\xef\xbb\xbf# coding: latin-1\n"):
    try:
        print(tokenize.detect_encoding(io.BytesIO(data).readline))
    except SyntaxError as error:
        print(error.msg)
names = [t.string for t in tokenize.generate_tokens(io.StringIO("match x:\n case _: type y = int").readline) if t.type == token.NAME]
print(names, [keyword.iskeyword(n) for n in names], [keyword.issoftkeyword(n) for n in names], len(keyword.kwlist), keyword.softkwlist)
print(token.ISTERMINAL(token.NAME), token.ISNONTERMINAL(300), token.ISEOF(0), token.EXACT_TOKEN_TYPES[":="] == token.COLONEQUAL, token.tok_name[token.OP], token.N_TOKENS > 60)

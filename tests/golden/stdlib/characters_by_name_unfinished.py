"""Characters by name that are not finished, in literals and in bytes."""
import codecs
for body in (r"\N{}", r"\N{", r"\N", r"\Nx", r"\N{DASH", r"\N{nosuch}", r"\N{}x", r"a\N{} b", r"\N{ }", r"\N{DIGIT ONE}"):
    try:
        print(body, ascii(codecs.decode(body.encode(), "unicode_escape")), ascii(codecs.decode(body.encode(), "unicode_escape", "replace")))
    except UnicodeDecodeError as error:
        print(body, error, error.start, error.end, ascii(codecs.decode(body.encode(), "unicode_escape", "replace")))
    try:
        print(ascii(eval("'" + body + "'")))
    except SyntaxError as error:
        print(error.msg)

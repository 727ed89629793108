"""wrap, fill, shorten, dedent and indent with every option and odd texts."""
import textwrap as t


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

s = "The quick brown fox-jumped over  the lazy dog. And then some-more_text,here!"
for width in (1, 5, 10, 20, 100):
    print(width, t.wrap(s, width)[:6])
print(t.wrap(""), t.wrap("   "), t.wrap("a\n\nb"), t.wrap("a b", initial_indent="> ", subsequent_indent="  ", width=4), t.wrap("abcdefgh", 3), t.wrap("abcdefgh", 3, break_long_words=False), t.wrap("a-b-c-d", 3), t.wrap("a-b-c-d", 3, break_on_hyphens=False), t.wrap("a  b", 10, drop_whitespace=False), t.wrap("  a b", 3, drop_whitespace=False), t.wrap("a\tb", expand_tabs=True, tabsize=4), t.wrap("a\nb", replace_whitespace=False), t.wrap("one two three four", 8, max_lines=2), t.wrap("one two three", 8, max_lines=1, placeholder="~"), t.wrap("End. Start", 20, fix_sentence_endings=True))
print(repr(t.fill("a b c", 3)), t.shorten("hello big world", 11), t.shorten("hello big world", 11, placeholder=""), t.shorten("  a   b ", 10), repr(t.dedent("  a\n    b\n  c")), repr(t.dedent("\ta\n  b")), repr(t.dedent("  a\n \n  b")), repr(t.dedent("\n\n")), repr(t.indent("a\n\nb", "> ")), repr(t.indent("a\n\nb", "> ", lambda line: True)), repr(t.indent("", "x")))
for bad in ((lambda: t.wrap("a b", 0)), (lambda: t.wrap("a b", -1)), (lambda: t.shorten("hello world", 4)), (lambda: t.wrap("abc", 5, max_lines=1, placeholder="too long")), (lambda: t.wrap("a", 5, nope=1)), (lambda: t.fill(5)), (lambda: t.wrap("a", "5"))):
    attempt(bad)

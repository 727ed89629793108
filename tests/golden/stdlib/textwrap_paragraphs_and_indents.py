import textwrap
from textwrap import TextWrapper, dedent, fill, indent, shorten, wrap

text = "Hello there -- you goof-ball, use the -b option!  This is a loooooooooong-word  test."
for options in ({"width": 20}, {"width": 20, "break_long_words": False}, {"width": 10, "break_on_hyphens": False},
                {"width": 15, "initial_indent": "* ", "subsequent_indent": "    "}, {"width": 20, "max_lines": 2},
                {"width": 20, "max_lines": 2, "placeholder": "~"}, {"width": 30, "fix_sentence_endings": True},
                {"width": 20, "drop_whitespace": False}, {"width": 12, "expand_tabs": False}, {"width": 1}, {"width": 200}):
    print(options, wrap(text, **options))
for args in (("abc", {"width": 0}), ("abc", {"width": -1}), ("abc def", {"width": 5, "max_lines": 1, "placeholder": "xxxxxxxx"}),
             ("abc", {"foo": 1}), ("ab", {"width": 3, "initial_indent": "12345"})):
    try:
        print(wrap(args[0], **args[1]))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(wrap(""), wrap("   "), wrap("\n\n"), wrap("a\tb\nc", 10), wrap("a\tb", 20, tabsize=4), wrap("a\tb", 20, replace_whitespace=False),
      wrap("x\u2003y z\u00a0w", 3), wrap("one. Two? Three", 40, fix_sentence_endings=True), wrap("aaa bbb", 3), wrap("--foo-bar", 5))
print(repr(fill("one two three", 7)), repr(fill("  lead", 10)), fill("a-b-c-d-e", 4), fill("", 5) == "")
for args, kw in ((("Hello world!",), {"width": 12}), (("Hello  world!",), {"width": 11}), (("Hello world",), {"width": 10, "placeholder": "..."}),
                 (("Hello",), {"width": 4}), (("  a  b  ",), {"width": 3}), (("word",), {"width": 5}), (("many words",), {"width": 5, "placeholder": "."})):
    try:
        print(args, repr(shorten(*args, **kw)))
    except ValueError as error:
        print(args, error)
for sample in ("  a\n    b\n  c", "\n  x\n\n  y\n", "\ta\n  b", "  a\n\tb", "   \n  a\n \n", "a\n  b", "", "  ", "  a\n  \n   b", "\t\ta\n\tb\n"):
    print(repr(sample), repr(dedent(sample)))
print(repr(indent("a\n\n  b\n \nc", "> ")), repr(indent("a\n\nb", "> ", lambda line: True)), repr(indent("", "x")),
      repr(indent("a\r\nb", "-")), repr(indent("a", "")))
w = TextWrapper(width=10)
w.initial_indent = ">>"
print(w.wrap("the quick brown fox"), w.fill("jumps over"), w.width, w.tabsize, w.placeholder, w.max_lines)
print(w._split("Look, goof-ball -- use the --long-option!"), wrap("x" * 25, 10), wrap("super-cali-fragilistic", 8))

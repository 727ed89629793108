import textwrap

text = "The quick brown fox-like creature jumped over averyveryverylongword today."
for options in ({}, {"break_long_words": False}, {"break_on_hyphens": False}, {"initial_indent": "* ", "subsequent_indent": "  "}, {"max_lines": 2}, {"max_lines": 1, "placeholder": "~"}):
    print(textwrap.wrap(text, 15, **options))
print(textwrap.fill("a b  c\td\ne", 5), textwrap.shorten("Hello   world foo", 11), textwrap.shorten("Hello world", 5, placeholder="…"), repr(textwrap.dedent("  a\n    b\n\n  \n c")), repr(textwrap.dedent("\ta\n  b")), repr(textwrap.indent("a\n\nb\n", "> ")), repr(textwrap.indent("a\n\n", "-", lambda line: True)), textwrap.wrap(""), textwrap.wrap("   "), textwrap.wrap("a\n\nb", replace_whitespace=False), textwrap.wrap("end. next", 80, fix_sentence_endings=True), textwrap.wrap("x  y", drop_whitespace=False, width=2))
for call in (lambda: textwrap.wrap("abc", 0), lambda: textwrap.wrap("a b", 5, max_lines=1, placeholder="too long"), lambda: textwrap.shorten("abc def", 2)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)

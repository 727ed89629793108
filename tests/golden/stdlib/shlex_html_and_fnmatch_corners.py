import fnmatch
import html
import re
import shlex

for text in ("a b", "a 'b c' d", 'a "b\\"c" d', "a\\ b", "'a'b\"c\"", "", "  ", "a#b #c", "a 'b", 'a "b', "a\\", "a=b;c|d>e", "'' \"\"", "é ü", "a\nb\tc", "\\'", "'a\\'b'", '"a\\nb"', "$HOME `x`"):
    for kw in ({}, {"comments": True}, {"posix": False}):
        try:
            print(repr(text), kw, shlex.split(text, **kw))
        except ValueError as error:
            print(repr(text), kw, error)
print(shlex.quote("a b"), shlex.quote("it's"), shlex.quote(""), shlex.quote("safe-1.2/x_y=z@%+:,"), shlex.quote("é"), shlex.join(["a b", "", "c'd"]), shlex.split(shlex.join(["x y", "*", "'"])))
lexer = shlex.shlex("a = 'b c' + d_1; # note\n\"x\"", posix=True, punctuation_chars=True)
print(list(lexer), lexer.lineno)
lexer = shlex.shlex("a-b c.d", punctuation_chars=False)
lexer.wordchars += "-."
lexer.whitespace_split = False
print(list(lexer), lexer.get_token(), lexer.eof)
lexer = shlex.shlex("one two")
print(lexer.get_token(), lexer.push_token("pushed"), lexer.get_token(), lexer.get_token(), repr(lexer.get_token()), lexer.error_leader("f", 3))
print(list(shlex.shlex("a && b || (c > d) | e", punctuation_chars=True)), list(shlex.shlex("~/a;*.py", posix=True, punctuation_chars=";")))
for text in ("<a href=\"x\">'&'</a>", "", "é", "&amp;"):
    print(html.escape(text), html.escape(text, quote=False), html.unescape(html.escape(text)) == text)
for text in ("&lt;&gt;&amp;&quot;&#39;", "&eacute;&Eacute;", "&eacute", "&notit;", "&notin;", "&#65;&#x41;&#X41;", "&#0;", "&#x110000;", "&#128;", "&#xD800;", "&#;", "&;", "&unknown;", "&amp;lt;", "&copy2024", "&#1234567890;", "&hearts;&diams;", "&#x80;&#150;", "& b"):
    print(text, ascii(html.unescape(text)))
names = ["a.py", "b.PY", ".c.py", "d[1].txt", "e-f.txt", "", "g\n.py", "]x", "!y", "z^", "ab/c.py"]
for pattern in ("*.py", "*", "?.py", "[ab].*", "[!a]*", "d[[]1].txt", "[]]x", "[!]x]*", "[a-", "*[-]*", "[z-a]*", "[^a]*", "**", "a*.p?", "", "[!!]y", "[a\\-z]*", "*.[pP][yY]"):
    print(pattern, fnmatch.filter(names, pattern), [n for n in names if fnmatch.fnmatchcase(n, pattern)] == fnmatch.filter(names, pattern), fnmatch.translate(pattern))
print(fnmatch.fnmatch(b"a.py", b"*.py"), re.match(fnmatch.translate("a*b"), "a\nb") is not None)
for bad in (lambda: fnmatch.fnmatch("a", b"a"), lambda: fnmatch.filter([1], "*"), lambda: html.escape(5), lambda: shlex.split(5), lambda: shlex.quote(5), lambda: html.unescape(None), lambda: shlex.join("ab"), lambda: shlex.join([1])):
    try:
        print(bad())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)

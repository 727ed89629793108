"""Wrong types given to textwrap and re."""
import re
import textwrap


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: textwrap.indent(5, " "))
attempt(lambda: textwrap.wrap("a b", 0))
attempt(lambda: textwrap.shorten("hello there", 4))
attempt(lambda: re.sub("a", lambda m: 5, "a"))
attempt(lambda: re.sub("a", lambda m: None, "a"))
attempt(lambda: re.sub("a", "x", b"a"))
attempt(lambda: re.match("a", 5))
attempt(lambda: re.match(5, "a"))
attempt(lambda: re.match(b"a", "a"))
attempt(lambda: re.compile("a").match(b"a"))
attempt(lambda: re.split("a", None))
attempt(lambda: re.findall("a", ["a"]))
attempt(lambda: re.escape(5))
attempt(lambda: re.match("a", "a").group("x"))
attempt(lambda: re.match("a", "a").group(1))
attempt(lambda: re.match("a", "a")[1.5])
attempt(lambda: re.compile(re.compile("a"), re.I))

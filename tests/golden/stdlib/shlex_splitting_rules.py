"""split, quote and join: quotes, escapes, comments, and what is not closed."""
import shlex


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

for text in ("a b c", "'a b' c", '"a b" c', r"a\ b", r'"a\"b"', r"'a\b'", "a#b", "# c", "a # c", "''", '""', "a''b", "a'b'\"c\"", "", "  ", "a\tb\nc", r'"\$x \a"', "é 😀", "a;b|c&d", "a>b", "$(x)", "\\\n", "a=b"):
    attempt(lambda: (shlex.split(text), shlex.split(text, comments=True), shlex.split(text, posix=False)))
for bad in ("'a", '"a', "a\\", '"a\\'):
    attempt(lambda: shlex.split(bad))
print(shlex.quote(""), shlex.quote("a b"), shlex.quote("a'b"), shlex.quote("abc-1_2./@%+=:,"), shlex.quote("$x"), shlex.join(["a", "b c", "d'e"]), shlex.split(shlex.join(["x y", "'", '"'])), list(shlex.shlex("a+b 'c'")), list(shlex.shlex("a && b || c; d", punctuation_chars=True)), list(shlex.shlex("~/a b.c", punctuation_chars=True)))
lexer = shlex.shlex("one two # three\nfour")
print(lexer.get_token(), lexer.lineno, lexer.get_token(), lexer.get_token(), repr(lexer.get_token()))
attempt(lambda: shlex.split(None))
attempt(lambda: shlex.split(5))
attempt(lambda: shlex.quote(5))
attempt(lambda: shlex.join([5]))

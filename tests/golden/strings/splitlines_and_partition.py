"""All line boundaries, kept or not; partition around the first or last separator."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

text = "a\nb\r\nc\rd\x0be\x0cf\x1cg\x1dh\x1ei\x85j\u2028k\u2029l\x1fm"
print(text.splitlines(), len(text.splitlines(True)), text.splitlines(keepends=True)[1])
print("".splitlines(), "\n".splitlines(), "\n\n".splitlines(), "a".splitlines(True), "a\n".splitlines(), "\r\r\n\n".splitlines(), "\n\r".splitlines())
print(b"a\nb\r\nc\rd\x0be\x0cf\x1c".splitlines(), bytearray(b"a\n").splitlines(True))
print("a.b.c".partition("."), "a.b.c".rpartition("."), "abc".partition("."), "abc".rpartition("."), "..".partition("."), ".".rpartition("."), "a--b".partition("--"))
attempt(lambda: "a".partition(""))
attempt(lambda: "a".partition(1))
attempt(lambda: "a".partition())
attempt(lambda: "a".rpartition(b"a"))
attempt(lambda: b"a".partition("a"))
attempt(lambda: bytearray(b"a.b").partition(b"."))
attempt(lambda: "a".splitlines("x"))
attempt(lambda: "a\nb".splitlines(0))
attempt(lambda: "a".splitlines(keep=True))

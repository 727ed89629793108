ends = "a\nb\rc\r\nd\x0be\x0cf\x1cg\x1dh\x1ei\x85j\u2028k\u2029l"
print(ends.splitlines())
print(ends.splitlines(keepends=True))
print("".splitlines(), "\n".splitlines(), "a\n\nb\n".splitlines(), "a\n\rb".splitlines(True), "\r\n\n".splitlines(True), "no end".splitlines(1))
print("one\n".split("\n"), "one\n".splitlines(), "\x1f".splitlines(), "a\u200bb".splitlines())
for call in (lambda: "a".splitlines(1, 2), lambda: "a".splitlines(keep=1)):
    try:
        print(call())
    except TypeError as error:
        print(error)

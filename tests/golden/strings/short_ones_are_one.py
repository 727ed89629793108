# The empty str, the strs of one character of Latin-1 and the bytes that short are one object each, however made.
import json

word, accented = "abc", "\xe9x"
ways = [
    lambda: word[1], lambda: word[1:2], lambda: chr(98), lambda: b"b".decode(), lambda: str(b"b", "ascii"),
    lambda: list(word)[1], lambda: "".join(["b"]), lambda: " b ".strip(), lambda: "a,b".split(",")[1],
    lambda: "a b".split()[1], lambda: f"{word[1]}", lambda: "%s" % word[1], lambda: "{}".format(word[1]),
    lambda: "a=b".partition("=")[2], lambda: "ab".removeprefix("a"),
    lambda: json.loads('"b"'), lambda: "a\nb".splitlines()[1], lambda: "a".translate({97: "b"}),
]
empty, comma, space, no_bytes, small = "", ",", " ", b"", b"b"
print([way() is word[1] for way in ways], {id(way()) for way in ways} == {id("b")})
print(accented[:1] is bytes([0xC3, 0xA9]).decode(), "a,b".partition(",")[1] is comma, chr(32) is space)
print(word[1:1] is empty, "".join([]) is word[3:], str() is empty, " ".strip() is empty)
print(b"abc"[1:2] is bytes([98]), b"abc"[1:1] is bytes() is no_bytes, b"ab"[1:] is small)
print("\u20ac\u20ac"[:1] == "\u20ac", "".join(chr(point) for point in (0, 127, 128, 255, 256, 0x10FFFF)).encode())
print(all(chr(point) is chr(point) for point in range(256)), all(ord(chr(point)) == point for point in range(3000)))

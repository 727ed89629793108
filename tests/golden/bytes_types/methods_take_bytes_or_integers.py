b = b"hello world"
print(b.find(111), b.find(b"o", 5), b.rfind(b"o"), b.count(108), b.count(b""), b.index(b"w"), 104 in b, b"lo" in b, b.startswith((b"x", b"he")), b.endswith(b"ld"))
print(b.split(), b.split(b"o", 1), b.rsplit(b"o", 1), b.partition(b" "), b.rpartition(b"l"), b.replace(b"l", b"L", 2), b.translate(None, b"lo"), b" x ".strip(), b"xxaxx".strip(b"x"), b"".join([b"a", bytearray(b"b"), memoryview(b"c")]), b"-".join([b"1", b"2"]))
print(b"a\nb\r\nc\x0bd".splitlines(), b"a\tb".expandtabs(4), b"42".zfill(5), b"-1".zfill(4), b"ab".center(6, b"*"), b"x".ljust(3), b"x".rjust(3, bytearray(b".")), b"ab".removeprefix(b"a"), b"ab".removesuffix(b"b"))
for call in (lambda: b.find("o"), lambda: b.find(256), lambda: b.index(b"z"), lambda: b.rindex(0), lambda: b.count(1.5), lambda: "a" in b, lambda: 256 in b, lambda: b.startswith("h"), lambda: b.startswith([b"h"]), lambda: b.split("o"), lambda: b.split(b""), lambda: b.split(32), lambda: b.partition(b""), lambda: b.partition(" "), lambda: b.replace("a", b"b"), lambda: b.replace(1, 2), lambda: b.strip("h"), lambda: b"".join(["a"]), lambda: b"".join([1]), lambda: b"".join(5), lambda: b.translate(b"short"), lambda: b.center(20, b"ab"), lambda: b.center(20, " "), lambda: b.removeprefix("h")):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)

b = b"Hello World"
print(b.upper(), b.lower(), b.split(), b.find(b"o"), b.rfind(b"o"), b.count(b"l"), b.replace(b"l", b"L"), b.startswith(b"He"), b.index(b"W"), b.title(), b.swapcase())
print(b" x ".strip(), b"a,b".split(b","), b",".join([b"a", b"b"]), b"a-b".partition(b"-"), b"5".zfill(3), b"x".center(5, b"*"), b"ab".translate(bytes.maketrans(b"a", b"z")), b"a\nb".splitlines())
print(b"abc".isalpha(), b"12".isdigit(), b" ".isspace(), b.find(111), b"%d %s %05.1f" % (5, b"x", 2.25), b.decode(), b"abc".removeprefix(b"a"))
for f in (lambda: b.find("o"), lambda: b",".join(["a"]), lambda: b.split("x"), lambda: b.replace("a", "b")):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)

m = memoryview(bytearray(range(16)))
for code in "bBhHiIlLqQ@nN?fdc":
    try:
        view = m.cast(code)
        print(code, view.itemsize, view.shape, view.tolist()[:2])
    except Exception as error:
        print(code, type(error).__name__, error)
words = m.cast("I")
words[0] = 0xFFFFFFFF
print(m.tolist()[:5], words.cast("B").tolist()[:4])
for call in (lambda: m.cast("z"), lambda: words.cast("H"), lambda: m[:3].cast("H"), lambda: m[::2].cast("B"), lambda: words.__setitem__(0, 2**32), lambda: words.__setitem__(0, -1), lambda: words.__setitem__(0, 1.0), lambda: m.cast("c").__setitem__(0, 5), lambda: m.cast("c").__setitem__(0, b"ab"), lambda: m.cast("d").__setitem__(0, "x"), lambda: m.cast("?").__setitem__(0, 5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)

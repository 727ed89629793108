# ShareableList: what it holds, and how it refuses.
from multiprocessing.shared_memory import ShareableList

a = ShareableList([1, 2.5, "abc", b"xy", None, True, "", "12345678", "é"])
b = ShareableList(name=a.shm.name)
print(list(b), len(b), b.format)
a[2] = "abcdefg"
a[0] = -1
a[4] = 2
print(list(b), b.count(True), b.index(2.5), b.format)
print(repr(a) == f"ShareableList({list(a)}, name={a.shm.name!r})")
for call in (lambda: a[9], lambda: a.index(77), lambda: a.__setitem__(9, 1), lambda: a.__setitem__(2, "x" * 9)):
    try:
        call()
    except (ValueError, IndexError) as e:
        print(repr(e))
print(a[-1], ShareableList[int])
b.shm.close()
a.shm.close()
a.shm.unlink()

class Iter:
    def __iter__(self):
        for i in (1, 2, 3):
            print("yield", i)
            yield i
class Seq:
    def __getitem__(self, i):
        print("get", i)
        if i > 2: raise IndexError
        return i * 10
class Own:
    def __contains__(self, x): return "truthy"
print(2 in Iter(), 9 not in Iter())
print(10 in Seq(), 99 in Seq())
print(1 in Own(), 1 not in Own())
class Bad:
    def __contains__(self, x): return NotImplemented
class Nothing: pass
for f in (lambda: 1 in Nothing(), lambda: 1 in 5, lambda: 1 in None, lambda: 1 in "abc", lambda: "a" in b"abc", lambda: 300 in b"abc"):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

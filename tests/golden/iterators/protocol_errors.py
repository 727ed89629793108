class NoNext:
    def __iter__(self): return self
class Raises:
    def __iter__(self): raise ValueError("in iter")
class BadNext:
    def __iter__(self): return self
    def __next__(self, extra): ...
for o in (NoNext(), Raises(), BadNext()):
    try:
        for _ in o: pass
    except Exception as e:
        print(type(e).__name__, str(e).replace("BadNext.", ""))
class Once:
    n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration("done")
        return self.n
o = Once()
print(list(o), list(o))
try:
    next(o)
except StopIteration as e:
    print(e.value, e.args)

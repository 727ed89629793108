class CM:
    def __enter__(self): return self
    def __exit__(self, *a): print("type exit")
c = CM()
c.__exit__ = lambda *a: print("instance exit")
with c:
    pass
def gen():
    with CM():
        yield 1
        yield 2
g = gen()
next(g)
g.close()

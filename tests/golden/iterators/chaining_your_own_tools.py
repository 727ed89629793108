def window(it, n):
    it = iter(it)
    w = tuple(next(it) for _ in range(n))
    yield w
    for x in it:
        w = w[1:] + (x,)
        yield w
def chunks(it, n):
    it = iter(it)
    while c := [x for _, x in zip(range(n), it)]: yield c
class Peek:
    def __init__(self, it): self.it, self.buf = iter(it), []
    def __iter__(self): return self
    def __next__(self): return self.buf.pop() if self.buf else next(self.it)
    def peek(self):
        if not self.buf: self.buf.append(next(self.it))
        return self.buf[-1]
print(list(window(range(5), 3)), list(chunks("abcdefg", 3)))
p = Peek([1, 2, 3])
print(p.peek(), p.peek(), next(p), list(p))
def flatten(x): return [y for i in x for y in (flatten(i) if isinstance(i, (list, tuple)) else [i])]
print(flatten([1, [2, (3, [4])], [[]], 5]))

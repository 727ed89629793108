class NotIterator:
    def __iter__(self): return 5
class NextOnly:
    def __next__(self): return 1
class IterNone:
    __iter__ = None
    def __getitem__(self, i): return i
class Raises:
    def __iter__(self): raise ValueError("from iter")
class Generator:
    def __iter__(self): yield 1
for value in (NotIterator(), NextOnly(), IterNone(), Raises(), Generator(), 5, None, object, int, 1.5):
    for use in (iter, list, lambda v: [*v], lambda v: (lambda *a: a)(*v), lambda v: [x for x in v]):
        try:
            r = use(value)
        except Exception as e:
            print(type(e).__name__, e)
        else:
            print("fine")
try:
    next([])
except TypeError as e:
    print(e)
try:
    a, b = NotIterator()
except TypeError as e:
    print(e)
try:
    a, b = 5
except TypeError as e:
    print(e)

import itertools
import pickle

for iterator in (iter([1, 2, 3]), iter((1, 2, 3)), iter("abc"), iter(range(1, 4)), iter(b"abc"), reversed([1, 2, 3]), enumerate("abc"), zip("ab", "cd"), iter({"k": 1, "l": 2}), map(abs, [-1, -2])):
    next(iterator)
    copied = pickle.loads(pickle.dumps(iterator))
    print(type(copied).__name__, list(copied), list(iterator))
done = iter([1])
list(done)
print(list(pickle.loads(pickle.dumps(done))), done.__reduce__())
try:
    pickle.dumps(n for n in "abc")
except TypeError as error:
    print(error)
walk = iter([1, 2, 3])
walk.__setstate__(2)
print(list(walk))

class Equal:
    def __eq__(self, other):
        return other == 3

    def __hash__(self):
        return 0


class MyInt(int):
    def __eq__(self, other):
        return False

    __hash__ = int.__hash__


r = range(5)
print(Equal() in r, r.index(Equal()), r.count(Equal()), MyInt(2) in r, True in r, r.index(True), 2.5 in r, 2 + 0j in r, None in r, r.count(float("nan")))
print([n for n in range(5, 0, -2)], range(5, 0), range(0, -1), list(range(-3)), range(2, 2, -1)[:], sum(range(101)), range(10)[-3:-1], range(10)[8:2:-3], range(10, 0, -3)[::-1])
walk = iter(range(10**18, 10**18 + 3))
print(list(walk), type(walk).__name__, type(iter(range(10**30))).__name__, next(iter(range(10**30, 10**31))))
import copy, pickle

print(pickle.loads(pickle.dumps(range(1, 9, 2))), copy.copy(r) is r, copy.deepcopy(r))

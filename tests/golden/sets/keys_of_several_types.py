# Operations of sets whose keys are told apart at once, and of others; what collects from generators.
s = frozenset(range(10)); t = {3, 4, "x"}
print(s & t, s - t == {0,1,2,5,6,7,8,9}, {3,4} <= s, s.isdisjoint({11}), s.isdisjoint([1]), set() <= s, s <= set(), {1.0, 2.0} <= s, s & {1.0})
def g():
    for i in range(20): yield i % 5
print(set(g()), list(g()), tuple(g()), any(x > 3 for x in g()), all(x < 3 for x in g()))
print(set(str(x) for x in g()) == {"0","1","2","3","4"}, {x for x in g()})
try:
    print(set([x] for x in g()))
except TypeError as e: print(e)

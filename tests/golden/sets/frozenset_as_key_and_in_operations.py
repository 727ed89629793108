"""frozensets hash by content, mix with sets, and give the type of the left operand."""
f, s = frozenset("ab"), set("bc")
print({f: 1}[frozenset("ba")], f == set("ab"), f != s, type(f | s).__name__, type(s | f).__name__, type(f & s).__name__, type(s - f).__name__, sorted(f ^ s), f < frozenset("abc"), f <= f, f > s, f.isdisjoint("xyz"))
print(frozenset(f) is f, f.copy() is f, frozenset() == set(), hash(frozenset()) == hash(frozenset([])), frozenset([1, 1.0, True]), repr(frozenset()), repr(frozenset({1})), len({frozenset("ab"), frozenset("ba")}))
g = f
g |= {"z"}
print(len(g), len(f), frozenset("abc") - s, s - frozenset("abc"), frozenset({frozenset()}))


class F(frozenset):
    def __repr__(self): return "F" + super().__repr__()[9:] if False else f"F({sorted(self)})"


print(F("ab"), F("ab") | {"c"} == frozenset("abc"), type(F("a") | F("b")).__name__, F("a") == frozenset("a"), hash(F("a")) == hash(frozenset("a")), frozenset(F("a")) == F("a"))

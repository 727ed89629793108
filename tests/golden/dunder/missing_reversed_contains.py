class D(dict):
    def __missing__(self, k):
        self[k] = k * 2
        return self[k]
d = D()
print(d["a"], d, "b" in d, d.get("c"))
class R:
    def __reversed__(self): return iter("cba")
    def __iter__(self): return iter("abc")
print(list(reversed(R())), "b" in R(), "z" in R(), list(R()))
try:
    reversed({1})
except TypeError as e:
    print(e)

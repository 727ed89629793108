"""remove and discard find sets by their frozen equal, and tell what is missing."""
s = {frozenset({1}), 2, "a"}
s.remove({1})
s.discard({5})
print(s == {2, "a"})
for f in (lambda: s.remove({9}), lambda: s.remove("zz"), lambda: s.remove([1]), lambda: s.discard([1]), lambda: {1} in {frozenset([1])}, lambda: [1] in s, lambda: set().pop(), lambda: frozenset().pop, lambda: s.pop(0), lambda: s.add({1})):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
t = {1, 2, 3}
seen = set()
while t:
    seen.add(t.pop())
print(sorted(seen), t)

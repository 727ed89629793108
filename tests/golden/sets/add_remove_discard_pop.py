s = {1, "a", (2, 3)}
print(s.add(1), len(s), s.discard("absent"), s.discard("a"), s.remove(1), s, s.pop(), s)
for call in (lambda: s.pop(), lambda: s.remove("x"), lambda: s.remove((1, 2)), lambda: s.add([]), lambda: s.discard([]), lambda: s.remove([]), lambda: [] in s, lambda: {} in s, lambda: s.add(), lambda: s.pop(0), lambda: s.remove(), lambda: s.remove(None)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
s = {frozenset({1})}
print({1} in s, s.remove({1}), s)
try:
    s.remove({5})
except KeyError as error:
    print(error.args)
s.add(frozenset())
s.discard(set())
print(s)

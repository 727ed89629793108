class Failing:
    def __hash__(self):
        raise LookupError("no hash today")


class Changing:
    count = 0

    def __hash__(self):
        Changing.count += 1
        return Changing.count


for operation in (lambda: {Failing(): 1}, lambda: {Failing()}, lambda: {}.get(Failing()), lambda: Failing() in {1: 2}, lambda: hash((1, Failing())), lambda: dict.fromkeys([Failing()]), lambda: frozenset([Failing()]), lambda: {1}.isdisjoint([Failing()])):
    try:
        print(operation())
    except LookupError as error:
        print(error)
c = Changing()
d = {c: 1}
print(c in d, d.get(c), len(d), list(d) == [c])
d[c] = 2
print(len(d), list(d.values()))
for wrong in ("text", 1.5, None):
    class Wrong:
        def __hash__(self):
            return wrong

    try:
        hash(Wrong())
    except TypeError as error:
        print(error)

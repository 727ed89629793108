class Bad:
    def __iter__(self): return self
    def __next__(self): raise OSError("broken iterator")
for f in (lambda: list(Bad()), lambda: [x for x in Bad()], lambda: sum(Bad()), lambda: dict(zip(Bad(), [1])), lambda: max(Bad()), lambda: sorted(Bad()), lambda: "".join(Bad()), lambda: [*Bad()], lambda: 1 in Bad(), lambda: print(*Bad())):
    try:
        f()
    except OSError as e:
        print(e)

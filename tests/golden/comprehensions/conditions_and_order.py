log = []
def t(n, v):
    log.append(n)
    return v
print([t("e", x) for x in t("i", [1, 2]) if t("c", x > 1)], log)
print([(x, y) for x in range(3) if x % 2 == 0 for y in range(x) if y != x], [x if x > 1 else -x for x in range(4)], {x: [y for y in range(x)] for x in range(3)})
print([[j for j in i] for i in ["ab", "cd"]], [c for w in ["ab", "cd"] for c in w], {k: v for d in ({"a": 1}, {"b": 2}) for k, v in d.items()}, sum(x * y for x, y in zip(range(3), range(3, 6))), [x for x, in [(1,), (2,)]], [n for n in range(20) if all(n % d for d in range(2, n)) and n > 1])

def perms(s):
    if len(s) <= 1:
        return [s]
    return [c + p for i, c in enumerate(s) for p in perms(s[:i] + s[i + 1:])]
print(perms("abc"), len(set(perms("aab"))))
words = "listen silent enlist google elgoog abc cab bca".split()
groups = {}
for w in words:
    groups.setdefault("".join(sorted(w)), []).append(w)
print([g for g in groups.values() if len(g) > 1])
def powerset(xs):
    return [[x for i, x in enumerate(xs) if m >> i & 1] for m in range(1 << len(xs))]
print(powerset([1, 2, 3]))

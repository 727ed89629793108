l, t, s, i, n, f = [1], (1,), "a", 5, None, lambda: 0
for c in ("[][1]", "(1,)[5]", "'a'[3]", "b'a'[3]", "range(3)[9]", "l['a']", "t[1.0]", "s['b']", "{}[1]", "{1: 2}['k']", "[].pop(0)", "{}[[]]", "i[0]", "n[0]", "f[1]", "l[None]"):
    try:
        eval(c)
    except Exception as e:
        print(c, "->", type(e).__name__, e)

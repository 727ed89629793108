def f(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p): return a + p, [b, c, d, e, f, g, h, i, j, k, l, m, n, o]
print(f(*range(16)))
ns = {}
exec("def big(" + ", ".join(f"a{i}" for i in range(300)) + "):\n" + "\n".join(f"  v{i} = a{i} + 1" for i in range(300)) + "\n  return v0 + v299", ns)
print(ns["big"](*range(300)))
print(max(*range(500)), len([*range(1000)]), (lambda *a: len(a))(*range(2000)))
exec("x = [" + ", ".join(str(i) for i in range(1000)) + "]", ns)
print(sum(ns["x"]))
exec("d = {" + ", ".join(f"'k{i}': {i}" for i in range(500)) + "}", ns)
print(ns["d"]["k499"])

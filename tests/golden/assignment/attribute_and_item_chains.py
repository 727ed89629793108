class A: pass
a = A()
a.b = A()
a.b.c = {"k": [1, 2, {"deep": (3, 4)}]}
a.b.c["k"][2]["deep"] += (5,)
a.b.c["k"][0] *= 10
print(a.b.c)
a.b.c["n"] = a.b.d = x = [0]
a.b.d.append(1)
print(x, a.b.c["n"] is x)
[a.b.e, (a.b.f, *a.b.g)] = 1, (2, 3, 4)
print(a.b.e, a.b.f, a.b.g)
for a.b.c["i"], x[0] in [(1, 2), (3, 4)]: pass
print(a.b.c["i"], x)

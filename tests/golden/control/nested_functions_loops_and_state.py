"""Loops that define functions, modify what they walk, and leave variables behind."""
adders = []
for i in range(3):
    def add(x, i=i, *, j=[i]):
        return x + i + j[0]
    adders.append(add)
print([f(10) for f in adders], i, add is adders[-1])
d = {1: "a", 2: "b"}
for k in list(d):
    d[k * 10] = d.pop(k)
print(d)
x = [1, 2, 3]
for n in x:
    if n < 3:
        x.append(n * 10)
print(x)
for x[0] in range(3): pass
print(x)
n = 0
while True:
    n += 1
    if n % 2: continue
    if n > 6: break
    for m in range(n):
        if m == 1: break
    else:
        print("never")
print(n, m)
for i in range(2):
    for i in "ab": pass
    print(i, end=" ")
for a in (b for b in range(2)): pass
print(a, "b" in globals())
for i, (j, *k) in enumerate([(1, 2, 3), "xy"], 5): print(i, j, k, end="; ")
print(*(i for i in range(3) if i), sep="-")

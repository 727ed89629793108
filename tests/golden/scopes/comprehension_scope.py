i = "outer"
l = [i for i in range(3)]
print(i, l)
print([[i for i in range(j)] for j in range(3)], i)
x = 5
print([x + y for y in range(3)], {k: v for k, v in [(1, 2)]})
try:
    y
except NameError as e:
    print(e)
fs = [lambda: j for j in range(3)]
print([f() for f in fs])

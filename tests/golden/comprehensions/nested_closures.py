adders = [[lambda z: z + x + y for x in range(2)] for y in (10, 20)]
print([[f(0) for f in row] for row in adders])
print([(lambda x=x: x * 2)() for x in range(3)])
total = 0
print([total := total + v for v in [1, 2, 3]], total)

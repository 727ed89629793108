with open("log.txt", "w") as f:
    for i in range(5): print(f"line {i}", file=f)
    print("a", "b", sep="\t", end="\n", file=f)
with open("log.txt") as f:
    for n, line in enumerate(f, 1):
        if n % 2: print(n, line.rstrip("\n"))
with open("log.txt") as a, open("copy.txt", "w") as b:
    b.writelines(l.upper() for l in a if "3" not in l)
print(open("copy.txt").read().split("\n"))
with open("log.txt") as f:
    print(next(f).strip(), f.readline().strip(), f.read(6), sum(1 for _ in f))
with open("big.txt", "w") as f:
    f.write("x" * 100_000 + "\n" + "y" * 100_000)
with open("big.txt") as f: print([len(l) for l in f])
try:
    with open("log.txt") as f: raise ValueError("inside")
except ValueError as e:
    print(e, f.closed)

with open("a.txt", "w") as f:
    print(f.write("line 1\n"), f.write("line 2\nlast"), f.name, f.mode, f.closed)
print(f.closed)
with open("a.txt") as f:
    print(repr(f.read(4)), repr(f.readline()), f.readlines(), repr(f.read()), f.tell())
    f.seek(0)
    print([line for line in f])
with open("a.txt", "a") as f: f.write("!")
print(open("a.txt").read().splitlines())
with open("a.txt", "r+") as f:
    f.write("LINE")
print(open("a.txt").readline().strip())
try:
    f.read()
except ValueError as e:
    print(e)

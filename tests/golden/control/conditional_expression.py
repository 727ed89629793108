x = 5
print("pos" if x > 0 else "neg", [1, 2][x > 3], (x, -x)[False])
print((lambda n: "a" if n else "b" if n is None else "c")(0))
print("yes" if [] or 0 or "x" else "no")
f = print if x else None
f("called") if f else 0

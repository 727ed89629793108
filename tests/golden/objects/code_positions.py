def f(a):
    x = (a +
         1)
    return x
positions = list(f.__code__.co_positions())
lines = sorted({p[0] for p in positions if p[0]})
print(lines[-1])
print((2, 3, 9, 10) in positions, (4, 4, 11, 12) in positions or any(p[:2] == (4, 4) for p in positions))
print(2 in {line for _, _, line in f.__code__.co_lines()})
print(all(start < end for start, end, _ in f.__code__.co_lines()))

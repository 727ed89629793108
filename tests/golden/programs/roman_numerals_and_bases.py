R = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
def roman(n):
    out = []
    for v, s in R:
        k, n = divmod(n, v)
        out.append(s * k)
    return "".join(out)
print([roman(n) for n in (1, 4, 9, 14, 40, 90, 1994, 2026)])
def base(n, b):
    return (base(n // b, b) if n >= b else "") + "0123456789abcdefghijklmnopqrstuvwxyz"[n % b]
print([base(255, b) for b in (2, 8, 16, 36)], all(int(base(n, b), b) == n for n in range(100) for b in range(2, 37)))

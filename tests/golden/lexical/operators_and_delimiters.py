a, b = 13, 5
print(a + b, a - b, a * b, a ** 2, a / b, a // b, a % b, a << 1, a >> 1, a & b, a | b, a ^ b, ~a)
print(a < b, a > b, a <= b, a >= b, a == b, a != b)
a += 1; a -= 2; a *= 3; a //= 2; a %= 11; a **= 2; a >>= 1; a <<= 2; a &= 0xff; a ^= 1; a |= 2
print(a)
for source in ("1 <> 2", "a ++", "++a", "a === b", "a =! b", "a !b", "a ? b : c", "$a", "a && b", "a || b", "!a", "`a`",
               "a -> b", "a <=> b", "1 ! = 2"):
    try:
        print(source, eval(source, {"a": 1, "b": 2}))
    except SyntaxError as e:
        print(source, "->", e.msg)

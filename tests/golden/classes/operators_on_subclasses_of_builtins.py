"""Operators on subclasses of built-in types give the built-in type, unless the method is overridden."""
class I(int): pass
class F(float): pass
class S(str): pass
class L(list): pass
class T(tuple): pass
class D(dict): pass
class E(set): pass
class Z(frozenset): pass
class B(bytes): pass
class A(bytearray): pass
class C(complex): pass


def kind(value): return type(value).__name__


print(*map(kind, (I(1) + 1, -I(1), I(5) // 2, I(1) << 1, abs(I(-1)), ~I(1), I(2) ** 2, I(1) / 2, divmod(I(5), 2), round(I(5)), +I(1), I(1) & 1, I(3).real, I(True))))
print(*map(kind, (F(1) + 1, -F(1), F(5) // 2, abs(F(-1)), F(2) ** 2, round(F(1.5)), round(F(1.5), 1), F(1).real, +F(1), F(1).conjugate(), F.fromhex("1"))))
print(*map(kind, (S("a") + "b", S("a") * 2, S("a")[0], S("ab")[:], S("a").upper(), S("a %s") % 1, S("a").join("b"), S("a,b").split(",")[0], S("a").strip(), S("a").center(1), S("a").replace("z", ""), str(S("a")), S("a").encode(), S("x").translate({}), f"{S('a')}", S("a").removeprefix("z"), S("a").zfill(0), S("a").expandtabs())))
print(*map(kind, (L([1]) + [2], L([1]) * 2, L([1])[:], L([1]).copy(), [1] + L([2]), sorted(L([1])), T((1,)) + (2,), T((1,)) * 1, T((1,))[:], (1,) + T((2,)), D(a=1) | {}, {} | D(a=1), D(a=1).copy(), D.fromkeys("a"), E({1}) | {2}, {1} | E({2}), E({1}).copy(), E({1}) - E(), E({1}).union([2]), Z([1]) | {2}, Z([1]).copy(), frozenset([1]) | Z([2]), B(b"a") + b"b", B(b"a")[:], B(b"a").upper(), b"a" + B(b"b"), A(b"a") + b"b", A(b"a").copy(), A(b"a")[:], bytearray(b"a") + A(b"b"), C(1) + 1, -C(1), C(1).conjugate(), abs(C(1)))))
x = L([1]); x += [2]; y = I(1); y += 1; z = E({1}); z |= {2}; w = S("a"); w += "b"; v = T((1,)); v += (2,); u = A(b"a"); u += b"b"; d = D(); d |= {"a": 1}
print(*map(kind, (x, y, z, w, v, u, d)), x, z, d)


class Over(int):
    def __add__(self, other): return Over(int(self) + other)
    def __radd__(self, other): return Over(100)
    def __repr__(self): return f"Over({int(self)})"


print(Over(1) + 2, 2 + Over(1), 1.5 + Over(1), Over(1) + Over(2), Over(1) - 1, [Over(1)] + [], int.__add__(1, Over(2)))

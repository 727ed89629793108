ﬁne = 1
print(fine, "fine" in globals(), "ﬁne" in globals())
class A: pass
a = A()
a.ℌ = "attribute"
print(a.H, vars(a))
def f(ª): return ª
print(f(a=5))
setattr(a, "ﬁ", 1)
print(hasattr(a, "fi"), getattr(a, "ﬁ"))
µ = 3  # the micro sign is the letter mu
print(μ, [hex(ord(c)) for k in globals() if len(k) == 1 and ord(k) > 127 for c in k])

def t(x):
    print("eval", x)
    return x
print(t(0) and t(1), t(1) and t(2), t(0) or t(""), t([]) or t("x"))
print(not t(0), not [], t(1) or t(2) and t(3))
print(1 if t([]) else 2, (t(1) and t(0)) or t("end"))

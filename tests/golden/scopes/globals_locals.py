g = 1
def f(a):
    b = 2
    print(sorted(locals()))
    locals()["b"] = 99
    return b
print(f(1), globals()["g"], "f" in globals(), __name__)
globals()["made"] = 5
print(made)
class C:
    x = 1
    print(sorted(k for k in locals() if not k.startswith("__")))

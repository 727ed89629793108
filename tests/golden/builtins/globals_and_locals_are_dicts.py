def function(a, b=2):
    c = a + b
    before = locals()
    d = 4
    return sorted(before), sorted(locals()), before is locals()


print(function(1))
print(globals() is locals(), globals()["function"] is function, "absent" in globals())
globals()["made"] = "by name"
print(made)
del globals()["made"]
try:
    made
except NameError as error:
    print(error)


class Body:
    x = 1
    locals()["y"] = 2
    z = sorted(name for name in locals() if not name.startswith("__"))


print(Body.y, Body.z)


def changed():
    x = 1
    locals()["x"] = 2
    return x


print(changed())

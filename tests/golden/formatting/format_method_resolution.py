class Money:
    def __init__(self, amount):
        self.amount = amount

    def __format__(self, specification):
        if specification.endswith("€"):
            return format(self.amount, specification[:-1] + ".2f") + " €"
        return object.__format__(self, specification) if not specification else f"?{specification}?"

    def __str__(self):
        return f"Money({self.amount})"


m = Money(3)
print(f"{m}", f"{m:>8€}", f"{m:x:y}", "{:€}".format(m), "%s" % m, format(m), f"{m!s:>10}|", f"{m!r:.6}|")
m.__format__ = lambda specification: "instance"
print(f"{m:a}")


class Lazy:
    def __format__(self, specification):
        return type(specification).__name__ + repr(specification)


print(f"{Lazy():{'>' + str(5)}}", f"{Lazy():{{}}}", f"{Lazy():!r}", f"{Lazy():=}", f"{Lazy():{1}{2:03}}")
for value in ([], {}, (), set(), object(), None, range(1), b"", 1j.__class__, print, ...):
    try:
        print(format(value, ""), end="; ") if type(value) is not object else None
        format(value, "s")
    except TypeError as error:
        print(error)

import operator
def compose(*fs):
    def run(x):
        for f in fs:
            x = f(x)
        return x
    return run
print(compose(str, len, lambda n: n * 2)(12345))
table = {"+": operator.add, "-": operator.sub, "max": max}
print([table[k](7, 3) for k in table])
print([f(-3.7) for f in (int, abs, round, str, bool)])
print((print if 0 else len)("abc"))

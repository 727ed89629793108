def a():
    x = 1
    def b():
        def c():
            nonlocal x
            x = 5
        c()
        return x
    return b(), x
print(a())
def p():
    v = 1
    def q():
        v = 2
        def r():
            nonlocal v
            v = 3
        r()
        return v
    return q(), v
print(p())

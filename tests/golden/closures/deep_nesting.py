def a(x):
    def b(y):
        def c(z):
            def d():
                nonlocal x, y
                x += 1
                y += x
                return x, y, z
            return d
        return c
    return b
d = a(1)(10)(100)
print(d(), d())

def make():
    n = 0
    def up():
        nonlocal n
        n += 1
        return n
    def get():
        return n
    return up, get
up, get = make()
print(up(), up(), get())
up2, get2 = make()
print(up2(), get(), get2())

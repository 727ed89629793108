"""Closures from one call share their cells, those from different calls do not."""
def account(balance=0):
    history = []
    def deposit(n):
        nonlocal balance
        balance += n
        history.append(("in", n))
        return balance
    def withdraw(n):
        nonlocal balance
        if n > balance: raise ValueError(f"only {balance}")
        balance -= n
        history.append(("out", n))
        return balance
    return deposit, withdraw, lambda: (balance, history[:])


d1, w1, s1 = account()
d2, w2, s2 = account(100)
print(d1(50), w1(20), w2(30), s1(), s2(), d1.__closure__[0].cell_contents == w1.__closure__[0].cell_contents, d1.__closure__[0] is w1.__closure__[0], d1.__closure__[0] is d2.__closure__[0])
try: w1(1000)
except ValueError as error: print(error)
def compose(*fs): return lambda x: __import__("functools").reduce(lambda v, f: f(v), fs, x)
def curry(f, n, *got): return f(*got) if len(got) >= n else lambda *a: curry(f, n, *got, *a)
print(compose(lambda x: x + 1, str, lambda s: s * 2)(4), curry(lambda a, b, c: (a, b, c), 3)(1)(2, 3), curry(max, 2)(1)(5))
def counters(): return [(lambda: (k := i) * 10 + k) for i in range(3)]
print([f() for f in counters()])
def deep():
    x = 0
    def a():
        def b():
            def c():
                nonlocal x
                x += 1
                return x
            return c
        return b
    return a()(), lambda: x
c, peek = deep()
print(c(), c(), peek(), c.__code__.co_freevars)

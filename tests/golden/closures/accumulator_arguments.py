def adder(total):
    def add(n):
        nonlocal total
        total += n
        return total
    return add
a, b = adder(10), adder(100)
print(a(1), a(2), b(5), a(3))
def memo(f):
    seen = {}
    def g(n):
        if n not in seen:
            seen[n] = f(n)
        return seen[n]
    return g
@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80))

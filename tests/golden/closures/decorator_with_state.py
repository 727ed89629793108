def limit(n):
    used = 0
    def deco(f):
        def g(*a):
            nonlocal used
            if used >= n: return f"limit of {n}"
            used += 1
            return f(*a)
        g.reset = lambda: reset()
        def reset():
            nonlocal used
            used = 0
        return g
    return deco
@limit(2)
def hi(x): return f"hi {x}"
print(hi(1), hi(2), hi(3))
hi.reset()
print(hi(4), hi.__name__, len(hi.__closure__))

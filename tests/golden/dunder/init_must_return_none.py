class A:
    def __init__(self, r): self.r = r; return r
class G:
    def __init__(self): yield 1
class L(list):
    def __init__(self): return 5
for call in (lambda: A(1), lambda: A("x"), G, L, lambda: A([])):
    try:
        call()
    except TypeError as e:
        print(e)
print(A(None).r, A.__init__(A.__new__(A), 5))

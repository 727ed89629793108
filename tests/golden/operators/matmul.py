class M:
    def __init__(self, v):
        self.v = v
    def __matmul__(self, o):
        return f"{self.v}@{o.v}"
    def __imatmul__(self, o):
        self.v += o.v
        return self
    def __rmatmul__(self, o):
        return f"r{self.v}@{o}"
a = M(1)
print(a @ M(2), 5 @ a)
a @= M(3)
print(a.v)

class R:
    def __init__(self, n): self.n = n
    def __enter__(self): print("open", self.n); return self
    def __exit__(self, *a): print("close", self.n)
def f():
    with R(1) as a:
        try:
            with R(2):
                for i in range(3):
                    with R(f"loop {i}"):
                        if i == 1:
                            return i
        finally:
            print("finally", a.n)
print(f())

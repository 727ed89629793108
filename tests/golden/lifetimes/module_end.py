import sys


class D:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        sys.stdout.write(f"del {self.n}\n")


a = D("module global")
b = [D("in a list")]
print("last line")

class AppError(Exception):
    """Base."""
class CodeError(AppError):
    def __init__(self, code, detail=""):
        super().__init__(code, detail)
        self.code = code
    def __str__(self):
        return f"code {self.code}"
try:
    raise CodeError(7, "d")
except AppError as e:
    print(e, repr(e), e.args, e.code)
class NoSuper(Exception):
    def __init__(self, a, b):
        self.a = a
e = NoSuper(1, 2)
print(e.args, repr(e))
try:
    raise CodeError
except TypeError as t:
    print(t)

# Trees of nodes compile to code, with the places that the nodes have.
import ast
import traceback

names = {}
exec(compile(ast.parse("""
from dataclasses import dataclass
class A[T]:
    x: int = 1
    def get(self): return [i * self.x for i in range(3) if i], __class__.__name__
def gen(*a, k=2, **kw):
    try:
        yield from (lambda z: [z, *a, k, kw])(1)
    finally:
        yield f"{k!r:>4}"
match [1, {"a": 2}]:
    case [n, {"a": m}]: total = n + m
big = -12345678901234567890, 2 ** 70, 1.5e300, 3j
"""), "made", "exec"), names)
print(names["A"]().get(), list(names["gen"](5, z=6)), names["total"], names["big"])
print(names["gen"].__code__.co_filename, names["gen"].__code__.co_firstlineno)
fail = ast.parse("def f(x):\n    return 1 / x")
fail.body[0].body[0].value.lineno = 20
fail.body[0].body[0].value.end_lineno = 21
exec(compile(fail, "made", "exec"), names)
try:
    names["f"](0)
except ZeroDivisionError as error:
    print(traceback.extract_tb(error.__traceback__)[-1])
expression = ast.fix_missing_locations(ast.Expression(ast.Tuple([
    ast.Constant((1, ("x", None))), ast.Constant(2 + 3j), ast.Constant(-7), ast.Constant(-1 << 70), ast.Constant(...),
], ast.Load())))
print(eval(compile(expression, "", "eval")))
exec(compile(ast.Interactive(ast.parse("1 + 1; 'shown'").body), "", "single"))
for source, message in (("return 1", "exec"), ("def f():\n  x = 1\n  global x", "exec")):
    try:
        compile(ast.parse(source), "made", "exec")
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset, error.text, error.filename)

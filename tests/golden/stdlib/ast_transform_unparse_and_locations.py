import ast

source = '''
@decorator(1)
async def f(a: int, /, b=2, *args, c, d: str = "x", **kw) -> None:
    """doc"""
    async with a as b, c() as (d, e):
        await x
    for i, *rest in y:
        if i > 0 and not rest or i is None: continue
        elif i not in rest: break
        else: pass
    else:
        return [j async for j in z if j], {**a, 'k': v}, {1, *s}, (yield)
    try:
        raise E from None
    except* (A, B) as e:
        del x[1:2, ::3], y.z
    finally:
        global g
        lambda *a, k=1, **q: (a if k else q)
class C[T: int, *Ts, **P](Base, metaclass=M):
    x: int = 5
    type Alias[X] = list[X]
match p:
    case {"k": [1, *_, -2.5], **rest} | Point(x=0, y=z) if z: pass
    case (None | True) as w: pass
    case "a" "b" | x.y: pass
f"{a!r:>{w}} {b=} {{}} {c:%Y}" + rb'\\x00'
a = b = c, *d
x += 1; y @= 2; z: int
print(a < b <= c != d, -1 ** 2, (-1) ** 2, not (a and b), a if (b if c else d) else e, (x := 5), ~-+x, 1 .real, 1e300 * 1j)
assert x, 'msg'
import a.b as c, d; from . import e; from ..f import (g as h)
nonlocal_ = [*a, *b][0](*args, **kw, k=1)
while (n := n - 1): pass
with (open(a) as b, c): pass
'''
tree = ast.parse(source)
text = ast.unparse(tree)
print(text)
print(ast.dump(ast.parse(text)) == ast.dump(tree), ast.unparse(ast.parse(text)) == text)


class Rename(ast.NodeTransformer):
    def visit_Name(self, node):
        return ast.copy_location(ast.Name(node.id.upper(), node.ctx), node)

    def visit_Pass(self, node):
        return None

    def visit_Constant(self, node):
        return [ast.Expr(node)] if False else node


print(ast.unparse(Rename().visit(ast.parse("a = b + c\nif x:\n    y\n    pass"))))


class Count(ast.NodeVisitor):
    def __init__(self):
        self.names = []

    def visit_FunctionDef(self, node):
        self.names.append((node.name, node.lineno, node.col_offset, node.end_lineno, node.end_col_offset))
        self.generic_visit(node)


c = Count()
c.visit(ast.parse("def a():\n    def b(): pass\n    return b\n"))
print(c.names, len(list(ast.walk(ast.parse("a+b")))), [type(n).__name__ for n in ast.iter_child_nodes(ast.parse("a = 1").body[0])], [name for name, _ in ast.iter_fields(ast.Name("x", ast.Load()))])
tree = ast.fix_missing_locations(ast.Expression(ast.BinOp(ast.Constant(2), ast.Pow(), ast.Constant(10))))
print(eval(compile(tree, "<ast>", "eval")), ast.get_source_segment("x = foo(1,\n  2)", ast.parse("x = foo(1,\n  2)").body[0].value), ast.get_docstring(ast.parse("'''a\n  b'''")))
for text in ("[1, 'a', (2.5,), {3: None}, {4}, -5, 1+2j, True, b'x']", "__import__('os')", "1 + 2", "a", "{}", "[", "-'a'", " 1", "{**{}}", "set()", "..."):
    try:
        print(text, "->", ast.literal_eval(text))
    except (ValueError, SyntaxError, TypeError) as error:
        print(text, type(error).__name__, str(error).split(":")[0])
print(ast.dump(ast.parse("x: int = f(1)"), indent=2), ast.dump(ast.parse("a", mode="eval"), annotate_fields=False), ast.dump(ast.parse("a"), include_attributes=True), sep="\n")
node = ast.parse("a\nb").body[1]
print(ast.increment_lineno(node, 10).lineno, ast.BinOp._fields, type(ast.Name("x").ctx).__name__, ast.Constant(5).kind, ast.List().elts, repr(ast.Add()).split(" ")[0])
for text in ("'a' * 3", "f'{x!r}'", "f'{x:{y}}'", "'\\n' \"'\"", "'''a\"'''", "f'''{\"q\"} {'p'}'''", "b'\\xff'", "1_000", "0xff", "1e5", "-1j", "(yield)", "lambda: (yield)", "(a, b)[0]", "a[(1, 2)]", "a[1:2, 3]",
             "(lambda: 1)()", "(await x) ** 2", "not a == b", "a, = b", "(a for a in b)", "f(a for a in b)", "x if y else (z, w)", "{**a}", "(a := 1, 2)", "print((a := 1))", "-(-1)", "- -1", "a.b.c", "1 .__add__"):
    try:
        print(text, "->", ast.unparse(ast.parse(text)))
    except SyntaxError as error:
        print(text, error.msg)
deep = ast.parse("+".join(["1"] * 100))
print(len(ast.unparse(deep)))
for call in (lambda: ast.parse("(" * 300), lambda: ast.literal_eval("-" * 5000 + "1"), lambda: compile(ast.Module([ast.Expr(5)], []), "", "exec"), lambda: ast.Name("a", "b", "c", "d")):
    try:
        call()
        print("fine")
    except Exception as error:
        print(type(error).__name__)

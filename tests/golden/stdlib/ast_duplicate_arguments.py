# Two arguments of one name parse; they do not compile.
import ast

for source in ["def f(a, a): pass", "lambda a, *a, **a: 1", "class C:\n    def f(self, *, b=1, b): pass"]:
    tree = ast.parse(source)
    print(ast.dump(tree), ast.unparse(tree), sep="\n")
    for what in (source, tree):
        try:
            compile(what, "file", "exec")
        except SyntaxError as error:
            print(error.msg, error.lineno, error.offset, error.end_offset)

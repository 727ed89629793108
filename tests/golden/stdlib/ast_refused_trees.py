# What is no tree of a program is refused, in words that say what is wrong.
import ast
import warnings

warnings.simplefilter("ignore")
L, S, D = ast.Load(), ast.Store(), ast.Del()
x, one = ast.Name("x", L), ast.Constant(1)
xs = ast.Name("x", S)
body = [ast.Pass()]
no_arguments = ast.arguments()


def statement(node):
    return ast.Module([node])


def expression(node):
    return ast.Expression(node)


CASES = [
    ast.Module([one]), ast.Module((1,)), ast.Module([None]), ast.Expression(ast.Pass()), ast.Expression(None),
    statement(ast.Return(xs)), statement(ast.Assign([x], one)), statement(ast.Assign([], one)),
    statement(ast.Assign([one], one)), statement(ast.Delete([])), statement(ast.If(x, [])), statement(ast.While(x, [])),
    statement(ast.For(x, x, body)), statement(ast.For(xs, x, [])), statement(ast.With([], body)),
    statement(ast.FunctionDef("f", no_arguments, [])), statement(ast.FunctionDef("None", no_arguments, body)),
    statement(ast.FunctionDef(1, no_arguments, body)), statement(ast.ClassDef("c", body=[])),
    statement(ast.FunctionDef("f", ast.arguments(defaults=[one]), body)),
    statement(ast.FunctionDef("f", ast.arguments(kwonlyargs=[ast.arg("a")]), body)),
    statement(ast.Try(body)), statement(ast.Try(body, orelse=body)), statement(ast.Raise(None, x)),
    statement(ast.Import([])), statement(ast.ImportFrom("a", [ast.alias("b")], -1)), statement(ast.Global([])),
    statement(ast.AnnAssign(ast.Attribute(x, "y", S), x, None, 1)), statement(ast.AugAssign(xs, one, one)),
    statement(ast.Match(x, [])),
    expression(ast.BoolOp(ast.And(), [x])), expression(ast.Compare(x, [], [])),
    expression(ast.Compare(x, [ast.Lt()], [x, x])), expression(ast.Dict([x], [])), expression(ast.ListComp(x, [])),
    expression(ast.BinOp(x, ast.And(), x)), expression(ast.UnaryOp(ast.Not())), expression(ast.Constant([1])),
    expression(ast.Constant(int)), expression(ast.NamedExpr(ast.Attribute(x, "y", S), one)),
    expression(ast.Name("True", L)), expression(ast.Call(x, [None], [])), expression(ast.Starred(xs, L)),
    expression(ast.Name("x")), expression(3),
]
for pattern in (
    ast.MatchValue(x), ast.MatchSingleton(1), ast.MatchOr([ast.MatchAs()]), ast.MatchAs(ast.MatchAs(), None),
    ast.MatchMapping([one], []), ast.MatchClass(one), ast.MatchClass(x, [], ["a"], []), ast.MatchAs(None, "_"),
):
    CASES.append(statement(ast.Match(x, [ast.match_case(pattern, None, body)])))
for case in CASES:
    try:
        ast.fix_missing_locations(case)
    except AttributeError:
        pass
    try:
        compile(case, "made", "eval" if isinstance(case, ast.Expression) else "exec")
        print("compiled", ast.dump(case))
    except (TypeError, ValueError, SyntaxError) as error:
        print(type(error).__name__, str(error).partition(" object at")[0])
for case, mode in ((ast.Module([]), "eval"), (ast.Expression(one), "exec"), (one, "exec"), (ast.Module([ast.Pass()]), "exec")):
    try:
        compile(case, "made", mode)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
for start, end in (((3, 0), (2, 0)), ((1, 5), (1, 2)), ((-1, 0), (2, 0))):
    node = ast.Constant(1, lineno=start[0], col_offset=start[1], end_lineno=end[0], end_col_offset=end[1])
    try:
        compile(ast.Expression(node), "made", "eval")
    except ValueError as error:
        print(error)
deep = x
for _ in range(200000):
    deep = ast.UnaryOp(ast.Not(), deep, lineno=1, col_offset=0)
try:
    compile(ast.Expression(deep), "made", "eval")
except RecursionError as error:
    print("too deep")
while isinstance(deep, ast.UnaryOp):
    deep = deep.operand

# Nodes are made by position or by name, keep any attribute, and know their fields.
import ast
import copy
import pickle
import warnings

warnings.simplefilter("error")

name = ast.Name("x")
print(ast.dump(name), isinstance(name.ctx, ast.Load), name._fields, name._attributes)
print(vars(ast.Constant(3)), ast.Constant(3).kind, ast.Module().body)
print(ast.Name.__mro__, ast.Name.__match_args__, ast.Name.__module__, ast.Name.__doc__)
print(ast.arguments.__doc__)
print(ast.expr_context.__doc__, "|", ast.type_param.__doc__)
print(ast.FunctionDef._field_types["body"], ast.FunctionDef._field_types["returns"])
for make in (
    lambda: ast.Name("x", ast.Load(), 1),
    lambda: ast.Name("x", id="y"),
    lambda: ast.Name(),
    lambda: ast.Name("x", colour=1),
):
    try:
        make()
    except (TypeError, DeprecationWarning) as error:
        print(type(error).__name__, error)
place = ast.Constant(1, lineno=3, col_offset=4)
print(place.lineno, place.end_lineno)
tree = ast.parse("a = [b, 1.5, 'c']")
for other in (copy.deepcopy(tree), pickle.loads(pickle.dumps(tree))):
    print(ast.dump(other, include_attributes=True) == ast.dump(tree, include_attributes=True))


class Own(ast.expr):
    _fields = ("left", "right")


own = Own(1, right=2)
print(own.left, own.right, own._attributes)
match ast.parse("a + b").body[0].value:
    case ast.BinOp(ast.Name(left), ast.Add(), ast.Name(right)):
        print(left, right)

# Walking trees, changing them, and telling where nodes stand.
import ast

SOURCE = 'def f(a):\n    """Doc.\n\n      More.\n    """\n    return a + \\\n        g(1, "é")\n'
tree = ast.parse(SOURCE)
print([type(node).__name__ for node in ast.walk(tree)])
print([name for name, _ in ast.iter_fields(tree.body[0])])
print([type(node).__name__ for node in ast.iter_child_nodes(tree.body[0])])
print(repr(ast.get_docstring(tree.body[0])), repr(ast.get_docstring(tree.body[0], clean=False)), ast.get_docstring(tree))
print(repr(ast.get_source_segment(SOURCE, tree.body[0].body[1].value)))
print(repr(ast.get_source_segment(SOURCE, tree.body[0].body[1].value.right.args[1])))
print(repr(ast.get_source_segment(SOURCE, tree.body[0].body[1], padded=True)))


class Names(ast.NodeVisitor):
    def visit_Name(self, node):
        print("name", node.id, node.lineno, node.col_offset)

    def visit_Call(self, node):
        print("call")
        self.generic_visit(node)


Names().visit(tree)


class Change(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.copy_location(ast.Name("c", ast.Load()), node) if node.value == 1 else node

    def visit_Pass(self, node):
        return None

    def visit_Expr(self, node):
        return [node, node]


print(ast.unparse(Change().visit(ast.parse("if x:\n    pass\n    y = 1\nz(1)"))))
added = ast.Expression(ast.BinOp(ast.Constant(20), ast.Add(), ast.Constant(1)))
ast.increment_lineno(ast.fix_missing_locations(added), 4)
print(ast.dump(added, include_attributes=True))
print(eval(compile(added, "<tree>", "eval")))
for text in ("[1, (2, 3), {'a': -4, 'b': {5, 6}}, None, True, b'x', 1+2j, set()]", " 'x' 'y'", "-1", "x", "1+1", "f(1)"):
    try:
        print(ast.literal_eval(text))
    except ValueError as error:
        print(str(error).partition("<")[0])

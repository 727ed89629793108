"""Work with syntax trees: parse them, look at them, change them, write them as source."""

from _ast import *


def parse(source, filename='<unknown>', mode='exec', *, type_comments=False, feature_version=None, optimize=-1):
    """The tree of a source: what compile() gives with the flag PyCF_ONLY_AST."""
    flags = PyCF_ONLY_AST
    if optimize > 0:
        flags |= PyCF_OPTIMIZED_AST
    if type_comments:
        flags |= PyCF_TYPE_COMMENTS
    if feature_version is None:
        feature_version = -1
    elif isinstance(feature_version, tuple):
        major, minor = feature_version
        if major != 3:
            raise ValueError(f"Unsupported major version: {major}")
        feature_version = minor
    return compile(source, filename, mode, flags, _feature_version=feature_version, optimize=optimize)


def literal_eval(node_or_string):
    """The value of an expression of literals and displays alone."""
    if isinstance(node_or_string, str):
        node_or_string = parse(node_or_string.lstrip(" \t"), mode='eval')
    if isinstance(node_or_string, Expression):
        node_or_string = node_or_string.body
    return _literal(node_or_string)


def _malformed(node):
    message = "malformed node or string"
    if line := getattr(node, 'lineno', None):
        message += f' on line {line}'
    raise ValueError(message + f': {node!r}')


def _number(node):
    if not isinstance(node, Constant) or type(node.value) not in (int, float, complex):
        _malformed(node)
    return node.value


def _signed_number(node):
    if isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
        operand = _number(node.operand)
        return +operand if isinstance(node.op, UAdd) else -operand
    return _number(node)


def _literal(node):
    match node:
        case Constant():
            return node.value
        case Tuple():
            return tuple(map(_literal, node.elts))
        case List():
            return list(map(_literal, node.elts))
        case Set():
            return set(map(_literal, node.elts))
        case Call(func=Name(id='set'), args=[], keywords=[]):
            return set()
        case Dict():
            if len(node.keys) != len(node.values):
                _malformed(node)
            return dict(zip(map(_literal, node.keys), map(_literal, node.values)))
        case BinOp(op=Add() | Sub()):
            left = _signed_number(node.left)
            right = _number(node.right)
            if isinstance(left, (int, float)) and isinstance(right, complex):
                return left + right if isinstance(node.op, Add) else left - right
    return _signed_number(node)


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None, show_empty=False):
    """A tree as text, for people who look at it."""
    if not isinstance(node, AST):
        raise TypeError('expected AST, got %r' % node.__class__.__name__)
    if indent is not None and not isinstance(indent, str):
        indent = ' ' * indent

    def write(node, level):
        if indent is not None:
            level += 1
            start, between = '\n' + indent * level, ',\n' + indent * level
        else:
            start, between = '', ', '
        if isinstance(node, AST):
            return write_node(node, level, start, between)
        if isinstance(node, list):
            if not node:
                return '[]', True
            return f'[{start}{between.join(write(item, level)[0] for item in node)}]', False
        return repr(node), True

    def write_node(node, level, start, between):
        shown, omitted, simple, keywords = [], [], True, annotate_fields
        for name in node._fields:
            try:
                value = getattr(node, name)
            except AttributeError:
                keywords = True
                continue
            if value is None and getattr(type(node), name, ...) is None:
                keywords = True
                continue
            if not show_empty:
                if value == [] and type(value) is list:
                    kind = getattr(type(node), '_field_types', {}).get(name, object)
                    if getattr(kind, '__origin__', ...) is list:
                        if not keywords:
                            omitted.append(repr(value))
                        continue
                if not keywords:
                    shown.extend(omitted)
                    omitted = []
            text, flat = write(value, level)
            simple = simple and flat
            shown.append(f'{name}={text}' if keywords else text)
        if include_attributes:
            for name in node._attributes:
                try:
                    value = getattr(node, name)
                except AttributeError:
                    continue
                if value is None and getattr(type(node), name, ...) is None:
                    continue
                text, flat = write(value, level)
                simple = simple and flat
                shown.append(f'{name}={text}')
        name = type(node).__name__
        if simple and len(shown) <= 3:
            return f"{name}({', '.join(shown)})", not shown
        return f'{name}({start}{between.join(shown)})', False

    return write(node, 0)[0]


def copy_location(new_node, old_node):
    """Gives a node the place of another, as far as both have one."""
    for name in ('lineno', 'col_offset', 'end_lineno', 'end_col_offset'):
        if name in old_node._attributes and name in new_node._attributes:
            value = getattr(old_node, name, None)
            if value is not None or (hasattr(old_node, name) and name.startswith('end_')):
                setattr(new_node, name, value)
    return new_node


def fix_missing_locations(node):
    """Gives all nodes below that have no place the one of the node around them."""
    def fix(node, place):
        place = list(place)
        for position, name in enumerate(('lineno', 'col_offset', 'end_lineno', 'end_col_offset')):
            if name not in node._attributes:
                continue
            own = getattr(node, name, None)
            if own is None and (name.startswith('end_') or not hasattr(node, name)):
                setattr(node, name, place[position])
            else:
                place[position] = own
        for child in iter_child_nodes(node):
            fix(child, place)

    fix(node, (1, 0, 1, 0))
    return node


def increment_lineno(node, n=1):
    """Moves a tree down by n lines."""
    for child in walk(node):
        if isinstance(child, TypeIgnore):
            child.lineno = getattr(child, 'lineno', 0) + n
            continue
        if 'lineno' in child._attributes:
            child.lineno = getattr(child, 'lineno', 0) + n
        if "end_lineno" in child._attributes and (end := getattr(child, "end_lineno", 0)) is not None:
            child.end_lineno = end + n
    return node


def iter_fields(node):
    """The fields that a node has, with their values."""
    for name in node._fields:
        try:
            yield name, getattr(node, name)
        except AttributeError:
            pass


def iter_child_nodes(node):
    """The nodes directly below a node."""
    for _, value in iter_fields(node):
        if isinstance(value, AST):
            yield value
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, AST):
                    yield item


def get_docstring(node, clean=True):
    """The docstring of a module, class or function, or None."""
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError("%r can't have docstrings" % (node.__class__.__name__))
    match node.body:
        case [Expr(value=Constant(value=str() as text)), *_]:
            if clean:
                import inspect
                text = inspect.cleandoc(text)
            return text
    return None


def _lines(source, most=None):
    """The lines of a source, split as the parser splits them: not at form feeds."""
    lines, start = [], 0
    while start < len(source) and (most is None or len(lines) < most):
        ends = [at for at in (source.find('\n', start), source.find('\r', start)) if at >= 0]
        end = min(ends, default=len(source) - 1)
        if source[end:end + 2] == '\r\n':
            end += 1
        lines.append(source[start:end + 1])
        start = end + 1
    return lines


def get_source_segment(source, node, *, padded=False):
    """The part of a source that a node was made of, or None if the node does not say where it stands."""
    try:
        if node.end_lineno is None or node.end_col_offset is None:
            return None
        first, last = node.lineno - 1, node.end_lineno - 1
        start, end = node.col_offset, node.end_col_offset
    except AttributeError:
        return None
    lines = _lines(source, last + 1)
    if first == last:
        return lines[first].encode()[start:end].decode()
    padding = ''
    if padded:
        before = lines[first].encode()[:start].decode()
        padding = ''.join(c if c in '\f\t' else ' ' for c in before)
    head = padding + lines[first].encode()[start:].decode()
    tail = lines[last].encode()[:end].decode()
    return ''.join([head, *lines[first + 1:last], tail])


def walk(node):
    """The node and all below it, level by level."""
    from collections import deque
    waiting = deque([node])
    while waiting:
        node = waiting.popleft()
        waiting.extend(iter_child_nodes(node))
        yield node


class NodeVisitor:
    """Calls visit_KIND for nodes of a kind, or generic_visit, which visits what is below."""

    def visit(self, node):
        visitor = getattr(self, 'visit_' + node.__class__.__name__, self.generic_visit)
        return visitor(node)

    def generic_visit(self, node):
        for _, value in iter_fields(node):
            if isinstance(value, list):
                for item in value:
                    if isinstance(item, AST):
                        self.visit(item)
            elif isinstance(value, AST):
                self.visit(value)

    def visit_Constant(self, node):
        if type(self).visit_Constant is not NodeVisitor.visit_Constant:
            return self.generic_visit(node)
        value = node.value
        name = _CONSTANT_NAMES.get(type(value))
        if name is None:
            name = next((old for kind, old in _CONSTANT_NAMES.items() if isinstance(value, kind)), None)
        if name is not None and (visitor := getattr(self, 'visit_' + name, None)) is not None:
            import warnings
            warnings.warn(f"visit_{name} is deprecated; add visit_Constant", DeprecationWarning, 2)
            return visitor(node)
        return self.generic_visit(node)


_CONSTANT_NAMES = {
    bool: 'NameConstant', type(None): 'NameConstant', int: 'Num', float: 'Num', complex: 'Num',
    str: 'Str', bytes: 'Bytes', type(...): 'Ellipsis',
}


class NodeTransformer(NodeVisitor):
    """A visitor whose methods give what is to stand in the node's place: a node, None for nothing, a list for many."""

    def generic_visit(self, node):
        for name, old in iter_fields(node):
            if isinstance(old, list):
                new = []
                for item in old:
                    if isinstance(item, AST):
                        item = self.visit(item)
                        if item is None:
                            continue
                        if not isinstance(item, AST):
                            new.extend(item)
                            continue
                    new.append(item)
                old[:] = new
            elif isinstance(old, AST):
                new = self.visit(old)
                if new is None:
                    delattr(node, name)
                else:
                    setattr(node, name, new)
        return node


def unparse(ast_obj):
    """Source whose tree is the one that is given."""
    from _ast_unparse import Unparser
    return Unparser().visit(ast_obj)


class slice(AST):
    """Kept for old programs."""


class Index(slice):
    """Kept for old programs: gives its value."""

    def __new__(cls, value, **kwargs):
        return value


class ExtSlice(slice):
    """Kept for old programs: gives a Tuple."""

    def __new__(cls, dims=(), **kwargs):
        return Tuple(list(dims), Load(), **kwargs)


class Suite(mod):
    """Kept for old programs."""


class AugLoad(expr_context):
    """Kept for old programs."""


class AugStore(expr_context):
    """Kept for old programs."""


class Param(expr_context):
    """Kept for old programs."""


class _OldConstant(type):
    """The type of Num, Str and their like: instances are Constants with certain values."""

    def __instancecheck__(cls, instance):
        if not isinstance(instance, Constant):
            return False
        try:
            value = instance.value
        except AttributeError:
            return False
        return type(value) in cls._kinds or (isinstance(value, cls._kinds) and type(value) is not bool)


def __getattr__(name):
    kinds = {
        'Num': (int, float, complex), 'Str': (str,), 'Bytes': (bytes,), 'NameConstant': (bool, type(None)),
        'Ellipsis': (type(...),),
    }.get(name)
    if kinds is None:
        raise AttributeError(f"module 'ast' has no attribute '{name}'")
    import warnings
    message = f"ast.{name} is deprecated and will be removed in Python 3.14; use ast.Constant instead"
    warnings.warn(message, DeprecationWarning, stacklevel=2)

    def new(cls, *args, **kwargs):
        if name == 'Ellipsis':
            return Constant(..., *args, **kwargs)
        for old in ('n', 's'):
            if old in kwargs:
                kwargs['value'] = kwargs.pop(old)
        return Constant(*args, **kwargs)

    made = _OldConstant(name, (), {'__new__': new, '_kinds': kinds, '__module__': 'ast', '_fields': ('value',)})
    globals()[name] = made
    return made


def main():
    """The command line: show the tree of a file."""
    import argparse
    import sys
    parser = argparse.ArgumentParser(prog='python -m ast')
    parser.add_argument('infile', nargs='?', default='-', help='the file to parse; defaults to stdin')
    parser.add_argument('-m', '--mode', default='exec', choices=('exec', 'single', 'eval'),
                        help='specify what kind of code must be parsed')
    parser.add_argument('--no-type-comments', default=True, action='store_false',
                        help="don't add information about type comments")
    parser.add_argument('-a', '--include-attributes', action='store_true',
                        help='include attributes such as line numbers and column offsets')
    parser.add_argument('-i', '--indent', type=int, default=3, help='indentation of nodes (number of spaces)')
    options = parser.parse_args()
    if options.infile == '-':
        name, source = '<stdin>', sys.stdin.buffer.read()
    else:
        name = options.infile
        with open(name, 'rb') as file:
            source = file.read()
    tree = parse(source, name, options.mode, type_comments=options.no_type_comments)
    print(dump(tree, include_attributes=options.include_attributes, indent=options.indent))


if __name__ == '__main__':
    main()

"""Trees as source, for ast.unparse(): expressions as texts, statements as lines."""

from ast import (
    AST, AsyncFunctionDef, ClassDef, Constant, Expr, FormattedValue, FunctionDef, If, JoinedStr, Lambda, Module, Name,
    Tuple,
)

# How tightly expressions bind, from loose to tight.
(NAMED, TUPLE, YIELD, TEST, OR, AND, NOT, COMPARE, BIT_OR, BIT_XOR, BIT_AND, SHIFT, SUM, TERM, FACTOR, POWER, AWAIT,
 ATOM) = range(18)

BINARY = {
    'Add': ('+', SUM), 'Sub': ('-', SUM), 'Mult': ('*', TERM), 'MatMult': ('@', TERM), 'Div': ('/', TERM),
    'Mod': ('%', TERM), 'FloorDiv': ('//', TERM), 'LShift': ('<<', SHIFT), 'RShift': ('>>', SHIFT),
    'BitOr': ('|', BIT_OR), 'BitXor': ('^', BIT_XOR), 'BitAnd': ('&', BIT_AND), 'Pow': ('**', POWER),
}
UNARY = {'Invert': ('~', FACTOR), 'Not': ('not ', NOT), 'UAdd': ('+', FACTOR), 'USub': ('-', FACTOR)}
COMPARISONS = {
    'Eq': '==', 'NotEq': '!=', 'Lt': '<', 'LtE': '<=', 'Gt': '>', 'GtE': '>=', 'Is': 'is', 'IsNot': 'is not',
    'In': 'in', 'NotIn': 'not in',
}

ONE_LINE = ("'", '"')
MANY_LINES = ('"""', "'''")

# A float that is too great for one, as source writes infinity.
INFINITY = '1e309'


def kind(node):
    return node.__class__.__name__


def quoted(text, allowed=ONE_LINE + MANY_LINES, whitespace=False):
    """The inside of a literal, and the quotes that may go around it, the best first."""
    def escape(c):
        if c in '\n\t' and not whitespace:
            return c
        return c.encode('unicode_escape').decode('ascii') if c == '\\' or not c.isprintable() else c

    inside = ''.join(map(escape, text))
    fitting = [q for q in allowed if q not in inside and ('\n' not in inside or q in MANY_LINES)]
    if not fitting:
        inside = repr(text)
        return inside[1:-1], [next((q for q in allowed if inside[0] in q), inside[0])]
    if inside:
        last = inside[-1]
        fitting.sort(key=lambda q: q[0] == last)
        if fitting[0][0] == last:
            inside = inside[:-1] + '\\' + last
    return inside, fitting


def literal(text, allowed=ONE_LINE + MANY_LINES):
    inside, (quote, *_) = quoted(text, allowed)
    return quote + inside + quote


def constant(value):
    text = repr(value)
    if isinstance(value, (float, complex)):
        return text.replace('inf', INFINITY).replace('nan', f'({INFINITY}-{INFINITY})')
    return text


class Unparser:
    """Writes one tree."""

    def __init__(self):
        self.lines = []
        self.level = 0

    def visit(self, node):
        if isinstance(node, list):
            for item in node:
                self.statement_or_expression(item)
        else:
            self.statement_or_expression(node)
        return '\n'.join(self.lines)

    def statement_or_expression(self, node):
        name = kind(node)
        if method := getattr(self, 'statement_' + name, None):
            method(node)
        else:
            self.lines.append(self.expression(node))

    # Statements.

    def line(self, text):
        self.lines.append('    ' * self.level + text)

    def blank(self):
        if self.lines:
            self.lines.append('')

    def block(self, head, body, comment=None):
        self.line(head + ':' + self.comment(comment))
        self.level += 1
        self.body(body)
        self.level -= 1

    def body(self, nodes):
        for node in nodes:
            self.statement_or_expression(node)

    def comment(self, text):
        return f' # type: {text}' if text is not None else ''

    def with_docstring(self, node):
        """The statements of a node, its docstring in three quotes."""
        body = node.body
        match body:
            case [Expr(value=Constant(value=str() as text) as first), *rest]:
                prefix = 'u' if first.kind == 'u' else ''
                self.line(prefix + literal(text, MANY_LINES))
                body = rest
        self.body(body)

    def statement_Module(self, node):
        self.ignored = {ignore.lineno: 'ignore' + ignore.tag for ignore in getattr(node, 'type_ignores', ())}
        self.with_docstring(node)
        self.ignored = {}

    def statement_Interactive(self, node):
        self.body(node.body)

    def statement_FunctionType(self, node):
        self.line(f'({self.several(node.argtypes)}) -> {self.expression(node.returns)}')

    def statement_Expression(self, node):
        self.lines.append(self.expression(node.body))

    def statement_Expr(self, node):
        self.line(self.expression(node.value, YIELD))

    def statement_FunctionDef(self, node, word='def'):
        self.blank()
        for decorator in node.decorator_list:
            self.line('@' + self.expression(decorator))
        head = f'{word} {node.name}{self.type_params(node)}({self.parameters(node.args)})'
        if node.returns:
            head += ' -> ' + self.expression(node.returns)
        self.line(head + ':' + self.comment(node.type_comment))
        self.level += 1
        self.with_docstring(node)
        self.level -= 1

    def statement_AsyncFunctionDef(self, node):
        self.statement_FunctionDef(node, 'async def')

    def statement_ClassDef(self, node):
        self.blank()
        for decorator in node.decorator_list:
            self.line('@' + self.expression(decorator))
        head = f'class {node.name}{self.type_params(node)}'
        if node.bases or node.keywords:
            head += f'({self.several([*node.bases, *node.keywords])})'
        self.line(head + ':')
        self.level += 1
        self.with_docstring(node)
        self.level -= 1

    def type_params(self, node):
        params = getattr(node, 'type_params', None)
        return f'[{self.several(params)}]' if params else ''

    def statement_Return(self, node):
        self.line('return' + (' ' + self.expression(node.value) if node.value else ''))

    def statement_Delete(self, node):
        self.line('del ' + self.several(node.targets))

    def statement_Assign(self, node):
        targets = ''.join(self.expression(target, TUPLE) + ' = ' for target in node.targets)
        self.line(targets + self.expression(node.value) + self.comment(getattr(node, 'type_comment', None)))

    def statement_TypeAlias(self, node):
        self.line(f'type {self.expression(node.name)}{self.type_params(node)} = {self.expression(node.value)}')

    def statement_AugAssign(self, node):
        sign, _ = BINARY[kind(node.op)]
        self.line(f'{self.expression(node.target)} {sign}= {self.expression(node.value)}')

    def statement_AnnAssign(self, node):
        target = self.expression(node.target)
        if not node.simple and isinstance(node.target, Name):
            target = f'({target})'
        value = f' = {self.expression(node.value)}' if node.value else ''
        self.line(f'{target}: {self.expression(node.annotation)}{value}')

    def statement_For(self, node, word='for'):
        head = f'{word} {self.expression(node.target, TUPLE)} in {self.expression(node.iter)}'
        self.block(head, node.body, getattr(node, 'type_comment', None))
        if node.orelse:
            self.block('else', node.orelse)

    def statement_AsyncFor(self, node):
        self.statement_For(node, 'async for')

    def statement_While(self, node):
        self.block('while ' + self.expression(node.test), node.body)
        if node.orelse:
            self.block('else', node.orelse)

    def statement_If(self, node):
        self.block('if ' + self.expression(node.test), node.body)
        while len(node.orelse) == 1 and isinstance(node.orelse[0], If):
            node = node.orelse[0]
            self.block('elif ' + self.expression(node.test), node.body)
        if node.orelse:
            self.block('else', node.orelse)

    def statement_With(self, node, word='with'):
        self.block(f'{word} {self.several(node.items)}', node.body, getattr(node, 'type_comment', None))

    def statement_AsyncWith(self, node):
        self.statement_With(node, 'async with')

    def statement_Match(self, node):
        self.line(f'match {self.expression(node.subject)}:')
        self.level += 1
        for case in node.cases:
            guard = f' if {self.expression(case.guard)}' if case.guard else ''
            self.block(f'case {self.pattern(case.pattern)}{guard}', case.body)
        self.level -= 1

    def statement_match_case(self, node):
        guard = f' if {self.expression(node.guard)}' if node.guard else ''
        self.block(f'case {self.pattern(node.pattern)}{guard}', node.body)

    def statement_Raise(self, node):
        text = 'raise'
        if node.exc:
            text += ' ' + self.expression(node.exc)
        elif node.cause:
            raise ValueError("Node can't be used without a value attribute.")
        if node.cause:
            text += ' from ' + self.expression(node.cause)
        self.line(text)

    def statement_Try(self, node, word='except'):
        self.block('try', node.body)
        for handler in node.handlers:
            self.handler(handler, word)
        if node.orelse:
            self.block('else', node.orelse)
        if node.finalbody:
            self.block('finally', node.finalbody)

    def statement_TryStar(self, node):
        self.statement_Try(node, 'except*')

    def statement_ExceptHandler(self, node):
        self.handler(node, 'except')

    def handler(self, node, word):
        head = word
        if node.type:
            head += ' ' + self.expression(node.type)
        if node.name:
            head += ' as ' + node.name
        self.block(head, node.body)

    def statement_Assert(self, node):
        message = ', ' + self.expression(node.msg) if node.msg else ''
        self.line(f'assert {self.expression(node.test)}{message}')

    def statement_Import(self, node):
        self.line('import ' + self.several(node.names))

    def statement_ImportFrom(self, node):
        dots = '.' * (node.level or 0)
        self.line(f"from {dots}{node.module or ''} import {self.several(node.names)}")

    def statement_Global(self, node):
        self.line('global ' + ', '.join(node.names))

    def statement_Nonlocal(self, node):
        self.line('nonlocal ' + ', '.join(node.names))

    def statement_Pass(self, node):
        self.line('pass')

    def statement_Break(self, node):
        self.line('break')

    def statement_Continue(self, node):
        self.line('continue')

    # Expressions: how tightly the place binds decides about parentheses.

    def expression(self, node, around=TEST):
        method = getattr(self, 'expression_' + kind(node), None)
        if method is not None:
            return method(node, around)
        if kind(node).startswith('Match'):
            return self.pattern(node, around)
        if isinstance(node, AST):
            return ''.join(self.expression(child) for _, child in self.children(node))
        raise TypeError(f'not a node: {node!r}')

    def children(self, node):
        from ast import iter_fields
        return [(name, child) for name, child in iter_fields(node) if isinstance(child, AST)]

    def several(self, nodes, around=TEST):
        return ', '.join(self.expression(node, around) for node in nodes)

    def elements(self, nodes):
        return self.expression(nodes[0]) + ',' if len(nodes) == 1 else self.several(nodes)

    def enclose(self, text, own, around):
        return f'({text})' if around > own else text

    def expression_BoolOp(self, node, around):
        own, word = (AND, 'and') if kind(node.op) == 'And' else (OR, 'or')
        # Each further operand binds tighter, which keeps nested ones apart.
        levels = (min(own + 1 + at, ATOM) for at in range(len(node.values)))
        parts = [self.expression(value, level) for value, level in zip(node.values, levels)]
        return self.enclose(f' {word} '.join(parts), own, around)

    def expression_NamedExpr(self, node, around):
        text = f'{self.expression(node.target, ATOM)} := {self.expression(node.value, ATOM)}'
        return self.enclose(text, NAMED, around)

    def expression_BinOp(self, node, around):
        sign, own = BINARY[kind(node.op)]
        left, right = (own + 1, own) if sign == '**' else (own, own + 1)
        text = f'{self.expression(node.left, left)} {sign} {self.expression(node.right, right)}'
        return self.enclose(text, own, around)

    def expression_UnaryOp(self, node, around):
        sign, own = UNARY[kind(node.op)]
        return self.enclose(sign + self.expression(node.operand, own), own, around)

    def expression_Lambda(self, node, around):
        parameters = self.parameters(node.args)
        text = f"lambda{' ' if parameters else ''}{parameters}: {self.expression(node.body)}"
        return self.enclose(text, TEST, around)

    def expression_IfExp(self, node, around):
        body, test = self.expression(node.body, OR), self.expression(node.test, OR)
        return self.enclose(f'{body} if {test} else {self.expression(node.orelse)}', TEST, around)

    def expression_Dict(self, node, around):
        def item(key, value):
            if key is None:
                return '**' + self.expression(value, BIT_OR)
            return f'{self.expression(key)}: {self.expression(value)}'
        return '{' + ', '.join(map(item, node.keys, node.values)) + '}'

    def expression_Set(self, node, around):
        return '{' + (self.several(node.elts) or '*()') + '}'

    def generators(self, node):
        return ''.join(self.expression(generator) for generator in node.generators)

    def expression_ListComp(self, node, around):
        return f'[{self.expression(node.elt)}{self.generators(node)}]'

    def expression_SetComp(self, node, around):
        return '{' + self.expression(node.elt) + self.generators(node) + '}'

    def expression_DictComp(self, node, around):
        return '{' + f'{self.expression(node.key)}: {self.expression(node.value)}{self.generators(node)}' + '}'

    def expression_GeneratorExp(self, node, around):
        return f'({self.expression(node.elt)}{self.generators(node)})'

    def expression_comprehension(self, node, around):
        word = ' async for ' if node.is_async else ' for '
        text = f'{word}{self.expression(node.target, TUPLE)} in {self.expression(node.iter, OR)}'
        return text + ''.join(' if ' + self.expression(test, OR) for test in node.ifs)

    def expression_Await(self, node, around):
        if not node.value:
            raise ValueError("Node can't be used without a value attribute.")
        return self.enclose('await ' + self.expression(node.value, ATOM), AWAIT, around)

    def expression_Yield(self, node, around):
        text = 'yield' + (' ' + self.expression(node.value, ATOM) if node.value else '')
        return self.enclose(text, YIELD, around)

    def expression_YieldFrom(self, node, around):
        if not node.value:
            raise ValueError("Node can't be used without a value attribute.")
        return self.enclose('yield from ' + self.expression(node.value, ATOM), YIELD, around)

    def expression_Compare(self, node, around):
        text = self.expression(node.left, COMPARE + 1)
        for sign, value in zip(node.ops, node.comparators):
            text += f' {COMPARISONS[kind(sign)]} {self.expression(value, COMPARE + 1)}'
        return self.enclose(text, COMPARE, around)

    def expression_Call(self, node, around):
        return f'{self.expression(node.func, ATOM)}({self.several([*node.args, *node.keywords])})'

    def expression_keyword(self, node, around):
        return ('**' if node.arg is None else node.arg + '=') + self.expression(node.value)

    def expression_Constant(self, node, around):
        value = node.value
        if isinstance(value, tuple):
            inside = ', '.join(map(constant, value)) + (',' if len(value) == 1 else '')
            return f'({inside})'
        if value is ...:
            return '...'
        return ('u' if getattr(node, 'kind', None) == 'u' else '') + constant(value)

    def expression_Attribute(self, node, around):
        value = self.expression(node.value, ATOM)
        # The dot after an int must not make a float of it.
        if isinstance(node.value, Constant) and isinstance(node.value.value, int):
            value += ' '
        return f'{value}.{node.attr}'

    def expression_Subscript(self, node, around):
        inside = node.slice
        inside = self.elements(inside.elts) if isinstance(inside, Tuple) and inside.elts else self.expression(inside)
        return f'{self.expression(node.value, ATOM)}[{inside}]'

    def expression_Starred(self, node, around):
        return '*' + self.expression(node.value, BIT_OR)

    def expression_Name(self, node, around):
        return node.id

    def expression_List(self, node, around):
        return f'[{self.several(node.elts)}]'

    def expression_Tuple(self, node, around):
        if not node.elts:
            return '()'
        return self.enclose(self.elements(node.elts), TUPLE, around)

    def expression_Slice(self, node, around):
        text = (self.expression(node.lower) if node.lower else '') + ':'
        text += self.expression(node.upper) if node.upper else ''
        return text + (':' + self.expression(node.step) if node.step else '')

    # f-strings.

    def expression_JoinedStr(self, node, around):
        parts = [(self.field(value), isinstance(value, Constant)) for value in node.values]
        allowed = [*ONE_LINE, *MANY_LINES]
        inside = []
        for text, fixed in parts:
            if fixed:
                text, fitting = quoted(text, allowed, whitespace=True)
                if not set(fitting) & set(allowed):
                    return self.joined_by_repr(parts)
                allowed = fitting
            elif '\n' in text:
                allowed = [quote for quote in allowed if quote in MANY_LINES]
            inside.append(text)
        quote = allowed[0]
        return f"f{quote}{''.join(inside)}{quote}"

    def joined_by_repr(self, parts):
        """Where no quotes fit: three of them, and escapes."""
        inside = ''.join(repr('"' + text)[2:-1] if fixed else text for text, fixed in parts)
        return f"f'''{inside}'''"

    def field(self, node, in_format=False):
        if isinstance(node, JoinedStr):
            return ''.join(self.field(value, in_format) for value in node.values)
        if isinstance(node, FormattedValue):
            return self.expression_FormattedValue(node, TEST)
        if not (isinstance(node, Constant) and isinstance(node.value, str)):
            raise ValueError(f'Unexpected node inside JoinedStr, {node!r}')
        text = node.value.replace('{', '{{').replace('}', '}}')
        if in_format:
            text = text.replace('\\', '\\\\').replace("'", "\\'").replace('"', '\\"').replace('\n', '\\n')
        return text

    def expression_FormattedValue(self, node, around):
        text = self.expression(node.value, OR)
        if text.startswith('{'):
            text = ' ' + text
        if node.conversion != -1:
            text += '!' + chr(node.conversion)
        if node.format_spec:
            text += ':' + self.field(node.format_spec, True)
        return '{' + text + '}'

    # Parameters and the like.

    def parameters(self, node):
        plain = [*node.posonlyargs, *node.args]
        defaults = [None] * (len(plain) - len(node.defaults)) + node.defaults
        parts = []
        for at, (arg, default) in enumerate(zip(plain, defaults), 1):
            parts.append(self.parameter(arg, default))
            if at == len(node.posonlyargs):
                parts.append('/')
        if node.vararg or node.kwonlyargs:
            parts.append('*' + (self.expression(node.vararg) if node.vararg else ''))
        parts += map(self.parameter, node.kwonlyargs, node.kw_defaults)
        if node.kwarg:
            parts.append('**' + self.expression(node.kwarg))
        return ', '.join(parts)

    def parameter(self, arg, default):
        return self.expression(arg) + ('=' + self.expression(default) if default else '')

    def expression_arguments(self, node, around):
        return self.parameters(node)

    def expression_arg(self, node, around):
        return node.arg + (': ' + self.expression(node.annotation) if node.annotation else '')

    def expression_alias(self, node, around):
        return node.name + (f' as {node.asname}' if node.asname else '')

    def expression_withitem(self, node, around):
        return self.expression(node.context_expr) + (
            f' as {self.expression(node.optional_vars)}' if node.optional_vars else '')

    def with_default(self, node, text):
        default = getattr(node, 'default_value', None)
        return text + (f' = {self.expression(default)}' if default else '')

    def expression_TypeVar(self, node, around):
        return self.with_default(node, node.name + (f': {self.expression(node.bound)}' if node.bound else ''))

    def expression_TypeVarTuple(self, node, around):
        return self.with_default(node, '*' + node.name)

    def expression_ParamSpec(self, node, around):
        return self.with_default(node, '**' + node.name)

    # Patterns.

    def pattern(self, node, around=TEST):
        return getattr(self, 'pattern_' + kind(node))(node, around)

    def patterns(self, nodes):
        return [self.pattern(node) for node in nodes]

    def pattern_MatchValue(self, node, around):
        return self.expression(node.value)

    def pattern_MatchSingleton(self, node, around):
        return constant(node.value)

    def pattern_MatchSequence(self, node, around):
        return f"[{', '.join(self.patterns(node.patterns))}]"

    def pattern_MatchStar(self, node, around):
        return '*' + (node.name or '_')

    def pattern_MatchMapping(self, node, around):
        items = [f'{self.expression(key)}: {self.pattern(value)}' for key, value in zip(node.keys, node.patterns)]
        if node.rest is not None:
            items.append('**' + node.rest)
        return '{' + ', '.join(items) + '}'

    def pattern_MatchClass(self, node, around):
        items = self.patterns(node.patterns)
        items += [f'{name}={self.pattern(value)}' for name, value in zip(node.kwd_attrs, node.kwd_patterns)]
        return f"{self.expression(node.cls, ATOM)}({', '.join(items)})"

    def pattern_MatchAs(self, node, around):
        if node.name is None:
            return '_'
        if node.pattern is None:
            return node.name
        return self.enclose(f'{self.pattern(node.pattern, BIT_OR)} as {node.name}', TEST, around)

    def pattern_MatchOr(self, node, around):
        parts = [self.pattern(item, BIT_OR + 1) for item in node.patterns]
        return self.enclose(' | '.join(parts), BIT_OR, around)

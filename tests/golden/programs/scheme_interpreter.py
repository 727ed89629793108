import math
import operator as op


class Symbol(str):
    pass


class Env(dict):
    def __init__(self, params=(), args=(), outer=None):
        super().__init__(zip(params, args, strict=True))
        self.outer = outer

    def find(self, name):
        env = self
        while env is not None:
            if name in env:
                return env
            env = env.outer
        raise NameError(f"unbound variable {name}")


class Procedure:
    def __init__(self, params, body, env):
        self.params, self.body, self.env = params, body, env

    def __repr__(self):
        return f"#<procedure/{len(self.params)}>"


def tokens(text):
    return text.replace("(", " ( ").replace(")", " ) ").replace("'", " ' ").split()


def read(toks):
    if not toks:
        raise SyntaxError("unexpected EOF")
    token = toks.pop(0)
    if token == "(":
        result = []
        while toks and toks[0] != ")":
            result.append(read(toks))
        if not toks:
            raise SyntaxError("missing )")
        toks.pop(0)
        return result
    if token == ")":
        raise SyntaxError("unexpected )")
    if token == "'":
        return [Symbol("quote"), read(toks)]
    for kind in (int, float):
        try:
            return kind(token)
        except ValueError:
            pass
    return {"#t": True, "#f": False}.get(token, Symbol(token))


def evaluate(x, env):
    while True:
        if isinstance(x, Symbol):
            return env.find(x)[x]
        if not isinstance(x, list):
            return x
        match x:
            case []:
                raise SyntaxError("empty application")
            case ["quote", datum]:
                return datum
            case ["if", test, *branches]:
                x = branches[0] if evaluate(test, env) is not False else (branches + [None])[1]
            case ["define", [name, *params], *body]:
                env[name] = Procedure(params, body, env)
                return None
            case ["define", name, value]:
                env[name] = evaluate(value, env)
                return None
            case ["set!", name, value]:
                env.find(name)[name] = evaluate(value, env)
                return None
            case ["lambda", params, *body]:
                return Procedure(params, body, env)
            case ["let", bindings, *body]:
                env = Env([n for n, _ in bindings], [evaluate(v, env) for _, v in bindings], env)
                x = [Symbol("begin"), *body]
            case ["begin", *body, last]:
                for part in body:
                    evaluate(part, env)
                x = last
            case [f, *args]:
                proc = evaluate(f, env)
                values = [evaluate(a, env) for a in args]
                if not isinstance(proc, Procedure):
                    return proc(*values)
                env = Env(proc.params, values, proc.env)
                x = [Symbol("begin"), *proc.body]


def show(value):
    match value:
        case True:
            return "#t"
        case False:
            return "#f"
        case list():
            return "(" + " ".join(map(show, value)) + ")"
        case None:
            return ""
    return str(value)


base = Env()
base.update({"+": lambda *a: sum(a), "-": lambda a, *b: a - sum(b) if b else -a, "*": lambda *a: math.prod(a),
             "/": op.truediv, "<": op.lt, "=": op.eq, "car": lambda x: x[0], "cdr": lambda x: x[1:],
             "cons": lambda a, b: [a, *b], "list": lambda *a: list(a), "null?": lambda x: x == [],
             "not": lambda x: x is False, "sqrt": math.sqrt, "modulo": op.mod})
program = """
(define (fact n) (if (< n 2) 1 (* n (fact (- n 1)))))
(fact 25)
(define (loop i acc) (if (= i 0) acc (loop (- i 1) (+ acc i))))
(loop 5000 0)
(define (map f l) (if (null? l) '() (cons (f (car l)) (map f (cdr l)))))
(map (lambda (x) (* x x)) '(1 2 3 4))
(define (counter) (let ((n 0)) (lambda () (set! n (+ n 1)) n)))
(define c (counter))
(list (c) (c) (c))
(let ((x 2) (y 3)) (begin (set! x 10) (* x y)))
(if #f 1)
(quote (a (b #t) 1.5))
counter
(fact)
(undefined 1)
(car '())
(1 2)
)
"""
toks = tokens(program)
while toks:
    try:
        result = show(evaluate(read(toks), base))
        if result:
            print(result)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
try:
    read(tokens("(a (b)"))
except SyntaxError as error:
    print(error)

"""Which operand is asked first: subclasses with their own reflected method come before their base."""
log = []


def make(name, *bases, **methods):
    body = {}
    for method, answer in methods.items():
        def f(self, other, method=method, answer=answer, name=name):
            log.append(f"{name}.{method}")
            return answer
        body[f"__{method}__"] = f
    return type(name, bases, body)


A = make("A", add=1, radd=2)
B = make("B", A, radd=3)
C = make("C", A)
D = make("D", A, add=NotImplemented)
E = make("E", A, add=NotImplemented, radd=NotImplemented)
F = make("F", sub=NotImplemented)
G = make("G", rsub=7)
for left, right in ((A(), A()), (A(), B()), (B(), A()), (A(), C()), (C(), A()), (A(), D()), (D(), A()), (A(), E()), (E(), A()), (E(), E()), (D(), D()), (5, A()), (A(), 5), (B(), B()), (C(), B()), (D(), E())):
    log.clear()
    try:
        result = left + right
    except TypeError as error:
        result = error
    print(type(left).__name__, type(right).__name__, result, log)
for left, right in ((F(), G()), (G(), F()), (F(), F()), (F(), 1), (1, G()), (G(), 1)):
    try:
        print(left - right)
    except TypeError as error:
        print(error)

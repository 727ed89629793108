name = "global"
def outer():
    name = "outer"
    class A:
        name = "class"
        other = name
        def method(self): return name
        class Inner:
            seen = name
        comprehension = [name for _ in (1,)]
        first = [n for n in [name]]
        generator = list(name for _ in (1,))
        nested_lambda = (lambda: name)()
        default = (lambda n=name: n)()
    return A
A = outer()
print(A.other, A().method(), A.Inner.seen, A.comprehension, A.first, A.generator, A.nested_lambda, A.default)
class B:
    a = 1
    try:
        [a for _ in (1,)]
    except NameError as e:
        print(e)

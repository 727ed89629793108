# Annotation scopes in a class see its names; comprehensions in them do not.
T = "global"


class Plain:
    T = "class"
    type Alias = T
    type Listed = [T for _ in (1,)]
    type Own[T] = [T for _ in (1,)]


print(Plain.Alias.__value__, Plain.Listed.__value__, Plain.Own.__value__[0] is Plain.Own.__type_params__[0])
Plain.T = "later"
print(Plain.Alias.__value__)


def outer():
    x = "nonlocal"

    class Inner:
        global x
        type Alias = x

    return Inner


x = "global"
print(outer().Alias.__value__)
for code in ("def f[T]():\n  def g():\n    nonlocal T\n", "class C[T]:\n  nonlocal T\n"):
    try:
        exec(code)
    except SyntaxError as error:
        print(error.msg)

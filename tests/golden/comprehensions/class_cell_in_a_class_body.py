# In a class body a comprehension that is no function of its own means a global by __class__: the class is not made yet.


def attempt(source):
    names = {}
    try:
        exec(source, names)
    except Exception as error:
        print(type(error).__name__, error)


attempt("class A:\n  r = [__class__ for x in [1]]")
attempt("class A:\n  r = [[__class__ for y in [1]] for x in [1]]")
attempt("class A:\n  r = {__class__: 1 for x in [1]}")
attempt("class A:\n  g = (__class__ for x in [1])\nprint(list(A.g))")
attempt("class A:\n  __class__ = 5\n  r = [__class__ for x in [1]]")
attempt("__class__ = 7\nclass A:\n  r = [__class__ for x in [1]]\nprint(A.r)")
attempt("class A:\n  def f(self): return [__class__ for x in [1]]\nprint(A().f())")
attempt("class A:\n  def f(self):\n    class B:\n      r = [__class__ for x in [1]]\n    return B.r\nprint(A().f())")

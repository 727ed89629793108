def f(a, b, /, c, *args, d, **kw):
    local = a
    return local
code = f.__code__
print(code.co_name, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount)
print(code.co_varnames, code.co_firstlineno, code.co_nlocals)
def outer():
    x = 1
    def inner():
        return x
    return inner
print(outer().__code__.co_freevars, outer.__code__.co_cellvars, outer().__closure__[0].cell_contents)

import inspect

for function in (abs, all, ascii, bin, callable, chr, compile, delattr, divmod, eval, exec, format, hash, id, input, isinstance, len, open, pow, print, repr, round, setattr, sorted, sum):
    try:
        print(function.__name__, inspect.signature(function))
    except ValueError as error:
        print(function.__name__, error)
for function in (max, min, iter, next, dir, vars, getattr, print, type, int, range):
    print(function.__name__, (function.__text_signature__ if function not in (int, type) else "-"))

def f(n):
    try:
        try:
            if n: raise ValueError(n)
            return "inner"
        finally:
            print("inner finally", n)
            if n == 2: return "overridden"
    except ValueError as e:
        return f"caught {e}"
    finally:
        print("outer finally", n)
print(f(0), f(1), f(2))
def g():
    for i in range(3):
        try:
            try:
                if i == 1: continue
                yield i
            finally:
                yield f"f{i}"
        finally:
            print("done", i)
print(list(g()))

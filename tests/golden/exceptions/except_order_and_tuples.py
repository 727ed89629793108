def f(e):
    try:
        raise e
    except LookupError:
        return "lookup"
    except (ValueError, TypeError) as x:
        return f"pair {x}"
    except Exception:
        return "other"
print(f(KeyError()), f(IndexError()), f(ValueError("v")), f(TypeError("t")), f(OSError()))
kinds = (KeyError, (IndexError, (ValueError,)))
try:
    try:
        raise IndexError
    except kinds[0]:
        print("no")
    except kinds[1][0]:
        print("index")
except Exception as e:
    print(e)
try:
    raise BaseException("b")
except:
    print("bare catches all")

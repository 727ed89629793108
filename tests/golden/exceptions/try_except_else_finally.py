def f(x):
    try:
        print("try", x)
        r = 10 / x
    except ZeroDivisionError:
        print("except")
        return "zero"
    except (TypeError, ValueError) as e:
        print("type", e)
        return "bad"
    else:
        print("else")
        return r
    finally:
        print("finally")
print(f(5), f(0), f("a"))

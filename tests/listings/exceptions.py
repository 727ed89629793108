def f(x):
    try:
        return 1 / x
    except ZeroDivisionError as error:
        print(error)
    except (TypeError, ValueError):
        raise RuntimeError from None
    else:
        return 2
    finally:
        print("done")

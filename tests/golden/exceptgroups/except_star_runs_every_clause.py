"""except* clauses each take what matches; the rest and what they raise is grouped again."""
def run(error, *clauses):
    try:
        try:
            raise error
        except* ValueError as e:
            print("ValueError:", repr(e))
            for clause in clauses:
                clause(e)
        except* (TypeError, KeyError) as e:
            print("Type or Key:", repr(e))
        else:
            print("else")
        finally:
            print("finally")
    except BaseException as e:
        print("out:", repr(e), "context", repr(e.__context__))


def raises(e):
    raise RuntimeError("new")


def reraises(e):
    raise e


run(ValueError(1))
run(ExceptionGroup("g", [ValueError(1), TypeError(2)]))
run(ExceptionGroup("g", [ValueError(1), OSError(2)]))
run(OSError(3))
run(ExceptionGroup("g", [ValueError(1), ExceptionGroup("n", [ValueError(2), KeyError(3), OSError(4)])]), lambda e: None)
run(ValueError(1), raises)
run(ExceptionGroup("g", [ValueError(1), OSError(2)]), raises)
run(ExceptionGroup("g", [ValueError(1), OSError(2)]), reraises)
run(ValueError(5), reraises)
try:
    pass
except* ValueError:
    print("never")
else:
    print("else ran")
try:
    try:
        raise ValueError
    except* ExceptionGroup:
        pass
except TypeError as e:
    print(e)
try:
    try:
        raise ValueError
    except* 5:
        pass
except TypeError as e:
    print(e)
try:
    raise ExceptionGroup("g", [ValueError("a"), ValueError("b")])
except* ValueError as e:
    print([x.args for x in e.exceptions], type(e).__name__)
try:
    e
except NameError as error:
    print(error)

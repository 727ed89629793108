"""Bases whose instances are laid out differently cannot be combined."""


def attempt(*bases):
    try:
        made = type("X", bases, {})
        print(made.__base__.__name__, [base.__name__ for base in made.__mro__])
    except TypeError as error:
        print(error)


attempt(ImportError, OSError)
attempt(ImportError, ValueError)
attempt(ValueError, OSError)
attempt(OSError, ValueError)
attempt(SyntaxError, ValueError)
attempt(SyntaxError, StopIteration)
attempt(KeyError, AttributeError)
attempt(NameError, AttributeError)
attempt(UnicodeDecodeError, UnicodeEncodeError)
attempt(UnicodeDecodeError, ValueError)
attempt(SystemExit, StopIteration)
attempt(ExceptionGroup, OSError)
attempt(ExceptionGroup, ValueError)
attempt(int, str)
attempt(int, float)
attempt(list, dict)
attempt(list, tuple)
attempt(set, frozenset)
attempt(int, object)
attempt(object, int)
attempt(dict, Exception)
attempt(bool)
attempt(type(None))
attempt(range)
attempt(slice)
attempt(type(lambda: 0))
attempt(type(iter([])))
attempt(memoryview)
attempt(property, classmethod)
attempt(type, int)
attempt(int, int)
attempt(str, "a")

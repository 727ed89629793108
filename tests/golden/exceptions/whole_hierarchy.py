def tree(cls, depth=0):
    print("  " * depth + cls.__name__)
    for child in sorted(cls.__subclasses__(), key=lambda c: c.__name__):
        if child.__module__ == "builtins":
            tree(child, depth + 1)


tree(BaseException)
print(EnvironmentError is OSError, IOError is OSError, ExceptionGroup.__mro__[1:3])

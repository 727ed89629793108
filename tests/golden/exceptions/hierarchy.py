for c in (KeyError, IndexError, ZeroDivisionError, FileNotFoundError, UnicodeDecodeError, ModuleNotFoundError, RecursionError, StopIteration,
          KeyboardInterrupt, SystemExit, GeneratorExit, UnboundLocalError, NotImplementedError, ConnectionResetError, TimeoutError, DeprecationWarning):
    print(" < ".join(k.__name__ for k in c.__mro__[:-1]))
print(IOError is OSError, EnvironmentError is OSError)

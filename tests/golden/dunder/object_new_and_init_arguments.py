class Plain: pass
class New:
    def __new__(cls, *args): return super().__new__(cls)
class Init:
    def __init__(self, *args): pass
class Both:
    def __new__(cls, *args): return super().__new__(cls, *args)
    def __init__(self, *args): super().__init__(*args)
class NewPasses:
    def __new__(cls, *args): return super().__new__(cls, *args)
class InitPasses:
    def __init__(self, *args): super().__init__(*args)
for cls in (object, Plain, New, Init, Both, NewPasses, InitPasses):
    for args in ((), (1,)):
        try:
            cls(*args)
            print(cls.__name__, args, "made")
        except TypeError as e:
            print(cls.__name__, args, e)
try:
    object.__new__()
except TypeError as e:
    print(e)
for cls in (1, int):
    try:
        object.__new__(cls)
    except TypeError as e:
        print(e)

import builtins
import copy
import pickle

for name in sorted(dir(builtins)):
    cls = getattr(builtins, name)
    if not (isinstance(cls, type) and issubclass(cls, BaseException)):
        continue
    if name.endswith("Group"):
        continue
    try:
        made = cls("text")
    except TypeError as error:
        print(name, error)
        continue
    made.note = 1
    copied = pickle.loads(pickle.dumps(made))
    print(name, repr(copied), copied.__dict__, str(copy.copy(made)), cls.__base__.__name__)

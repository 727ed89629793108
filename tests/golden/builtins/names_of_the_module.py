import builtins

print(builtins.__name__, builtins.__doc__.splitlines()[0], __builtins__ is builtins, builtins.__spec__.name)
names = [name for name in dir(builtins) if name[0].islower() and name not in ("copyright", "credits", "exit", "quit", "license", "help")]
print(len(names), names)
print([name for name in dir(builtins) if name.startswith("_")])
print([name for name in dir(builtins) if name[0].isupper() and not isinstance(getattr(builtins, name), type)])
builtins.shared_by_all = "visible everywhere"
print(shared_by_all)

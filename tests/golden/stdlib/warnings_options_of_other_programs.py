# What test runners take from the module to read filters as the command line has them.
import warnings

print([warnings._getaction(word) for word in ("", "d", "all", "al", "ign", "error", "o", "m")])
for word in ("x", "errors"):
    try:
        warnings._getaction(word)
    except warnings._OptionError as error:
        print(error)
print(warnings._getcategory("DeprecationWarning"), warnings._getcategory(""))
for word in ("int", "no.such.Warning", "Missing"):
    try:
        warnings._getcategory(word)
    except warnings._OptionError as error:
        print(type(error).__mro__[1].__name__, error)
with warnings.catch_warnings():
    warnings.resetwarnings()
    warnings._setoption("error:a+b:UserWarning:mod.ule:3")
    print(warnings.filters[0])
    for option in ("a:b:c:d:e:f", "error::::x", "error::::-1"):
        try:
            warnings._setoption(option)
        except warnings._OptionError as error:
            print(error)

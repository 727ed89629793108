import warnings

for category in (UserWarning, DeprecationWarning, SyntaxWarning, RuntimeWarning, FutureWarning, PendingDeprecationWarning, ImportWarning, UnicodeWarning, BytesWarning, ResourceWarning, EncodingWarning):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            warnings.warn("careful", category)
        except Warning as error:
            print(type(error).__name__, error, category.__base__.__name__)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("one")
    warnings.warn(FutureWarning("two"))
    warnings.warn("three", DeprecationWarning, stacklevel=1)
print([(w.category.__name__, str(w.message), w.lineno > 0) for w in caught])
for arguments in (("x", int), ("x", 3)):
    try:
        warnings.warn(*arguments)
    except TypeError as error:
        print(str(error))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("once")
    for _ in range(3):
        warnings.warn("repeated")
    warnings.filterwarnings("ignore", message="quiet")
    warnings.warn("quiet please")
print(len(caught))

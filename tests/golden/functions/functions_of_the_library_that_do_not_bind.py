# Functions of the library that are built in: no methods where a class has them, no frames in tracebacks.
import cmath
import codecs
import csv
import faulthandler
import hmac
import inspect
import locale
import stat
import traceback
import warnings
import _warnings


class Holder:
    exponential = cmath.exp
    table = csv.reader
    find = codecs.lookup
    kind = stat.S_ISDIR
    same = hmac.compare_digest
    compare = locale.strcoll
    warn = warnings.warn
    decode = codecs.utf_8_decode


holder = Holder()
print(holder.exponential(0), list(holder.table(["a,b"])), holder.find("utf8").name, holder.kind(0o40000))
print(holder.same(b"a", b"a"), holder.compare("a", "b") < 0, holder.decode(b"abc"))
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    holder.warn("careful")
print([str(one.message) for one in seen], seen[0].filename == __file__)
for function in (cmath.exp, csv.reader, csv.writer, codecs.register, codecs.charmap_build, stat.filemode, warnings.warn,
                 warnings.warn_explicit, faulthandler.enable, locale.getencoding):
    print(function, type(function).__name__, function.__module__, function.__name__, hasattr(function, "__get__"))
print(_warnings.warn is warnings.warn, _warnings.filters is warnings.filters)
print(inspect.signature(cmath.isclose), inspect.signature(stat.S_ISDIR), inspect.isbuiltin(codecs.lookup))
for call in (lambda: cmath.log(0), lambda: codecs.lookup("nowhere"), lambda: csv.get_dialect("nowhere")):
    try:
        call()
    except Exception as error:
        print(repr(error), [frame.name for frame in traceback.extract_tb(error.__traceback__)])

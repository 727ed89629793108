"""What each quoting mode writes, escapes, line terminators, DictWriter and errors."""
import csv
import io


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

def write(*rows, **options):
    out = io.StringIO(newline="")
    csv.writer(out, **options).writerows(rows)
    return out.getvalue()


row = ["a", 1, 2.5, None, "b,c", 'd"e', "f\ng", "", True, " h "]
for mode in (csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC, csv.QUOTE_STRINGS, csv.QUOTE_NOTNULL):
    print(mode, repr(write(row, quoting=mode)))
print(repr(write(["a,b", 'c"d'], quoting=csv.QUOTE_NONE, escapechar="\\")), repr(write(["a"], ["b"], lineterminator="|")), repr(write(["a;b"], delimiter=";")), repr(write(['a"b'], doublequote=False, escapechar="\\")), repr(write([])), repr(write([""])), repr(write(["", ""])), repr(write([None])), repr(write(["a"], dialect="unix")), repr(write("abc")), repr(write(range(3))), repr(write(["'x'"], quotechar="'")), repr(write([1e100, 10**20, 1j])))
for bad in ((lambda: write(["a,b"], quoting=csv.QUOTE_NONE)), (lambda: write([None], quoting=csv.QUOTE_NONE)), (lambda: write(5)), (lambda: csv.writer(5)), (lambda: csv.writer(io.StringIO()).writerow(5)), (lambda: csv.writer(io.StringIO()).writerow(["a"])), (lambda: csv.DictWriter(io.StringIO(), ["a"]).writerow({"b": 1})), (lambda: csv.DictWriter(io.StringIO(), ["a"], extrasaction="ignore").writerow({"b": 1})), (lambda: csv.DictWriter(io.StringIO(), ["a"], extrasaction="x")), (lambda: csv.DictWriter(io.StringIO(), ["a", "b"], restval="-").writerow({"a": 1})), (lambda: csv.DictWriter(io.StringIO(), ["a"]).writeheader()), (lambda: write(['a"b'], doublequote=False)), (lambda: csv.register_dialect(5)), (lambda: csv.register_dialect("d", delimiter="::")), (lambda: csv.unregister_dialect("nope"))):
    attempt(bad)
csv.register_dialect("mine", delimiter=":", quoting=csv.QUOTE_ALL, lineterminator="\n")
print(repr(write(["a", "b"], dialect="mine")), "mine" in csv.list_dialects())

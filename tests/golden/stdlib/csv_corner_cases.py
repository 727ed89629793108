import csv
import io


def written(*rows, **options):
    out = io.StringIO()
    csv.writer(out, **options).writerows(rows)
    return out.getvalue()


print(ascii(written(["a", 1, None, 1.5, "b c"], ['quo"te', "com,ma", "new\nline", ""], [""], [])))
print(ascii(written(["a", 1, "x"], quoting=csv.QUOTE_ALL)), ascii(written(["a", 1, 1.5], quoting=csv.QUOTE_NONNUMERIC)), ascii(written(["a,b"], quoting=csv.QUOTE_NONE, escapechar="\\")), ascii(written(["a'b"], quotechar="'")), ascii(written(["a", "b"], delimiter=";", lineterminator="|")), ascii(written(["a", None, "", 1], quoting=csv.QUOTE_STRINGS)), ascii(written(["a", None], quoting=csv.QUOTE_NOTNULL)), ascii(written(['a"b'], doublequote=False, escapechar="!")))
for lines, options in ((["a,b,c"], {}), (['"a,b",c'], {}), (['"a""b"'], {}), (['"multi\n', 'line",x'], {}), (["a, b"], {"skipinitialspace": True}), (["1,2"], {"quoting": csv.QUOTE_NONNUMERIC}), ([""], {}), (["a\tb"], {"dialect": "excel-tab"}), (['a"b,c'], {}), (['"a"b,c'], {}), (["'a,b'"], {"quotechar": "'"}), (["a\\,b"], {"escapechar": "\\"}), (["a\r\n", "b"], {})):
    print(list(csv.reader(lines, **options)))
for call in (lambda: list(csv.reader(['"a'], strict=True)), lambda: list(csv.reader(['"a"b'], strict=True)), lambda: list(csv.reader(["a\0b"])), lambda: list(csv.reader([b"a"])), lambda: csv.reader(["a"], delimiter=",,"), lambda: csv.reader(["a"], delimiter=5), lambda: written(["a,b"], quoting=csv.QUOTE_NONE), lambda: written(5), lambda: csv.reader(5), lambda: list(csv.reader(["a"], dialect="nope")), lambda: csv.writer(5), lambda: list(csv.reader(["x"], quoting=csv.QUOTE_NONNUMERIC)), lambda: csv.reader([], quoting=99), lambda: list(csv.reader(["a\nb"]))):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
d = csv.DictReader(io.StringIO("a,b\n1,2,3\n4\n"))
print(list(d), d.fieldnames, d.line_num)

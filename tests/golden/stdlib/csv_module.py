import csv, io
text = 'a,b,c\r\n1,"x, y",3\n"q""uote",,\n\n"multi\nline",z,w\n'
print(list(csv.reader(io.StringIO(text, newline=''))), list(csv.reader(text.splitlines(True))))
print(list(csv.reader(['a;b c; d'], delimiter=';', skipinitialspace=True)), list(csv.reader(["a|'b|c'|d"], delimiter='|', quotechar="'")), list(csv.reader(['1,"a",2.5'], quoting=csv.QUOTE_NONNUMERIC)), list(csv.reader(['a\\,b,c'], escapechar='\\')), list(csv.reader(['"a",b'], quoting=csv.QUOTE_NONE)), list(csv.reader([])), list(csv.reader([''])), list(csv.reader(['a,'])))
def w(rows, **k):
    f = io.StringIO(); csv.writer(f, **k).writerows(rows); return f.getvalue()
rows = [['a', 1, 2.5, None, True], ['x,y', 'q"q', 'n\nl', '', ' s'], [''], []]
print(repr(w(rows)), repr(w(rows, quoting=csv.QUOTE_ALL)), repr(w(rows[:2], quoting=csv.QUOTE_NONNUMERIC)), repr(w(rows[:2], quoting=csv.QUOTE_NONE, escapechar='\\')), repr(w(rows, delimiter='\t', lineterminator='\n')), repr(w(rows[:2], doublequote=False, escapechar='\\')), repr(w(rows, dialect='unix')), repr(w(rows[:1], quoting=csv.QUOTE_STRINGS)), repr(w(rows[:1], quoting=csv.QUOTE_NOTNULL)))
f = io.StringIO(); d = csv.DictWriter(f, ['n', 'v']); d.writeheader(); d.writerow({'n': 1, 'v': 'x'}); d.writerows([{'n': 2}]); print(repr(f.getvalue()))
try: d.writerow({'z': 1})
except ValueError as e: print(e)
print(list(csv.DictReader(io.StringIO('n,v\n1,2\n3\n4,5,6\n'))), csv.DictReader(io.StringIO('a,b')).fieldnames, list(csv.DictReader(['1,2'], ['x', 'y'])))
for bad in (lambda: w([['a,b']], quoting=csv.QUOTE_NONE), lambda: csv.reader([], delimiter='ab'), lambda: csv.reader([], dialect='zz'), lambda: next(csv.reader([b'a'])), lambda: csv.writer(1), lambda: csv.writer(io.StringIO()).writerow(1), lambda: csv.reader([], quoting=9), lambda: csv.reader([], foo=1), lambda: csv.reader([], quotechar=None, quoting=csv.QUOTE_ALL), lambda: list(csv.reader(['"a"b'], strict=True)), lambda: list(csv.reader(['"a'], strict=True))):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
csv.register_dialect('semi', delimiter=';'); print(csv.list_dialects(), csv.get_dialect('semi').delimiter, list(csv.reader(['a;b'], 'semi'))); csv.unregister_dialect('semi')
r = csv.reader(['a\n', 'b\n']); next(r); print(r.line_num, r.dialect.delimiter, csv.field_size_limit())
for s in ('a,b,c\n1,2,3\n4,5,6\n', "x;'a b';y\nz;'q';w\n", 'a\tb\n1\t2\n'): x = csv.Sniffer().sniff(s); print(repr(x.delimiter), repr(x.quotechar), csv.Sniffer().has_header(s))

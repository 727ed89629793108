"""What csv refuses, quotes and escapes."""
import csv, io, copy
def w(row, **k):
    s=io.StringIO()
    try:
        csv.writer(s, lineterminator='|', **k).writerow(row); return s.getvalue()
    except Exception as e: return type(e).__name__, str(e)
for skip in False, True:
    for q in range(6):
        for row in [''],['',''],[None],[None,None],['a','']:
            print(skip,q,row,w(row,delimiter=' ',skipinitialspace=skip,quoting=q))
class D(csv.Dialect):
    delimiter=','; quoting=0; quotechar='"'; lineterminator=4
for v in (4, None, ''):
    D.lineterminator=v
    try: D()
    except Exception as e: print(type(e), e)
for k in (dict(quotechar=' ',skipinitialspace=True), dict(escapechar=' ', skipinitialspace=True), dict(delimiter=' ',skipinitialspace=True), dict(quotechar=''), dict(quotechar=None, quoting=0), dict(quotechar=None), dict(escapechar=''), dict(delimiter=None), dict(delimiter=5), dict(quoting='x'), dict(quoting=9), dict(lineterminator=None), dict(lineterminator=3)):
    try: csv.reader([],**k); print(k,'ok')
    except Exception as e: print(k,type(e), e)
for a in ((None,),(1,None)):
    try: csv.field_size_limit(*a)
    except Exception as e: print(type(e), e)
d=csv.get_dialect('excel')
for f in (lambda: copy.copy(d), lambda: setattr(d,'delimiter',';'), lambda: delattr(d,'delimiter'), lambda: setattr(d,'quoting',1), lambda: setattr(d, 'foo', 1)):
    try: f(); print('ok')
    except Exception as e: print(type(e), e)
rows=[['\na','b\nc','d\n'],['\re','f\rg','h\r'],['\r\ni','j\r\nk','l\r\n'],['\n\nu','v\n\nw','x\n\n']]
for lt in '\r\n','\n','\r':
    s=io.StringIO(newline='')
    csv.writer(s,lineterminator=lt,quoting=csv.QUOTE_NONE,escapechar='\\').writerows(rows)
    print(repr(s.getvalue()))
    s.seek(0)
    try:
        for r in csv.reader(s,quoting=csv.QUOTE_NONE,escapechar='\\'): print(r)
    except Exception as e: print(type(e),e)
print(type(d), d.delimiter)
class W:
    @property
    def write(self): raise OSError
try: csv.writer(W())
except Exception as e: print(type(e))

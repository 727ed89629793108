import codecs, io
for name in 'cp1252','latin9','iso-8859-2','KOI8-R','cp437','windows-1251','mac-roman','iso8859-15':
    print(name, codecs.lookup(name).name, 'é€Жß'.encode(name,'replace'), bytes(range(0x80,0x100)).decode(name,'replace').encode('utf8')[:40])
for act in (lambda: '\u4e00a'.encode('cp1252'), lambda: b'\x81a'.decode('cp1252'), lambda: 'x'.encode('nope'), lambda: 'abc'.encode('rot13'), lambda: b'x'.decode('hex'), lambda: codecs.lookup('nope')):
    try: print(act())
    except Exception as e: print(type(e).__name__, e)
print(codecs.encode('Hello','rot13'), codecs.encode(b'ab','hex'), codecs.decode('6162','hex'), codecs.decode(b'YWI=\n','base64'))
def search(name):
    if name == 'upper_test':
        return codecs.CodecInfo(lambda t, e='strict': (t.upper().encode(), len(t)), lambda b, e='strict': (bytes(b).decode().lower(), len(b)), name='upper')
codecs.register(search)
print('abc'.encode('upper-test') if 0 else 'abc'.encode('upper_test'), b'ABC'.decode('Upper_Test'), codecs.lookup('upper_test').name)
w = codecs.getwriter('utf-16-le')(io.BytesIO()); w.write('hi'); print(w.getvalue())
r = codecs.getreader('latin-1')(io.BytesIO(b'\xe9a\nb')); print(list(r))
print(open is io.open)
class A: f = open
print(A().f is open)

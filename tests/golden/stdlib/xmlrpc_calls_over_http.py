"""Functions are called on a server of this script's own."""

import datetime
import threading
import xmlrpc.client as xc
import xmlrpc.server as xs

s=xs.SimpleXMLRPCServer(('127.0.0.1',0),logRequests=False,allow_none=True)
s.register_introspection_functions(); s.register_multicall_functions()
s.register_function(pow); s.register_function(lambda *a: list(a),'echo')
class I:
    def add(self,a,b):
        "Adds."
        return a+b
    def bad(self): raise ValueError('no')
s.register_instance(I())
t=threading.Thread(target=s.serve_forever); t.start()
p=xc.ServerProxy('http://127.0.0.1:%d/'%s.server_address[1],allow_none=True)
print(p.pow(2,10),p.add(1,2),p.system.listMethods(),p.system.methodHelp('add'))
print(p.echo(1,2.5,'ä<&>',True,None,[1,[2]],{'a':{'b':1}},b'xyz')[:-1])
try: p.bad()
except xc.Fault as f: print(f, f.faultCode)
try: p.nope()
except xc.Fault as f: print(f)
m=xc.MultiCall(p); m.add(1,2); m.pow(2,3); m.bad()
r=m(); print(r[0],r[1])
try: r[2]
except xc.Fault as f: print(f)
print(repr(p).startswith('<ServerProxy for 127.0.0.1:'))
s.shutdown(); t.join(); s.server_close()
print(xc.dumps((1,'a',xc.DateTime('20200101T10:00:00'),datetime.datetime(2020,1,2,3,4,5)),'f'))
print(xc.loads(xc.dumps((xc.Binary(b'abc'),), methodresponse=True), use_builtin_types=True))
print(xc.loads(xc.dumps((datetime.datetime(2020, 1, 2),), 'when'), use_datetime=True))
print(xc.DateTime('20200101T10:00:00') < xc.DateTime('20210101T10:00:00'), xc.Binary(b'a') == b'a', xc.DateTime('20200101T10:00:00').timetuple()[:6])
for v in (2**40, object(), {1:2}):
    try: print(xc.dumps((v,)))
    except Exception as e: print(type(e).__name__, str(e)[:40])

# Arrays as memoryviews, and arrays over the bytes of other objects: writes are seen on both sides.
import numpy as np, array
def tr(f):
    try: print('ok', f())
    except BaseException as e: print(type(e).__name__, e)
ba = bytearray(80)
a = np.frombuffer(ba)
tr(lambda: ba.append(1)); tr(lambda: ba.extend(b'abc'))
a[:] = 1; print(ba[:8]); ba[0:8] = b'\0'*8; print(a)
del a; tr(lambda: ba.append(1))
b = np.frombuffer(b'abcdefgh', dtype=np.uint8)
tr(lambda: b.__setitem__(0, 1)); print(b.flags.writeable)
x = np.arange(6.0).reshape(2,3)
m = memoryview(x)
print(m.shape, m.ndim, m.format, m.itemsize, m.strides, m.nbytes, m.readonly, m.c_contiguous, m.contiguous, m.obj is x)
tr(lambda: m[1,2]); tr(lambda: m.tolist()); tr(lambda: m.tobytes()[:8]); tr(lambda: m[0]); tr(lambda: len(m))
m[1,2] = 9; print(x)
m = x.data; print(type(m), m.shape, m.obj is x)
m = memoryview(x.T); print(m.shape, m.tolist())
m = memoryview(x[:, ::2]); print(m.shape, m.tolist())
m = memoryview(x[0]); print(m.shape, m.tolist()); m[0] = -1; print(x)
x1 = np.arange(10); m = memoryview(x1); print(m.format, m[3], m[2:5].tolist()); m[2:5] = memoryview(np.array([7,8,9])); print(x1)
m2 = memoryview(x1[::-2]); print(m2.tolist()); m2[0] = 100; print(x1)
for dt in (bool,np.int8,np.uint8,np.int16,np.int32,np.uint32,np.uint64,np.float32):
    z = np.ones(3, dtype=dt); m = memoryview(z); print(m.format, m.itemsize, m.nbytes); tr(lambda: m[0]); 
    tr(lambda: m.__setitem__(0, 0)); print(z)
    w = np.asarray(m); print(w.dtype, w); w[1] = 0; print(z)
q = np.asarray(array.array('i', [1,2,3])); print(q, q.dtype); 
ar = array.array('d', [1,2,3]); q = np.asarray(ar); q[0] = 50; print(ar); tr(lambda: ar.append(3.0))
q = np.array(ar); q[0]=3; print(ar)
r = np.asarray(bytearray(b'abc')); print(r, r.dtype); 
q = np.asarray(memoryview(b'abcd')); print(q, q.flags.writeable)
q = np.asarray(memoryview(bytearray(24)).cast('i', (2,3))); print(q, q.shape); q[1,2]=5
q = np.array(memoryview(b'abcdefgh')[::2]); print(q)
x = np.zeros((3,4)); 
with memoryview(x) as m: print(m.nbytes)
tr(lambda: m.nbytes)
print(bytes(np.arange(3, dtype=np.int8))); print(bytearray(np.arange(3, dtype=np.int16)))
tr(lambda: memoryview(x).cast('B').nbytes); tr(lambda: memoryview(x).cast('B')[0:8].tolist())
s = np.frombuffer(bytearray(range(16)), dtype=np.int16, offset=1, count=3); print(s)

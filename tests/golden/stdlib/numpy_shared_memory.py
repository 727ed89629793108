# Arrays over shared memory: who holds it, and what other processes see.
from multiprocessing import shared_memory as sm

import numpy as np
def tr(f):
    try: print('ok', f())
    except BaseException as e: print(type(e).__name__, e)


def child(name, count):
    other = sm.SharedMemory(name=name)
    seen = np.frombuffer(other.buf, count=count)
    numbers = np.ndarray((count,), buffer=other.buf)
    print("child sees", seen[:3], seen.sum(), seen.reshape(2, -1).sum(axis=0)[:2], seen.max(), seen.argmax())
    numbers[3] = -5.0
    seen[4:6] = [7.0, 8.0]
    seen[seen == 2.0] = 22.0
    seen[[6, 7]] += 100
    seen[8::4] *= 2
    del seen
    other.close()


if __name__ == "__main__":
    for make in ('ndarray','frombuffer','asarray','array.data','cast'):
        shm = sm.SharedMemory(create=True, size=80)
        if make=='ndarray': a = np.ndarray((10,), dtype=float, buffer=shm.buf)
        elif make=='frombuffer': a = np.frombuffer(shm.buf)
        elif make=='asarray': a = np.asarray(shm.buf)
        elif make=='array.data': a = np.frombuffer(shm.buf).data[0:5]
        else: a = np.asarray(shm.buf.cast('d'))
        print(make, getattr(a,'shape',None), getattr(a,'nbytes',None))
        tr(lambda: a.__setitem__(1, 3))
        tr(lambda: bytes(shm.buf[8:16]))
        if make!='ndarray':
            tr(shm.close)
            tr(lambda: shm.buf)
            tr(lambda: a[1])
            tr(lambda: list(a[0:3]))
            b = a
            del a
            tr(shm.close)
            del b
            tr(shm.close)
            tr(shm.close)
        else:
            del a
            tr(shm.close)
        tr(shm.unlink)
    import multiprocessing

    count = 5000
    shm = sm.SharedMemory(create=True, size=8 * count)
    a = np.ndarray((count,), buffer=shm.buf)
    a[:] = np.arange(count)
    process = multiprocessing.get_context("spawn").Process(target=child, args=(shm.name, count))
    process.start()
    process.join()
    print(a[:14], a.sum(), (a * 2).sum(), (a + a[::-1])[:3], np.sqrt(abs(a)).sum().round(6), a.reshape(50, 100).mean(axis=0)[:3])
    print(a.reshape(50, 100).T[0, :5], a[::-1][:3], (a > 100).sum(), a @ a, np.dot(a, a), a.std().round(6), np.sort(a)[:3], a.argmin())
    a[1:] = a[:-1]
    print(a[:6])
    a += 1
    np.multiply(a, 2, out=a)
    a[::2] = 0
    a.sort()
    print(a[-3:], a.astype(int)[-2:], a.tolist()[-1], np.concatenate([a, a]).size, np.where(a > 0, 1, 0).sum())
    m = memoryview(a)
    m[0] = 4.5
    print(a[0], m[0], np.frombuffer(shm.buf)[0], m.format, m.shape, m.nbytes, bytes(m[:1]))
    del m, a
    shm.close()
    shm.unlink()

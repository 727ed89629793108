"""Files that do not wait: None tells of nothing yet, an empty text of the end."""
import os
def pair(mode="rb", **kw):
    r, w = os.pipe(); os.set_blocking(r, False)
    return open(r, mode, **kw), w
for size in ((), (10,), (-1,)):
    f, w = pair(buffering=0)
    print(type(f).__name__, size, f.read(*size)); print(f.readinto(bytearray(4)), f.readall())
    os.write(w, b"abc\nde"); print(f.read(*size), f.read(*size)); os.close(w); print(f.read(*size)); f.close()
for call in ("read", "read1", "readline", "peek", "readlines"):
    for size in ((), (4,)):
        f, w = pair()
        print(call, size)
        for data in (b"", b"abcdef"):
            if data: os.write(w, data)
            try: print(getattr(f, call)(*size))
            except Exception as e: print(type(e), e)
        try: print(getattr(f, call)(*size))
        except Exception as e: print(type(e), e)
        os.close(w); f.close()
f, w = pair()
for b in (b"", b"abc"):
    if b: os.write(w, b)
    try: print(f.readinto(bytearray(5)))
    except Exception as e: print(type(e), e)
r, w = os.pipe(); os.set_blocking(w, False)
g = open(w, "wb", buffering=0)
n = g.write(b"x" * 200000); print(n); print(g.write(b"x"*10)); g.close()
r, w = os.pipe(); os.set_blocking(w, False)
g = open(w, "wb", 8192)
try:
    print(g.write(b"x" * 200000))
    g.flush()
except BlockingIOError as e: print(e, e.characters_written)
os.read(r, 1 << 20)
while g.flush():
    pass
g.close()

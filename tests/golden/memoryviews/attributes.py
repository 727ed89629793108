m = memoryview(bytearray(range(12)))
print(m.nbytes, m.itemsize, m.format, m.ndim, m.shape, m.strides, m.suboffsets, m.readonly, m.contiguous, m.c_contiguous, m.f_contiguous, type(m.obj).__name__)
step = m[::3]
print(step.shape, step.strides, step.contiguous, step.tolist(), step.tobytes(), m[::-1].strides, m[5:2].shape, len(step), step.nbytes)
for call in (lambda: m[12], lambda: m["a"], lambda: m[1.5], lambda: setattr(m, "format", "b"), lambda: hash(m)):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
print(m[0], bytes(memoryview(b"readonly").toreadonly()[:4]), hash(memoryview(b"ab")) == hash(b"ab"), m.toreadonly().readonly)

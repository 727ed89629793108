"""Arrays of ints of few bits, with a sign and without: what is made of them, and what does not fit."""

import io
import pickle

import numpy as np

NAMES = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]

for name in NAMES:
    kind = np.dtype(name)
    info = np.iinfo(name)
    print(name, kind.kind, kind.char, kind.str, kind.itemsize, kind.byteorder, info.bits, info.min, info.max)
    print("   ", np.array([1, 2, 3], dtype=name), repr(np.zeros(2, name)), repr(np.dtype(name).type(7)))

print("which kind both become")
for left in NAMES + ["bool", "float32", "float64", "complex128"]:
    print(f"{left:>10}", *(np.promote_types(left, right).str for right in NAMES + ["bool", "float64"]))

print("images")
image = np.array([[0, 100, 200], [255, 50, 25]], dtype=np.uint8)
print(image + image)
print(repr(image + 1), repr(image / 2), repr(image // 2), repr(image * 1.5))
print(repr(255 - image), repr(image > 99), repr(image.astype(np.int16) - 100))
print(repr(image.mean()), repr(image.sum()), repr(image.max()), repr(image.min()), repr(image.sum(axis=0)))
print(repr(image.cumsum()), image.argmax(), image.argmin(), repr(np.sort(image, axis=None)))
print(np.argsort(image, axis=None), repr(image >> 1), repr(image << 1), repr(image & 15), repr(image | 1))
print(repr(image ^ 255), repr(~image), repr(-image))
print(repr(image.T), repr(image[:, ::-1]), repr(image[image > 60]), image.nbytes, image.tobytes())
print(repr(np.concatenate([image, np.ones((1, 3), np.int8)])), repr(np.where(image > 60, image, 0)))
print(repr(np.clip(image, 20, 120)), repr(np.bincount(image.ravel() // 50)), repr(np.unique(image // 100)))

print("what does not fit")


def attempt(what):
    try:
        print(repr(what()))
    except (OverflowError, ValueError, TypeError) as error:
        print(type(error).__name__, error)


attempt(lambda: np.array([1, 300], dtype=np.uint8))
attempt(lambda: np.uint8(-1))
attempt(lambda: np.int8(128))
attempt(lambda: image + 256)
attempt(lambda: image * -1)
attempt(lambda: image.__setitem__((0, 0), 256))
attempt(lambda: np.array([1.9, -1.9, 3]).astype(np.int8))
attempt(lambda: np.array([300, -1, 128]).astype(np.uint8))
attempt(lambda: np.array([300, -1, 128]).astype(np.int8))
attempt(lambda: image == 256)
attempt(lambda: image < 300)
attempt(lambda: image > -1)
attempt(lambda: np.full(2, 7, dtype=np.uint16))
attempt(lambda: np.array([2, 3], np.uint8) ** 9)
attempt(lambda: np.array([2, 3], np.int32) ** np.array([3, 2], np.int8))
attempt(lambda: np.array([2, 3], np.int32) ** -1)

print("around the ends")
small = np.array([-128, 127, -1, 5], dtype=np.int8)
print(repr(small + np.int8(1)), repr(small - np.int8(1)), repr(abs(small)), repr(-small), repr(small // np.int8(-2)))
print(repr(small % np.int8(3)), repr(np.sign(small)), repr(np.maximum(small, 0)), repr(np.minimum(small, np.int16(0))))
large = np.array([2**64 - 1, 2**63, 0], dtype=np.uint64)
print(repr(large), repr(large + np.uint64(1)), repr(large // 3), repr(large % 10), repr(large.max()), repr(large >> 60))
print(repr(large * 3), repr(np.sort(large)), large.argmax(), repr(large.astype(float)), repr(large.sum()))
print(large.tolist(), repr(large > 5), repr(large == 2**64 - 1), repr(np.array([2**63])), repr(large / 2))

print("single numbers")
a = np.uint8(200)
print(a, repr(a), repr(a + np.uint8(50)), repr(a + 5), repr(a / 2), repr(a // 7), int(a), hash(a), a == 200, f"{a:>5}")
print(isinstance(a, np.integer), isinstance(a, np.unsignedinteger), isinstance(np.int8(1), np.signedinteger))
print([10, 20, 30][np.int8(1)], repr(np.int32(5) * np.int64(2)), repr(np.int16(3) + np.float32(1)))
print(repr(np.uint8(3) * 2.5), type(np.int32(3).item()), np.issubdtype(np.uint8, np.integer))
print(np.issubdtype(np.uint8, np.signedinteger), np.can_cast("uint8", "int16"), np.can_cast("int16", "uint8"))
print(np.can_cast("int32", "float32"), repr(np.min_scalar_type(300)), repr(np.min_scalar_type(-1)))

print("products, bytes, files")
b = np.arange(6, dtype=np.int32).reshape(2, 3)
print(repr(b @ b.T), repr(b.dot([1, 2, 3])), repr(np.sqrt(b.astype(np.int16))), repr(np.sqrt(b)))
print(repr(np.frombuffer(b"\x01\x02\x03\x04", dtype=np.uint16)), repr(np.frombuffer(b"\xff\x01", np.int8)))
print(repr(b.view(np.uint8)[0]), memoryview(b).format, memoryview(b).itemsize)
print(repr(np.arange(3, dtype=np.uint8)), repr(np.linspace(0, 10, 3, dtype=np.int16)), repr(np.eye(2, dtype=np.int8)))
file = io.BytesIO()
np.save(file, b)
file.seek(0)
print(repr(np.load(file)), repr(pickle.loads(pickle.dumps(image))), repr(pickle.loads(pickle.dumps(a))))
print(repr(np.array([True, False]) // np.array([True, True])), repr(np.gcd(np.uint8(12), np.uint8(18))))

# Threads that feed one stream take turns; those with streams of their own do not wait for each other.
import threading
import zlib

data = bytes(range(256)) * 4000
packer = zlib.compressobj()
parts = []
lock = threading.Lock()


def feed():
    with lock:
        parts.append(packer.compress(data))


threads = [threading.Thread(target=feed) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
parts.append(packer.flush())
print(zlib.decompress(b"".join(parts)) == data * 4)

results = []
threads = [threading.Thread(target=lambda: results.append(zlib.crc32(zlib.decompress(zlib.compress(data))))) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(results == [zlib.crc32(data)] * 4)

shared = zlib.compressobj()
threads = [threading.Thread(target=lambda: shared.compress(data)) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(type(shared.flush()))

# difference: Streams of zlib have no `copy`
# cause: The state of a stream is kept by a library in Rust that cannot copy it.
# workaround: Feed a second stream the same data.
import zlib

print(hasattr(zlib.compressobj(), "copy"), hasattr(zlib.decompressobj(), "copy"))

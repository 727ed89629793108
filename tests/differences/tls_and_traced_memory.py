# difference: `ssl` and `tracemalloc` can be imported, but nothing is encrypted or traced
# cause: Libraries import them whether they use them or not. gilly has no TLS and does not trace allocations.
# workaround: Plain sockets, and a proxy of the system that speaks TLS; `gc` and `sys.getsizeof`.
import ssl
import tracemalloc

context = ssl.create_default_context()
print(context.check_hostname)
try:
    context.wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO(), server_hostname="example.org")
    print("wrapped")
except NotImplementedError as error:
    print(error)
try:
    tracemalloc.start()
    print("tracing")
except NotImplementedError as error:
    print(error)

# What tracemalloc says before it was started.
import tracemalloc

print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory(), tracemalloc.get_object_traceback(object()))
print(tracemalloc.get_traceback_limit(), tracemalloc.stop(), tracemalloc.clear_traces(), tracemalloc.reset_peak())
try:
    tracemalloc.take_snapshot()
except RuntimeError as error:
    print(error)

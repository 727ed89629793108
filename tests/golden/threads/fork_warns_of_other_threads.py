"""A fork beside other threads warns in the parent alone."""
import os
import threading
import warnings


def fork():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        child = os.fork()
    if not child:
        os._exit(len(caught))
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    print(status, [(w.category.__name__, str(w.message).replace(str(os.getpid()), "N")) for w in caught])


fork()
end = threading.Event()
thread = threading.Thread(target=end.wait)
thread.start()
fork()
end.set()
thread.join()
fork()

import threading
e = threading.Event()
a = threading.Thread(target=e.wait, name="alpha"); a.start()
print(sorted(t.name for t in threading.enumerate()), a.ident == a.native_id or a.ident is not None)
e.set(); a.join()
print([t.name for t in threading.enumerate()], threading.get_ident() == threading.main_thread().ident)
b = threading.Thread(target=print)
print(b.name.startswith("Thread-"), b.name.endswith("(print)"))
b.name = "new"
print(b.name, repr(b).startswith("<Thread(new, initial"))

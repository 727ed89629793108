import threading
def depth(n): return 0 if n == 0 else 1 + depth(n - 1)
out = []
def work():
    out.append(depth(500))
    try:
        depth(10**6)
    except RecursionError:
        out.append("limited")
t = threading.Thread(target=work); t.start(); t.join()
print(out, depth(300))

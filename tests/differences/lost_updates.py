# difference: An unlocked `counter += 1` can lose updates at any instruction
# cause: gilly switches threads between any two instructions, also between the load and the store of a statement; CPython 3.13 looks for a switch only at a few instructions, so short loops seldom lose an update there, though nothing promises it.
# workaround: Use a lock, as CPython's documentation asks too.
# gilly: --switch-ticks 1
import threading

counter = 0


def work():
    global counter
    for _ in range(1000):
        counter += 1


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("lost some" if counter < 2000 else "lost none")

# Wherever threads that compute take their turns, each sees the set of cores that was chosen for it, and so do children.
# gilly: --switch-ticks 20000
import os
import subprocess
import sys
import threading

whole = os.sched_getaffinity(0)
seen = []


def compute():
    mine = set()
    total = 0
    for step in range(60):
        for number in range(5000):
            total += number
        mine.add(frozenset(os.sched_getaffinity(0)))
    seen.append((total, mine == {frozenset(whole)}))


threads = [threading.Thread(target=compute) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(seen)
print(os.sched_getaffinity(0) == whole)

# A set chosen by one thread is its own.
first = {min(whole)}
told = {}


def choose(name, cores):
    os.sched_setaffinity(threading.get_native_id(), cores)
    for step in range(40):
        for number in range(5000):
            pass
        if os.sched_getaffinity(0) != cores:
            told[name] = False
            return
    told[name] = True


threads = [threading.Thread(target=choose, args=("first", first)), threading.Thread(target=choose, args=("all", whole))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(told.items()))


children = []


def start_child():
    for step in range(20):
        for number in range(5000):
            pass
    code = "import os; print(len(os.sched_getaffinity(0)))"
    children.append(int(subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE).stdout) == len(whole))


threads = [threading.Thread(target=start_child) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(children)

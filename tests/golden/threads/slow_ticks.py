# A call that takes milliseconds is one instruction. Threads that wait beside a loop of such calls, and signals, do not have
# to wait for ten thousand of them.
# policy: the usual one, which alone bounds slices by time
import signal
import threading
import time

ROUNDS = 1500

stop = []
rounds = 0


def work():
    global rounds
    while not stop and rounds < ROUNDS:
        sum(range(300_000))
        rounds += 1


# A thread back from its sleep is let in.
thread = threading.Thread(target=work)
thread.start()
time.sleep(0.01)
stop.append(True)
thread.join()
print("slept and came back in time:", rounds < ROUNDS)

# A thread that computes, too, has its turn in time.
stop.clear()
rounds = 0


def other():
    for _ in range(10):
        sum(range(1000))
    stop.append(True)


threads = [threading.Thread(target=work), threading.Thread(target=other)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("computed in time:", rounds < ROUNDS)


# A signal is seen after the call that it came in.
class Rung(Exception):
    pass


def ring(number, frame):
    raise Rung


signal.signal(signal.SIGALRM, ring)
signal.setitimer(signal.ITIMER_REAL, 0.05)
rounds = 0
try:
    while rounds < ROUNDS:
        sum(range(300_000))
        rounds += 1
except Rung:
    print("rung in time:", rounds < ROUNDS)

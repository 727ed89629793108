# difference: A deadlock is reported and ends the program
# cause: gilly sees when every thread waits for another one for ever. CPython hangs. Exit status 86; a program that has signal handlers of its own is not judged, nor one whose only thread waits for an event, perhaps for Ctrl-C.
# workaround: `gil.on_deadlock("ignore")` lets it hang, `gil.on_deadlock("raise")` raises a `gil.DeadlockError` in one of the threads.
import subprocess
import sys

program = "import threading; lock = threading.Lock(); lock.acquire(); lock.acquire()"
try:
    outcome = subprocess.run([sys.executable, "-c", program], stderr=subprocess.PIPE, text=True, timeout=5)
    print(outcome.returncode, outcome.stderr.splitlines()[0])
except subprocess.TimeoutExpired:
    print("it hangs")

# difference: Ctrl-C shows one traceback, not one for each process
# cause: Of a KeyboardInterrupt that a child does not catch gilly says nothing: the process that started it says it.
# workaround: Catch KeyboardInterrupt in the function that the process runs.
import os
import signal
import subprocess
import sys
import time

program = "import multiprocessing as m, time\nif __name__ == '__main__':\n    c = m.get_context('fork')\n" \
    "    p = c.Process(target=time.sleep, args=(30,)); p.start(); print('started', flush=True); p.join()"
outer = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                         start_new_session=True)
outer.stdout.readline()
time.sleep(1)
os.killpg(outer.pid, signal.SIGINT)
print(outer.communicate()[1].count("Traceback"))

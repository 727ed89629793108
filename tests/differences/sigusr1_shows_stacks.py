# difference: SIGUSR1 shows the stacks of all threads
# cause: gilly has a handler for it unless the script sets one, as `faulthandler.register` would give. In CPython the signal ends the process.
# workaround: `signal.signal(signal.SIGUSR1, signal.SIG_DFL)` brings the system's default back.
import subprocess
import sys

program = "import os, signal; os.kill(os.getpid(), signal.SIGUSR1); print('alive')"
outcome = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
print(outcome.returncode, outcome.stdout.strip(), "MainThread" in outcome.stderr)

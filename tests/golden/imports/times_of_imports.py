"""`-X importtime` says what each import takes, those within it first."""

import os
import re
import subprocess
import sys

with open("outer.py", "w") as file:
    file.write("import inner\n")
with open("inner.py", "w") as file:
    file.write("import time\ntime.sleep(0.02)\n")
done = subprocess.run([sys.executable, "-X", "importtime", "-c", "import outer"], capture_output=True, text=True,
                      env={**os.environ, "PYTHONPATH": "."})
lines = done.stderr.splitlines()
print(lines[0])
found = [re.fullmatch(r"import time: +(\d+) \| +(\d+) \| ( *)(\w+)", line) for line in lines]
times = {match[4]: match for match in found if match and match[4] in ("outer", "inner")}
print(list(times), [len(match[3]) for match in times.values()])
print(int(times["inner"][1]) >= 20000, int(times["outer"][1]) < 20000 <= int(times["outer"][2]))

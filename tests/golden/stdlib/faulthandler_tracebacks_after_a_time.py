# A traceback is written when a time is over, unless it was taken back.
import faulthandler
import os
import tempfile
import time

with tempfile.TemporaryFile() as file:
    faulthandler.dump_traceback_later(60, file=file)
    faulthandler.cancel_dump_traceback_later()
    faulthandler.cancel_dump_traceback_later()
    print(file.tell())

    def waits(seconds):
        time.sleep(seconds)

    faulthandler.dump_traceback_later(0.01, file=file)
    waits(0.5)
    faulthandler.cancel_dump_traceback_later()
    file.seek(0)
    lines = file.read().decode().splitlines()
    print(lines[0])
    name = os.path.basename(__file__)
    print([line.split(" in ")[-1] for line in lines if name in line])
for timeout in (0, -1):
    try:
        faulthandler.dump_traceback_later(timeout)
    except ValueError as error:
        print(error)

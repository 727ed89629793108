"""While debugging, a loop tells of callbacks and steps of tasks that take long."""
import asyncio
import logging
import re
import time


class Show(logging.Handler):
    def emit(self, record):
        text = re.sub(r"\d\.\d{3} seconds", "T seconds", record.getMessage())
        print(record.levelname, re.sub(r"(<Task \w+|<Handle slow\(\)).*>", r"\1>", text))


logging.getLogger("asyncio").addHandler(Show())
logging.getLogger("asyncio").propagate = False


def slow():
    time.sleep(0.06)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.slow_callback_duration)
    loop.slow_callback_duration = 0.05
    loop.call_soon(slow)
    loop.call_soon(print, "quick")
    await asyncio.sleep(0)
    time.sleep(0.06)
    await asyncio.sleep(0)
    loop.set_debug(False)
    time.sleep(0.06)
    await asyncio.sleep(0)


asyncio.run(main(), debug=True)

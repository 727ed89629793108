"""A loop that debugs tracks where coroutines were made, and only while it runs."""
import asyncio
import sys
from asyncio.log import logger


async def main():
    print(sys.get_coroutine_origin_tracking_depth())
    loop = asyncio.get_running_loop()
    for enabled in (False, True, False):
        loop.set_debug(enabled)
        await asyncio.sleep(0)
        print(sys.get_coroutine_origin_tracking_depth())
    reader = asyncio.StreamReader(limit=3)
    reader.feed_data(b"some dataA")
    try:
        await reader.readuntil((b"A", b"ome dataA"))
    except asyncio.LimitOverrunError as error:
        print(error, error.consumed)


print(logger.name)
asyncio.run(main(), debug=True)
print(sys.get_coroutine_origin_tracking_depth())
asyncio.run(main())
print(sys.get_coroutine_origin_tracking_depth())

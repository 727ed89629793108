import asyncio, sys, os

async def procs():
    p = await asyncio.create_subprocess_exec(sys.executable, "-c", "import sys; print(sys.stdin.read().upper()); print('err', file=sys.stderr); sys.exit(3)", stdin=-1, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE)
    print(await p.communicate(b"hello"), p.returncode)
    p = await asyncio.create_subprocess_shell("echo one; echo two; exit 2", stdout=asyncio.subprocess.PIPE)
    async for l in p.stdout: print(l)
    print(await p.wait())
    p = await asyncio.create_subprocess_exec("sleep", "100")
    p.terminate(); print(await p.wait(), p.stdin, p.stdout)
    try: p.kill()
    except ProcessLookupError as e: print("gone", repr(e))
    try: await asyncio.create_subprocess_exec("/no/such/program")
    except FileNotFoundError as e: print(e)
    p = await asyncio.create_subprocess_exec("cat", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    p.stdin.write(b"line\n"); await p.stdin.drain(); print(await p.stdout.readline())
    big = b"z" * 300_000
    out, err = await p.communicate(big); print(len(out), err, p.returncode)
    ps = await asyncio.gather(*[asyncio.create_subprocess_shell(f"sleep 0.1; echo {i}", stdout=-1) for i in range(5)])
    print([ (await p.communicate())[0] for p in ps])
    p = await asyncio.create_subprocess_exec("sleep", "100", stdout=-1)
    try: await asyncio.wait_for(p.communicate(), 0.1)
    except TimeoutError: p.kill(); print("killed", await p.wait())


asyncio.run(procs())

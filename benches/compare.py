"""Times benchmark scripts under several interpreters, side by side.

usage: compare.py [--pyperformance DIR] [--only A,B] [--rounds N] [--seconds S] [--out FILE.json] NAME=COMMAND...

Runs our own benchmarks (pyscripts/bench) and, with --pyperformance, the scripts of the pyperformance suite in DIR
(DIR/bm_*/run_benchmark.py; fetched from PyPI if there is no such folder), which import our stand-in for pyperf
(benches/shim). A script prints `name seconds`, one line a benchmark. In each round every interpreter runs each script
once, in turn, so that a slow minute of the machine hits all of them; the best time of all rounds counts. Ratios are
times of the last interpreter named against each of the others: above 1 the last one is faster. Spread is the worst
round over the best.

example: benches/compare.py cpython=python3.13 gilly=target/release/gilly
"""
import argparse
import json
import math
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

OWN = Path(__file__).resolve().parent.parent / "pyscripts" / "bench"
SHIM = Path(__file__).resolve().parent / "shim"
HELPER = "timing"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--pyperformance", type=Path, metavar="DIR", help="folder of the pyperformance scripts, made if missing"
    )
    parser.add_argument("--only", help="names of scripts, with commas between")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", default="0.5", help="measuring time of one benchmark in one round")
    parser.add_argument("--timeout", type=float, default=120, help="seconds that one script may take")
    parser.add_argument("--out", type=Path, help="where the raw times go, as JSON")
    parser.add_argument("interpreters", nargs="+", metavar="NAME=COMMAND")
    return parser.parse_args()


def fetch(folder):
    """Puts the scripts of the newest pyperformance on PyPI into `folder`."""
    with tempfile.TemporaryDirectory() as scratch:
        download = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", scratch, "pyperformance"]
        subprocess.run(download, check=True)
        (wheel,) = Path(scratch).glob("*.whl")
        zipfile.ZipFile(wheel).extractall(scratch)
        shutil.copytree(Path(scratch, "pyperformance", "data-files", "benchmarks"), folder)


def scripts(options):
    """Name and path of each script to run."""
    found = {path.stem: path for path in sorted(OWN.glob("*.py")) if path.stem != HELPER}
    if options.pyperformance:
        for folder in sorted(options.pyperformance.glob("bm_*")):
            found[folder.name.removeprefix("bm_")] = folder / "run_benchmark.py"
    wanted = options.only.split(",") if options.only else found
    return {name: found[name] for name in wanted if found[name].exists()}


def run(command, path, options):
    """Seconds by benchmark as one run of a script prints them, or the reason why there are none."""
    search = os.pathsep.join(filter(None, [str(SHIM), os.environ.get("PYTHONPATH")]))
    environment = dict(os.environ, BENCH_SECONDS=options.seconds, PYTHONPATH=search)
    try:
        done = subprocess.run(
            [*shlex.split(command), str(path)],
            cwd=path.parent,
            env=environment,
            text=True,
            capture_output=True,
            timeout=options.timeout,
        )
    except subprocess.TimeoutExpired:
        return {}, "takes too long"
    except OSError as error:
        return {}, str(error)
    if done.returncode != 0:
        return {}, (done.stderr.strip().splitlines() or [f"exit status {done.returncode}"])[-1]
    times = {}
    for line in done.stdout.splitlines():
        name, _, seconds = line.strip().rpartition(" ")
        try:
            times[name] = float(seconds)
        except ValueError:
            continue
    return times, None


def measure(options, peers):
    """All times: {(script, benchmark): {interpreter: [seconds, ...]}}, and what failed."""
    times, failures = {}, {}
    for number in range(options.rounds):
        for script, path in scripts(options).items():
            for peer, command in peers.items():
                if (script, peer) in failures:
                    continue
                found, reason = run(command, path, options)
                if reason:
                    failures[script, peer] = reason
                for name, seconds in found.items():
                    times.setdefault((script, name), {}).setdefault(peer, []).append(seconds)
        print(f"round {number + 1} of {options.rounds}", file=sys.stderr)
    return times, failures


def geometric_mean(values):
    return math.exp(sum(math.log(value) for value in values) / len(values)) if values else math.nan


def table(times, peers):
    """Prints a row a benchmark: best seconds of each interpreter, ratios against the last, widest spread."""
    *others, subject = peers
    ratios = {other: [] for other in others}
    spreads = []
    title = f"{'benchmark':<40}" + "".join(f"{peer:>12}" for peer in peers)
    print(title + "".join(f"{'vs ' + other:>14}" for other in others) + f"{'spread':>9}")
    for (script, name), row in times.items():
        best = {peer: min(values) for peer, values in row.items()}
        spread = max(max(values) / min(values) for values in row.values())
        spreads.append(spread)
        label = name if script in name else f"{script}.{name}"
        line = f"{label:<40}" + "".join(f"{best[p]:>12.6f}" if p in best else f"{'-':>12}" for p in peers)
        for other in others:
            if subject in best and other in best:
                ratios[other].append(best[other] / best[subject])
                line += f"{ratios[other][-1]:>13.2f}x"
            else:
                line += f"{'-':>14}"
        print(line + f"{spread:>8.2f}x")
    means = "".join(f"{geometric_mean(ratios[other]):>13.2f}x" for other in others)
    print(f"{'geometric mean':<40}" + " " * (12 * len(peers)) + means + f"{geometric_mean(spreads):>8.2f}x")


def main():
    options = arguments()
    peers = dict(word.split("=", 1) for word in options.interpreters)
    if options.pyperformance and not options.pyperformance.exists():
        fetch(options.pyperformance)
    times, failures = measure(options, peers)
    table(times, list(peers))
    for (script, peer), reason in failures.items():
        print(f"{script} fails under {peer}: {reason}")
    if options.out:
        rows = [{"script": s, "benchmark": n, "seconds": row} for (s, n), row in times.items()]
        options.out.write_text(json.dumps(rows, indent=1))


if __name__ == "__main__":
    main()

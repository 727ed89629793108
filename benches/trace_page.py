"""Measures `gilly trace` on tests/trace/busy.py: the files' sizes, the memory, and the page in headless Chromium.

usage: trace_page.py [--seconds S] [--chromium PATH] GILLY

The page is opened with a script behind its own that notes when the page stood, then zooms and moves it step by step, tells
what lies under the pointer, and notes how long each step took until its pixels could be read.
"""
import argparse
import json
import os
import re
import resource
import subprocess
import tempfile
from pathlib import Path

BUSY = Path(__file__).resolve().parent.parent / "tests" / "trace" / "busy.py"

STEPS = """
<script>
const opened = performance.now();
const steps = [];
function timed(step) {
  const began = performance.now();
  step();
  draw();
  context.getImageData(0, 0, 1, 1);
  steps.push(performance.now() - began);
}
context.getImageData(0, 0, 1, 1);
const shown = performance.now();
for (let step = 0; step < 40; step++) timed(() => zoom(0.75, width * 0.6));
for (let step = 0; step < 10; step++) timed(() => show(view.from - (view.to - view.from) / 8, view.to - view.from));
for (let step = 0; step < 40; step++) timed(() => zoom(1 / 0.75, width * 0.6));
for (const row of rows) if (row.lane) timed(() => hover({ clientX: width * 0.6, clientY: chart.getBoundingClientRect().top + row.y + 9 }));
document.body.innerHTML = "<pre>" + JSON.stringify({ opened, shown, steps }) + "</pre>";
</script>
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", default="10")
    parser.add_argument("--chromium", default="chromium")
    parser.add_argument("gilly")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([options.gilly, "trace", "--out", folder, BUSY, options.seconds], check=True)
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"memory of the largest process: {most:.0f} MiB")
        for file in ("trace.json", "trace.html"):
            print(f"{file}: {os.path.getsize(folder / file) / 1e6:.1f} MB")
        spans = json.loads((folder / "trace.json").read_text())["traceEvents"]
        print(f"events in trace.json: {len(spans)}")
        page = folder / "steps.html"
        page.write_text((folder / "trace.html").read_text().replace("</body>", STEPS + "</body>"))
        command = [options.chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync",
                   "--disable-background-networking", "--disable-component-update", "--window-size=1280,800",
                   f"--user-data-dir={folder / 'profile'}", "--dump-dom", f"file://{page}"]
        shown = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        figures = json.loads(re.search(r"<pre>(.*?)</pre>", shown)[1])
        steps = sorted(figures["steps"])
        print(f"page open after {figures['opened']:.0f} ms, drawn after {figures['shown']:.0f} ms")
        print(f"a zoom, move or look: median {steps[len(steps) // 2]:.1f} ms, longest {steps[-1]:.1f} ms, of {len(steps)}")


if __name__ == "__main__":
    main()

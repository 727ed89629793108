"""Hashes of text and bytes under PYTHONHASHSEED: the same for the same seed, whatever the characters."""
import os
import subprocess
import sys

PROGRAM = r"""
for one in ["", "abc", "abcdefghijk", "\xe4\xfa", "\u2211\u2107", "\xe4\xfa\u2211\u2107", "\U0001f600", "a\U0001f600",
            "\ud800", "\x80"]:
    print(ascii(one), hash(one), hash(one * 3))
print(hash(b"abc"), hash(memoryview(b"abc")), hash(b""), hash(("a", 1)), hash(frozenset(["x", "\xe9"])))
"""

for seed in ["0", "1", "42", "4294967295"]:
    print("seed", seed)
    done = subprocess.run([sys.executable, "-c", PROGRAM], env={**os.environ, "PYTHONHASHSEED": seed},
                          capture_output=True, text=True)
    print(done.stdout, done.stderr, done.returncode)

for seed in ["random", ""]:
    done = subprocess.run([sys.executable, "-c", "print(hash('') == 0, hash('a') == hash('a'))"],
                          env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True)
    print(repr(seed), done.stdout.strip(), done.returncode)

for seed in ["abc", "-1", "4294967296", " 1"]:
    done = subprocess.run([sys.executable, "-c", "1"], env={**os.environ, "PYTHONHASHSEED": seed},
                          capture_output=True, text=True)
    print(repr(seed), done.stdout, done.stderr.splitlines()[:2], done.returncode)

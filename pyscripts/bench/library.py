"""What scripts ask of the library most: JSON, regular expressions, pickles, copies, packed bytes, dates."""
import collections
import copy
import datetime
import decimal
import heapq
import itertools
import json
import pickle
import random
import re
import struct
from timing import bench

RECORDS = [
    {
        "id": number,
        "name": f"record {number}",
        "tags": ["a", "b\u00e9", 'quo"ted'],
        "ratio": number / 7,
        "parent": None if number % 3 else {"id": number - 1, "live": True},
    }
    for number in range(500)
]
LINES = [
    f"10.0.{number % 256}.{number % 7} - - [{number:02}/Nov/2026] \"GET /item/{number}?q=x HTTP/1.1\" {200 + number % 5}"
    for number in range(1_000)
]


def json_there_and_back():
    return len(json.loads(json.dumps(RECORDS)))


def pickle_there_and_back():
    return len(pickle.loads(pickle.dumps(RECORDS)))


def deep_copies():
    return len(copy.deepcopy(RECORDS[:100]))


class Pair:
    def __init__(self, left, right):
        self.left = left
        self.right = right


def copies_of_instances():
    pairs = [Pair(number, [number]) for number in range(200)]
    return len(copy.deepcopy(pairs)) + len([copy.copy(pair) for pair in pairs])


def log_lines():
    line = re.compile(r'(?P<host>[\d.]+) \S+ \S+ \[(?P<day>[^\]]+)\] "(\w+) ([^"?]*)\??(\S*)[^"]*" (\d{3})')
    return sum(int(line.match(text)[6]) for text in LINES)


def words():
    text = " ".join(LINES)
    found = re.findall(r"\b[A-Za-z]\w*\b", text)
    return len(found) + len(re.sub(r"(\d+)/", r"<\1>", text)) + len(re.split(r"[ /]+", text))


def packed_bytes():
    record = struct.Struct("<IHhd4s")
    packed = b"".join(record.pack(i, i & 0xFFFF, -(i & 0xFF), i / 3, b"abcd") for i in range(5_000))
    return sum(fields[0] for fields in record.iter_unpack(packed))


def counted():
    counter = collections.Counter()
    groups = collections.defaultdict(list)
    for text in LINES:
        key = text[5:9]
        counter[key] += 1
        groups[key].append(text)
    last = collections.deque(LINES, maxlen=10)
    return sum(counter.values()) + len(last) + max(map(len, groups.values()))


def permutations_and_products():
    total = 0
    for a, b, c in itertools.permutations(range(20), 3):
        total += a * b - c
    for pair in itertools.product(range(60), repeat=2):
        total += pair[0]
    return total + sum(1 for _ in itertools.combinations(range(18), 4))


def heaps():
    heap = []
    for number in range(5_000):
        heapq.heappush(heap, (number * 7919) % 5_003)
    return sum(heapq.heappop(heap) for _ in range(5_000))


def drawn_numbers():
    generator = random.Random(1)
    drawn = [generator.randint(1, 6) + generator.random() for _ in range(10_000)]
    generator.shuffle(drawn)
    return len(drawn)


def dates():
    day = datetime.datetime(2026, 1, 1)
    step = datetime.timedelta(hours=7)
    seconds = 0
    for _ in range(3_000):
        day += step
        seconds += (day - datetime.datetime(2026, 1, 1)).seconds
        day.isoformat()
    return seconds


def decimals():
    total = decimal.Decimal(0)
    for number in range(1, 5_000):
        total += (decimal.Decimal(number) / 7).quantize(decimal.Decimal("0.01"))
    return str(total)


for work in (
    json_there_and_back, pickle_there_and_back, deep_copies, copies_of_instances, log_lines, words, packed_bytes, counted,
    permutations_and_products, heaps, drawn_numbers, dates, decimals,
):
    bench(work)

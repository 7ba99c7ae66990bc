#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Times the merge of a list of ranges, text to text, beside the programs that people use for it.

usage: compare_merge.py MERGE_TEXT [ROUNDS]

MERGE_TEXT is the program of that name from a bench build. Peers that are not installed are left out. The programs take
turns, so that a busy computer slows them alike. Printed are the median of the elapsed times, the least processor time
(which a busy computer disturbs less) and whether the outputs are the same as ours. `aggregate` is quadratic and gets
small lists only.
"""
import ipaddress
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import typing

SIZES = {4: (1_000, 10_000, 100_000, 1_000_000), 6: (1_000, 10_000, 100_000, 1_000_000)}
PEERS = {"iprange": (4, 1_000_000, []), "aggregate": (4, 10_000, ["-q"])}


class Run(typing.NamedTuple):
    elapsed: float
    processor: float
    output: bytes


def random_network(generator, version):
    if version == 4:
        bits, host_share, prefixes = 32, 0.7, (16, 30)
    else:
        bits, host_share, prefixes = 128, 0.6, (32, 112)
    prefix = bits if generator.random() < host_share else generator.randint(*prefixes)
    address = generator.getrandbits(bits) >> (bits - prefix) << (bits - prefix)
    if version == 6:
        address = address & ~(7 << 125) | 1 << 125
    text = str(ipaddress.IPv4Address(address) if version == 4 else ipaddress.IPv6Address(address))
    return f"{text}/{prefix}"


def write_list(version, size):
    generator = random.Random(size * version)
    file = tempfile.NamedTemporaryFile("w", suffix=".txt")
    file.writelines(random_network(generator, version) + "\n" for _ in range(size))
    file.flush()
    return file


def run(command, path):
    with open(path) as source:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=source, stdout=subprocess.PIPE)
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        elapsed = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} failed with status {process.returncode}")
    return Run(elapsed, usage.ru_utime + usage.ru_stime, output)


def as_prefixes(output):
    """iprange prints a single address without its prefix."""
    return sorted(line if "/" in line else line + "/32" for line in output.decode().split())


def compare(commands, version, size, rounds):
    with write_list(version, size) as file:
        runs = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                runs[name].append(run(command, file.name))
    ours = as_prefixes(runs["gatehouse"][0].output)
    for name, results in runs.items():
        elapsed = statistics.median(result.elapsed for result in results) * 1000
        processor = min(result.processor for result in results) * 1000
        theirs = as_prefixes(results[0].output)
        print(f"IPv{version} {size:>9,} {name:<10} elapsed {elapsed:8.1f} ms  processor {processor:8.1f} ms  "
              f"{len(theirs):>9,} ranges  {'same' if theirs == ours else 'OTHER'}", flush=True)


def main():
    merge_text = sys.argv[1]
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 9
    for version, sizes in SIZES.items():
        for size in sizes:
            commands = {"gatehouse": [merge_text]}
            for name, (peer_version, most, options) in PEERS.items():
                if shutil.which(name) and version == peer_version and size <= most:
                    commands[name] = [name, *options] + (["-"] if name == "iprange" else [])
            compare(commands, version, size, rounds)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Times the start of the window, and weighs it, beside an empty window of Qt.

usage: compare_start.py BIN EMPTY_WINDOW [ROUNDS]     (under an X server: xvfb-run -a ...)

BIN is the folder of the built programs, EMPTY_WINDOW the program of that name from a bench build. Gatehouse is started
with nothing on its list and with 10,000 entries that the embedded service holds. The programs take turns. Printed are
medians: from the start of the process to its window on the screen, to the moment from which it has nothing more to do
(its list is read and drawn), the processor time used until then, and the memory then resident.
"""
import ctypes
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time
import typing
import urllib.request

ENTRIES = 10_000
IDLE_SECONDS = 0.6
MOST_SECONDS = 60
MAP_NOTIFY = 19
SUBSTRUCTURE_NOTIFY = 1 << 19


class Start(typing.NamedTuple):
    shown: float
    ready: float
    processor: float
    resident: float


class Screen:
    """Tells when a window of some size is put on the X screen."""

    def __init__(self):
        self.x11 = ctypes.CDLL("libX11.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(None))
        if not self.display:
            sys.exit("there is no X server: run this under xvfb-run -a")
        root = ctypes.c_ulong(self.x11.XDefaultRootWindow(self.display))
        self.x11.XSelectInput(self.display, root, ctypes.c_long(SUBSTRUCTURE_NOTIFY))
        self.x11.XSync(self.display, 1)

    def wait_for_window(self):
        event = (ctypes.c_long * 24)()
        while True:
            self.x11.XNextEvent(self.display, ctypes.byref(event))
            if ctypes.c_int.from_buffer(event).value == MAP_NOTIFY:
                return

    def forget(self):
        self.x11.XSync(self.display, 1)


def processor_seconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident_megabytes(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


def start(screen, command):
    screen.forget()
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    screen.wait_for_window()
    shown = time.perf_counter() - begun
    used, busy_until = processor_seconds(process.pid), time.perf_counter()
    while time.perf_counter() - busy_until < IDLE_SECONDS and time.perf_counter() - begun < MOST_SECONDS:
        time.sleep(0.02)
        now = processor_seconds(process.pid)
        if now > used:
            used, busy_until = now, time.perf_counter()
    result = Start(shown, busy_until - begun, used, resident_megabytes(process.pid))
    process.terminate()
    process.wait()
    return result


def fill(service, home):
    """Puts the entries on the list that the window shows first."""
    data = home / "data" / "service"
    data.mkdir(parents=True)
    process = subprocess.Popen([service, "--data", data], stdout=subprocess.PIPE, text=True)
    ready = json.loads(process.stdout.readline())
    entries = [{"ip": f"10.{n >> 8 & 255}.{n & 255}.{n >> 16}", "description": f"Entry {n}"} for n in range(ENTRIES)]
    request = urllib.request.Request(ready["url"] + "/quave/api/public/v1/app-env/allowlist", method="PATCH",
                                     data=json.dumps({"appEnvId": "local", "allowlist": entries}).encode(),
                                     headers={"Authorization": ready["token"], "Content-Type": "application/json"})
    urllib.request.urlopen(request).read()
    process.terminate()
    process.wait()


def main():
    programs, empty_window = pathlib.Path(sys.argv[1]), sys.argv[2]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 9
    screen = Screen()
    with tempfile.TemporaryDirectory() as folder:
        empty, full = pathlib.Path(folder) / "empty", pathlib.Path(folder) / "full"
        fill(programs / "gatehouse-service", full)
        commands = {"an empty Qt window": [empty_window],
                    "Gatehouse, empty list": [programs / "gatehouse", "--home", empty],
                    f"Gatehouse, {ENTRIES:,} entries": [programs / "gatehouse", "--home", full]}
        runs = {name: [] for name in commands}
        for _ in range(rounds + 1):
            for name, command in commands.items():
                runs[name].append(start(screen, command))
    for name, results in runs.items():
        middle = [statistics.median(column) for column in zip(*results[1:])]  # the first fills the caches
        print(f"{name:<26} shown {middle[0] * 1000:6.0f} ms  ready {middle[1] * 1000:6.0f} ms  "
              f"processor {middle[2] * 1000:6.0f} ms  resident {middle[3]:6.1f} MiB")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Arrows run downwards only: every include of one folder of src from another must be allowed by the table below."""
import pathlib
import re
import sys

ALLOWED = {
    "ip": set(),
    "base": set(),
    "allowlist": {"base", "ip"},
    "http": {"base"},
    "services": {"base", "ip", "allowlist", "http"},
    "database": {"base"},
    "store": {"base", "ip", "allowlist", "database"},
    "sync": {"base", "ip", "allowlist", "http", "services", "store"},
    "server": {"base", "ip", "database"},
    "cli": {"base", "ip", "allowlist", "services", "store", "sync", "server"},
    "desktop": {"base", "ip", "allowlist", "services", "store", "sync", "server"},
}
ALLOWED["app"] = set(ALLOWED)  # the mains compose everything
WIDGETS_ALLOWED = {"desktop", "app"}
OWN = re.compile(r'^\s*#\s*include\s*"([a-z]+)/')
QT = re.compile(r"^\s*#\s*include\s*<(Q[A-Za-z]+|Qt[A-Za-z]+/.*)>")
PARSER = re.compile(r"^\s*#\s*include\s*<CLI/")
PARSER_ALLOWED = {"cli/Arguments.cpp", "app/ServiceArguments.cpp"}
WIDGET_CLASSES = re.compile(
    r"^Q(Widget|Application|MainWindow|Dialog|MessageBox|TableView|ListView|LineEdit|Label|PushButton|Menu|Style.*|"
    r"AbstractItemView|AbstractItemDelegate|StyledItemDelegate|ToolButton|ComboBox|Layout|.*Layout|tWidgets/.*)$")


def problems_in(path: pathlib.Path, room: str):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        own = OWN.match(line)
        if own and own[1] != room and own[1] in ALLOWED and own[1] not in ALLOWED[room]:
            yield f"{path}:{number}: {room} must not include {own[1]}"
        if PARSER.match(line) and "/".join(path.parts[-2:]) not in PARSER_ALLOWED:
            yield f"{path}:{number}: CLI11 costs seconds a source; cli/Arguments.h has what commands need of it"
        qt = QT.match(line)
        if qt and room == "ip":
            yield f"{path}:{number}: ip is C++ standard library only, and includes {qt[1]}"
        if qt and room not in WIDGETS_ALLOWED and WIDGET_CLASSES.match(qt[1]):
            yield f"{path}:{number}: nothing below desktop uses Qt Widgets, and {room} includes {qt[1]}"


def main(source: pathlib.Path) -> int:
    found = []
    for room in sorted(p.name for p in source.iterdir() if p.is_dir()):
        if room not in ALLOWED:
            found.append(f"{source / room}: not a room of the house; add it to {__file__} with what it may include")
            continue
        for path in sorted((source / room).rglob("*")):
            if path.suffix in {".h", ".cpp"}:
                found += problems_in(path, room)
    print("\n".join(found) if found else "includes: every arrow runs downwards")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "src")))

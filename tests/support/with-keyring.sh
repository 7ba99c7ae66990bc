#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# with-keyring.sh COMMAND [ARGUMENT]...
#
# Runs COMMAND on a message bus of its own, with a new and unlocked gnome-keyring whose files are gone afterwards. The
# user's own keyring, home and display are out of reach. Ends with COMMAND's status, or with 99 when no keyring came up.
#
# The keyring stays in the foreground, as a child of ours that we can end: as a daemon it would outlive short sessions.
# To see whether it is there the bus is asked who owns the name, since a message to the name itself would make the bus
# start a second keyring, a locked one.
set -u

if [ "${GATEHOUSE_TEST_KEYRING:-}" = inside ]; then
    echo test | gnome-keyring-daemon --unlock --foreground --components=secrets >/dev/null 2>&1 &
    keyring=$!
    trap 'kill "$keyring" 2>/dev/null; wait "$keyring" 2>/dev/null' EXIT
    tries=0
    until dbus-send --session --print-reply --dest=org.freedesktop.DBus /org/freedesktop/DBus \
        org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets 2>/dev/null | grep -q 'boolean true'; do
        tries=$((tries + 1))
        if [ "$tries" -gt 250 ] || ! kill -0 "$keyring" 2>/dev/null; then
            echo "with-keyring.sh: gnome-keyring-daemon did not come up" >&2
            exit 99
        fi
        sleep 0.02
    done
    unset GATEHOUSE_TEST_KEYRING
    "$@"
    exit
fi

for tool in dbus-run-session dbus-send gnome-keyring-daemon; do
    if ! command -v "$tool" >/dev/null; then
        echo "with-keyring.sh: $tool is not installed" >&2
        exit 99
    fi
done

folder=$(mktemp -d) || exit 99
trap 'rm -rf "$folder"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
export HOME="$folder" XDG_RUNTIME_DIR="$folder/run"
mkdir -m 700 "$XDG_RUNTIME_DIR"
# A display would let the keyring ask for a password there; the desktop's name would choose another keychain.
unset DISPLAY WAYLAND_DISPLAY XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME
unset XDG_CURRENT_DESKTOP DESKTOP_SESSION KDE_FULL_SESSION KDE_SESSION_VERSION GNOME_KEYRING_CONTROL
GATEHOUSE_TEST_KEYRING=inside dbus-run-session -- "$0" "$@"

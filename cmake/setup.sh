# SPDX-License-Identifier: Apache-2.0
# Shared by ./run and ./check, sourced by both: installs what is missing, and builds a preset.
# Every step says what it does on standard error, and a failure ends in one sentence that helps.

say() { printf 'gatehouse: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# packages_of SECTION...: the package names in these sections of packaging/debian-packages.txt
packages_of() {
    for section in "$@"; do
        awk -v want="[$section]" '/^#/ || /^$/ {next} /^\[/ {inside = ($0 == want); next} inside' \
            "$root/packaging/debian-packages.txt"
    done | sort -u
}

missing_packages() {
    needed=$(packages_of "$@")
    # One call for all: a call for each takes longer than the build of a tree in which nothing changed. dpkg-query ends with 1
    # where it does not know one of them, which is the very answer that is looked for, and no failure.
    there=" $(dpkg-query -W -f='${db:Status-Status}=${Package} ' $needed 2>/dev/null || true) "
    for package in $needed; do
        case $there in *" installed=$package "*) ;; *) echo "$package" ;; esac
    done
}

# install_packages SECTION...: as root, or by sudo; does nothing when all are there
install_packages() {
    command -v dpkg-query >/dev/null 2>&1 || {
        say "this is not a Debian system, so nothing is installed: see packaging/debian-packages.txt for what is needed"
        return 0
    }
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null 2>&1 ||
            fail "these packages are missing and neither root nor sudo is there to install them:" $missing
        as_root=sudo
    fi
    say "installing:" $missing
    $as_root apt-get update -qq >&2 || say "apt-get update failed; going on with the package lists that are here"
    # Recommended packages are left out: every package that is needed is named in the list.
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >&2 ||
        fail "apt-get could not install them; its words above say why"
}

# build_preset PRESET [TARGET...]: configures only where no build folder of these presets is there yet; ninja does it again
# when another rule has changed
build_preset() {
    preset=$1
    shift
    if [ ! -f "$root/build/$preset/build.ninja" ] || [ "$root/CMakePresets.json" -nt "$root/build/$preset/build.ninja" ]; then
        say "configuring build/$preset"
        (cd "$root" && cmake --preset "$preset" >"$root/build/$preset-configure.log" 2>&1) || {
            cat "$root/build/$preset-configure.log" >&2
            rm -f "$root/build/$preset/build.ninja"
            fail "configuring failed; the lines above say why"
        }
    fi
    tty=0
    [ ! -t 2 ] || tty=1
    { NINJA_STATUS='[%f/%t %e] ' ninja -C "$root/build/$preset" "$@" 2>&1 || touch "$root/build/$preset/failed"; } |
        awk -v what="building $preset" -v tty=$tty -f "$root/cmake/progress.awk" >&2
    [ ! -e "$root/build/$preset/failed" ] || {
        rm -f "$root/build/$preset/failed"
        fail "the build failed; the first error above says where"
    }
}

# SPDX-License-Identifier: Apache-2.0
# Turns ninja's lines "[17/230 12.3 45] Building …" (done, all, seconds so far, seconds left) into progress that a person
# understands, and hands everything else on as it is. With tty=1 one line is written over again; without it a line is written
# for each tenth of the work.
function left_in_words(seconds) {
    if (seconds == "" || seconds == "?") return ""
    if (seconds < 60) return ", less than a minute left"
    minutes = int((seconds + 59) / 60)
    return minutes == 1 ? ", about a minute left" : ", about " minutes " minutes left"
}
match($0, /^\[[0-9]+\/[0-9]+ [0-9.]+\] /) {
    split(substr($0, 2, RLENGTH - 3), part, /[\/ ]/)
    share = int(100 * part[1] / part[2])
    left = part[1] < 8 ? "" : part[3] / part[1] * (part[2] - part[1])
    text = "gatehouse: " what ", " share " % (step " part[1] " of " part[2] ")" left_in_words(left)
    if (tty) {
        printf "\r%-78s", text
        hasLine = 1
    } else if (int(share / 10) > tenths) {
        tenths = int(share / 10)
        print text
    }
    fflush()
    next
}
/^ninja: no work to do/ { next }
/^ninja: Entering directory/ { next }
{
    if (hasLine) printf "\n"
    hasLine = 0
    print
    fflush()
}
END { if (hasLine) printf "\n" }

#!/bin/sh
# The command line of the packaged app; needs no display. Chromium writes to stderr what is no business of ours, so
# that stream is closed to it and the command's own goes through descriptor 3.
here=$(dirname "$(readlink -f "$0")")
sandbox=
if [ "$(id -u)" = 0 ]; then sandbox=--no-sandbox; fi
exec 3>&2
SHEAF_STDERR_FD=3 exec "$here/sheaf-app" --ozone-platform=headless $sandbox --cli "$@" 2>/dev/null

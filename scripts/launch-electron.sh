#!/bin/sh
# Root's way to start Electron: as the unprivileged user CCHC_RUN_AS, because Chromium refuses its sandbox to root.
# Playwright takes this file as executablePath; scripts/lib/unprivileged.mjs sets the variables. setpriv replaces this
# process, so the process id the caller holds is the app's own.
set -eu
cd "$CCHC_RUN_HOME"
unset XDG_CONFIG_HOME XDG_CACHE_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_RUNTIME_DIR
export HOME="$CCHC_RUN_HOME" USER="$CCHC_RUN_AS" LOGNAME="$CCHC_RUN_AS" TMPDIR=/tmp
exec setpriv --reuid="$CCHC_RUN_AS" --regid="$CCHC_RUN_AS" --init-groups -- "$CCHC_ELECTRON" "$@"

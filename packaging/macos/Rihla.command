#!/usr/bin/env bash
# Starts rihla, which stands beside this file: its page opens in the browser. Not tried on macOS yet.
set -euo pipefail
cd "$(dirname "$0")"

code=0
./rihla "$@" || code=$?
if [ "$code" -ne 0 ]; then
  # The window stays until it was read.
  cat <<'END'

Rihla ne va pas plus loin ; la raison est au-dessus. Appuyez sur Entrée.
Rihla goes no further; the reason stands above. Press Enter.
END
  read -r || true
fi
exit "$code"

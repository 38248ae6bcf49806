#!/usr/bin/env bash
# The hook of .pre-commit-hooks.yaml: pre-commit clones this repository and runs this file in the project to be checked.
# npm does not build a git dependency that is installed globally, so the first run builds here, in pre-commit's clone.
set -euo pipefail
clone="$(cd "$(dirname "$0")/.." && pwd)"
if [ ! -e "$clone/dist/cli.js" ]; then
  (cd "$clone" && npm ci --silent --no-audit --no-fund && npm run --silent build) >&2
fi
exec node "$clone/dist/cli.js" check "$@"

#!/bin/sh
# Search beside SQLite and OpenSearch; README.md says what is compared.
set -eu
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
go test ./internal/index/bleveindex -run TestSpeed -timeout 2h -v -megabytes "${1:-100}" -export "$work"
python3 scripts/searchbench/compare.py "$work"

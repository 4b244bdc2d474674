#!/bin/sh
# What the site is checked with: Java and npm packages, Lighthouse only for the long runs (`install.sh all`).
# Where there is no Node.js 20, those tests skip, and say so.
set -eu
cd "$(dirname "$0")"
if ! command -v java >/dev/null 2>&1 && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
	echo "Installing Java for the Nu HTML checker"
	apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq openjdk-17-jre-headless >/dev/null
fi
if ! command -v npm >/dev/null 2>&1 || ! node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)'; then
	echo "No Node.js 20 here: the site's checkers will be skipped"
	exit 0
fi
wanted="${1:-} $(cat package.json)"
[ -f node_modules/.installed ] && [ "$(cat node_modules/.installed)" = "$wanted" ] && exit 0
[ "${1:-}" = all ] || less=--omit=optional
npm install --silent --no-package-lock --ignore-scripts --no-audit --no-fund ${less:-}
printf '%s' "$wanted" >node_modules/.installed

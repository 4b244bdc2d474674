#!/bin/sh
# The browser tests drive Debian's Chromium. Where we may, we install it; elsewhere they skip, and say so.
set -eu
for name in chromium chromium-browser google-chrome; do
	command -v "$name" >/dev/null 2>&1 && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
	echo "Installing Chromium for the browser tests"
	apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null
else
	echo "No Chromium here: the browser tests will be skipped"
fi

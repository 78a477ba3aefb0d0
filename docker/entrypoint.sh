#!/bin/sh
# Gives the server a base folder of its own (queues and transaction log survive, configuration does not) and becomes it.
set -eu
home=/opt/waxwing
base=/var/lib/waxwing/server
mkdir -p "$base"
rm -rf "$base/configuration" "$base/deployments" "$base/tmp"
cp -R "$home/standalone/." "$base/"
set -- --server-config=waxwing.xml "-Djboss.server.base.dir=$base" "$@"
if [ -n "${WAXWING_OTLP_ENDPOINT:-}" ]; then
  set -- "$@" "--yaml=$base/configuration/otlp.yaml"
fi
export JAVA_OPTS="$WAXWING_JAVA_OPTS -Djava.net.preferIPv4Stack=true -Djava.awt.headless=true"
# So that the script hands signals on and the server stops in order.
export LAUNCH_JBOSS_IN_BACKGROUND=1
exec "$home/bin/standalone.sh" "$@"

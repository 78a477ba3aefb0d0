#!/bin/bash
# Ready when the server says so; without any tool that the image may lack.
exec 3<>"/dev/tcp/127.0.0.1/${WAXWING_MANAGEMENT_PORT:-9990}" || exit 1
printf 'GET /health/ready HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' >&3
read -r status <&3
case "$status" in
  *" 200 "*) exit 0 ;;
  *) exit 1 ;;
esac

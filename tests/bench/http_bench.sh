#!/usr/bin/env bash
# Load figures of the HTTP room: a 100-comment thread from palabre's memory against the same bytes as a file from
# Debian's nginx, on this machine, in this run; then durable posts a second.
#   tests/bench/http_bench.sh [palabre] [seconds a measurement]
# Only loopback is used. wrk takes its share of the same cores, alike for both servers.
set -euo pipefail

palabre=${1:-build/palabre}
seconds=${2:-5}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
palabre_pid=""
nginx_pid=""

finish() {
  if [[ -n $palabre_pid ]]; then kill "$palabre_pid" 2>/dev/null || true; fi
  if [[ -n $nginx_pid ]]; then kill "$nginx_pid" 2>/dev/null || true; fi
  wait
  rm -rf "$work"
}
trap finish EXIT

for tool in nginx wrk curl python3; do
  command -v "$tool" >/dev/null || { echo "$tool is missing (apt install nginx-light wrk curl python3)" >&2; exit 2; }
done

start_palabre() {
  "$palabre" site add bench --origin http://127.0.0.1 --data "$work/data" >/dev/null
  "$palabre" serve --port 0 --data "$work/data" --no-rate-limits >"$work/out" 2>"$work/log" &
  palabre_pid=$!
  for _ in $(seq 100); do
    grep -q 'listening on' "$work/out" && break
    sleep 0.05
  done
  palabre_url=$(sed -n 's/^listening on //p' "$work/out")
  [[ -n $palabre_url ]] || { cat "$work/log" >&2; exit 1; }
}

# 100 top-level comments of 150 to 600 characters, some with Markdown.
seed() {
  python3 - "$palabre_url" <<'PYTHON'
import http.client, json, sys, urllib.parse
words = ("le marché du samedi matin commence tôt and nobody minds because the bread is warm the coffee is strong "
         "et les voisins se parlent enfin **vraiment** de tout `et` de rien").split()
url = urllib.parse.urlsplit(sys.argv[1])
connection = http.client.HTTPConnection(url.hostname, url.port)
for i in range(100):
    text = " ".join(words[(i * 7 + k * (i + 3)) % len(words)] for k in range(30 + i % 70))
    body = {"site": "bench", "page": "/bench", "title": "Bench", "author": {"name": f"Reader {i}"}, "body": text}
    connection.request("POST", "/api/v1/comments", json.dumps(body), {"Content-Type": "application/json"})
    answer = connection.getresponse()
    answer.read()
    assert answer.status == 201, answer.status
PYTHON
}

start_nginx() {
  local port
  port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  cat >"$work/nginx.conf" <<CONF
daemon off; worker_processes auto; pid $work/nginx.pid; error_log $work/nginx.log;
events { worker_connections 2048; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; types { } default_type application/json;
  client_body_temp_path $work; proxy_temp_path $work; fastcgi_temp_path $work; uwsgi_temp_path $work; scgi_temp_path $work;
  server {
    listen 127.0.0.1:$port backlog=4096; root $work/files;
    add_header X-Content-Type-Options nosniff;
    add_header Cache-Control "public, max-age=0, must-revalidate";
    location = /gzip { add_header Content-Encoding gzip; add_header Vary "Accept-Encoding, Origin"; }
    location = /br { add_header Content-Encoding br; add_header Vary "Accept-Encoding, Origin"; }
  }
}
CONF
  chmod 755 "$work"
  nginx -p "$work" -c "$work/nginx.conf" &
  nginx_pid=$!
  nginx_url=http://127.0.0.1:$port
  for _ in $(seq 100); do
    curl -sf "$nginx_url/identity" >/dev/null && break
    sleep 0.05
  done
}

# requests a second, 99th percentile in ms, requests that failed
measure() {
  local url=$1 connections=$2 coding=$3
  wrk -t2 -c"$connections" -d"${seconds}s" --latency --timeout 5s -H "Accept-Encoding: $coding" "$url" |
    python3 -c '
import re, sys
text = sys.stdin.read()
rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1])
value, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", text).groups()
failed = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", text)
bad = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
errors = sum(map(int, failed.groups())) if failed else 0
errors += int(bad[1]) if bad else 0
print(rate, float(value) * {"us": 0.001, "ms": 1, "s": 1000}[unit], errors)'
}

compare() {
  local coding=$1 connections=$2 ours theirs
  theirs=$(measure "$nginx_url/$coding" "$connections" "$coding")
  ours=$(measure "$thread_url" "$connections" "$coding")
  python3 -c '
import sys
coding, connections, (n, np, ne), (p, pp, pe) = sys.argv[1], sys.argv[2], sys.argv[3].split(), sys.argv[4].split()
print(f"{coding:9} {connections:>4}   {float(n):9.0f} {float(np):8.2f}   {float(p):9.0f} {float(pp):8.2f}   {float(p)/float(n):5.2f}   {pe}")' \
    "$coding" "$connections" "$theirs" "$ours"
}

start_palabre
thread_url="$palabre_url/api/v1/thread?site=bench&page=%2Fbench"
seed
mkdir "$work/files"
for coding in identity gzip br; do
  curl -sf -H "Accept-Encoding: $coding" "$thread_url" -o "$work/files/$coding"
  echo "$coding: $(stat -c %s "$work/files/$coding") bytes"
done
start_nginx

echo "coding    conn   nginx r/s   p99 ms   palabre r/s p99 ms   ratio   failed"
for coding in identity gzip br; do
  for connections in 16 64 256; do compare "$coding" "$connections"; done
done

echo "durable posts with 8 clients:"
wrk -t2 -c8 -d"${seconds}s" --latency -s "$here/http_post.lua" "$palabre_url/api/v1/comments" |
  grep -E 'Requests/sec|99%|Non-2xx' || true

#!/usr/bin/env bash
# A socket made by hand and given to uvicorn (`Server.serve(sockets=[…])`) makes each answer wait some 40 ms for the one before.
#
# One would guess: socket(AF_INET, SOCK_STREAM) is a TCP socket, and asyncio sets TCP_NODELAY on all of those, as it does where
# uvicorn opens the port itself.
# What happens: asyncio sets it only where `socket.proto` is IPPROTO_TCP, and accepted connections have the `proto` of the
# listening socket, which is 0 unless it is named. uvicorn writes head and body of an answer one after the other, so the body
# of a small one waits (Nagle's algorithm) until the browser acknowledges the head, which it puts off for 40 ms on Linux.
# Name it: socket(AF_INET, SOCK_STREAM, IPPROTO_TCP).
#
# Seen with uvicorn 0.54.0, Python 3.11, Linux 6.18, median of 40 answers on one connection:
#   proto 0: 47.9 ms, IPPROTO_TCP: 0.1 ms
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q uvicorn==0.54.0
cat > "$folder/serve.py" <<'PYTHON'
import asyncio
import http.client
import socket
import statistics
import threading
import time

import uvicorn


async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})


def median(proto):
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, proto)
    listening.bind(("127.0.0.1", 0))
    listening.listen()
    server = uvicorn.Server(uvicorn.Config(app, log_level="critical", lifespan="off"))
    thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[listening])))
    thread.start()
    connection = http.client.HTTPConnection(*listening.getsockname())
    times = []
    for _ in range(40):
        began = time.perf_counter()
        connection.request("GET", "/")
        assert connection.getresponse().read() == b"ok"
        times.append(1000 * (time.perf_counter() - began))
    connection.close()
    server.should_exit = True
    thread.join()
    return statistics.median(times)


unnamed, named = median(0), median(socket.IPPROTO_TCP)
print(f"proto 0: {unnamed:.1f} ms, IPPROTO_TCP: {named:.1f} ms")
raise SystemExit(unnamed < 4 * named)
PYTHON
"$folder/venv/bin/python" "$folder/serve.py" || { echo "both are quick now"; exit 1; }

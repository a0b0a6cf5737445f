"""Who may ask the preview for anything.

Comes in: a request (ASGI). Goes out: the request, to the application behind; or a refusal. The promise: only who knows the
token, on this machine, asking by this server's own name, and not on behalf of another site's page, gets past; what cannot be
told apart from outside gets the same answer. Refuses to know what is asked for.
"""

from hmac import compare_digest
from typing import TYPE_CHECKING

from starlette.responses import Response

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

METHODS = ("GET", "HEAD", "POST")
POLICY = "; ".join((
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' blob: data:", "connect-src 'self'",
    "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
))  # fmt: skip
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",  # the address holds the token
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Guard:
    """Stands before an application, which gets its requests without the token in their paths."""

    def __init__(self, app: "ASGIApp", token: str, port: int) -> None:
        self._app = app
        self._token = token.encode()
        self._hosts = (f"127.0.0.1:{port}", f"localhost:{port}")
        self.ticket = ""  # opens the door in place of the token until somebody is in

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Answer one connection."""
        if scope["type"] != "http":
            if scope["type"] == "websocket":
                await send({"type": "websocket.close", "code": 1008})
            return
        headers: dict[bytes, list[str]] = {}
        for name, value in scope["headers"]:
            headers.setdefault(name, []).append(value.decode("latin-1"))
        status = self._refusal(str(scope["method"]), headers)
        word, _, rest = str(scope["path"]).removeprefix("/").partition("/")
        answer = HEADERS
        if not status and self.ticket and not rest and compare_digest(word.encode(), self.ticket.encode()):
            status, answer = 303, {**HEADERS, "Location": f"/{self._token.decode()}/"}
        elif not status and not compare_digest(word.encode(), self._token):
            status = 404
        if status:
            await Response(status_code=status, headers=answer)(scope, receive, send)
            return

        async def send_guarded(message: "Message") -> None:
            if message["type"] == "http.response.start":
                own = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
                message = {**message, "headers": [*message.get("headers", ()), *own]}
            await send(message)

        # no `root_path`: nothing behind makes addresses, and each is relative to the page's own
        await self._app({**scope, "path": f"/{rest}", "raw_path": f"/{rest}".encode()}, receive, send_guarded)

    def _refusal(self, method: str, headers: dict[bytes, list[str]]) -> int:
        """The status by which a request is refused for how it is asked; 0 for none."""
        if method not in METHODS:
            return 405
        if len(headers.get(b"host", ())) != 1 or headers[b"host"][0] not in self._hosts:
            return 421  # a name of another site that leads here (DNS rebinding)
        own = f"http://{headers[b'host'][0]}"
        origins = headers.get(b"origin", [])
        if any(origin != own for origin in origins) or (method == "POST" and not origins):
            return 403
        site, mode = headers.get(b"sec-fetch-site", [""])[0], headers.get(b"sec-fetch-mode", [""])[0]
        foreign = site not in ("", "none", "same-origin") and mode != "navigate"  # who follows a link may come from anywhere
        return 403 if foreign else 0

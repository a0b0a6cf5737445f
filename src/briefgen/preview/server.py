"""What a browser can ask for.

Comes in: requests that the guard has let through. Goes out: the page, its style and its scripts; pictures of pages; what
stands on them; events. The promise: nothing is read from disk for a request but the page's own few files, by fixed names; a
place in the outline is asked for by a point or a number, never by a path. Refuses to know when anything is built.
"""

from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from briefgen.preview.assets import NAMES, read
from briefgen.preview.editor import open_in
from briefgen.preview.room import Room, whole

EXCERPT = 3  # lines above and below a place
LONGEST = 400  # characters of a line that are shown


def application(room: Room) -> Starlette:
    """The application."""
    answers = _Answers(room)
    return Starlette(
        routes=[
            *(Route(f"/{name}", answers.asset) for name in NAMES),
            Route("/state", answers.state),
            Route("/events", answers.events),
            Route("/leaf/{key}.{form}", answers.picture),
            Route("/facts/{key}", answers.facts),
            Route("/order/{key}", answers.order),
            Route("/proof", answers.proof),
            Route("/place", answers.place),
            Route("/open", answers.open, methods=["POST"]),
        ]
    )


class _Answers:
    """What is answered to each kind of request."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def asset(self, request: Request) -> Response:
        data, media = read(request.url.path.removeprefix("/"))
        return Response(data, media_type=media)

    async def state(self, _: Request) -> Response:
        return Response(self._room.stream.state or "{}", media_type="application/json")

    async def events(self, _: Request) -> Response:
        if self._room.stream.full:
            return Response("too many pages are open", 503)
        self._room.entered()
        return StreamingResponse(self._room.stream.listen(), media_type="text/event-stream")

    async def picture(self, request: Request) -> Response:
        key, form = request.path_params["key"], request.path_params["form"]
        width = whole(request.query_params.get("width", ""))
        if form not in ("bmp", "png") or width is None:
            return Response(status_code=400)
        found = await self._room.picture(key, width, form, press="press" in request.query_params)
        return Response(status_code=404) if found is None else Response(found, media_type=f"image/{form}")

    async def facts(self, request: Request) -> Response:
        return _json(await self._room.facts(request.path_params["key"]))

    async def order(self, request: Request) -> Response:
        return _json(await self._room.order(request.path_params["key"]))

    async def proof(self, _: Request) -> Response:
        return JSONResponse({"name": await self._room.press_name()})

    async def place(self, request: Request) -> Response:
        return JSONResponse(_shown(self._room, request))

    async def open(self, request: Request) -> Response:
        editor, found = self._room.editor, self._room.place(request.query_params)
        if found is None or not editor.command:
            return Response(status_code=404)
        process = await open_in(editor, Path(found.file), max(1, found.line), max(1, found.column))
        if process is None:
            return Response(status_code=500)
        self._room.await_end(process.wait())
        return Response(status_code=204)


def _json(value: Any) -> Response:
    return Response(status_code=404) if value is None else JSONResponse(value)


def _shown(room: Room, request: Request) -> dict[str, Any] | None:
    """A place with the lines round it, and how a browser opens it."""
    found = room.place(request.query_params)
    if found is None:
        return None
    path, lines = Path(found.file), room.lines_of(found)
    first = max(1, found.line - EXCERPT)
    link = path.absolute().as_uri().replace("file://", "vscode://file", 1)
    return {
        "file": path.name,
        "line": found.line,
        "column": found.column,
        "first": first,
        "lines": [line[:LONGEST] for line in lines[first - 1 : found.line + EXCERPT]] if found.line else [],
        "link": "" if room.editor.command else f"{link}:{max(1, found.line)}:{max(1, found.column)}",
    }

"""What a browser can ask for.

Comes in: requests that the guard has let through. Goes out: the page, its style and its scripts; pictures of pages; what
stands on them; events. The promise: nothing is read from disk for a request but the page's own few files, by fixed names; a
place in the outline is asked for by a point or a number, never by a path. Refuses to know when anything is built.
"""

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

    async def asset(request: Request) -> Response:
        data, media = read(request.url.path.removeprefix("/"))
        return Response(data, media_type=media)

    async def state(_: Request) -> Response:
        return Response(room.stream.state or "{}", media_type="application/json")

    async def events(_: Request) -> Response:
        if room.stream.full:
            return Response("too many pages are open", 503)
        room.entered()
        return StreamingResponse(room.stream.listen(), media_type="text/event-stream")

    async def picture(request: Request) -> Response:
        form, width = request.path_params["form"], whole(request.query_params.get("width", ""))
        if form not in ("bmp", "png") or width is None:
            return Response(status_code=400)
        found = await room.picture(request.path_params["key"], width, form, press="press" in request.query_params)
        return Response(status_code=404) if found is None else Response(found, media_type=f"image/{form}")

    async def facts(request: Request) -> Response:
        return _json(await room.facts(request.path_params["key"]))

    async def order(request: Request) -> Response:
        return _json(await room.order(request.path_params["key"]))

    async def proof(_: Request) -> Response:
        return JSONResponse({"name": await room.press_name()})

    async def place(request: Request) -> Response:
        return JSONResponse(_shown(room, request))

    async def open_place(request: Request) -> Response:
        found = room.place(request.query_params)
        if found is None or not room.editor.command:
            return Response(status_code=404)
        path, line, column = room.path_of(found), found.line, found.column
        process = await open_in(room.editor, path, line, column)
        if process is None:
            return Response(status_code=500)
        room.await_end(process.wait())
        return Response(status_code=204)

    routes = [Route(f"/{name}", asset) for name in NAMES]
    routes += [
        Route("/state", state),
        Route("/events", events),
        Route("/leaf/{key}.{form}", picture),
        Route("/facts/{key}", facts),
        Route("/order/{key}", order),
        Route("/proof", proof),
        Route("/place", place),
        Route("/open", open_place, methods=["POST"]),
    ]
    return Starlette(routes=routes)


def _json(value: Any) -> Response:
    return Response(status_code=404) if value is None else JSONResponse(value)


def _shown(room: Room, request: Request) -> dict[str, Any] | None:
    """A place with the lines round it, and how a browser opens it."""
    found = room.place(request.query_params)
    if found is None:
        return None
    path, lines = room.path_of(found), room.lines_of(found)
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

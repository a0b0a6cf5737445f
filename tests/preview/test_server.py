"""Who gets what from the server of a preview, and who gets nothing."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from support.watching import Watched, watching

from briefgen.preview.assets import NAMES


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    folder = tmp_path_factory.mktemp("served")
    (folder / "secret.txt").write_text("secret")
    with watching(folder) as found:
        yield found


def key_of(watched: Watched) -> str:
    return str(watched.state()["leaves"][0]["key"])


@pytest.mark.parametrize("name", NAMES)
def test_the_page_and_its_files(watched: Watched, name: str) -> None:
    status, data = watched.ask(name)
    assert status == 200
    assert data


@pytest.mark.parametrize(("form", "query"), [("bmp", ""), ("png", ""), ("png", "&press")])
def test_a_page_as_a_picture(watched: Watched, tmp_path: Path, form: str, query: str) -> None:
    status, data = watched.ask(f"leaf/{key_of(watched)}.{form}?width=300{query}")
    assert status == 200
    (tmp_path / "page").write_bytes(data)
    with Image.open(tmp_path / "page") as image:
        assert image.format == form.upper()
        assert (image.width, image.height) == (300, 425)
        assert sum(image.convert("L").histogram()[:100]) > 300  # there are words on it


def test_no_picture_is_larger_than_is_good(watched: Watched) -> None:
    status, data = watched.ask(f"leaf/{key_of(watched)}.bmp?width=9999999")
    assert status == 200
    assert len(data) < 120_000_000


def test_facts_and_order(watched: Watched) -> None:
    import json

    facts = json.loads(watched.ask(f"facts/{key_of(watched)}")[1])
    assert {"Water for Saltmarsh", "What leaks"} <= {spot["words"] for spot in facts["spots"]}
    assert len(facts["columns"]) == 2
    steps = json.loads(watched.ask(f"order/{key_of(watched)}")[1])
    assert [step[0] for step in steps[:3]] == ["H1", "H2", "P"]


@pytest.mark.parametrize(
    "path",
    [
        "secret.txt", "../secret.txt", "..%2fsecret.txt", "%2e%2e/secret.txt", "leaf/../../secret.txt", "/etc/passwd",
        "leaf/x.bmp?width=100", "page.html", "assets/page.html", "brief.yaml", "build/brief.pdf",
        "facts/..%2f..%2fsecret.txt",
    ],
)  # fmt: skip
def test_nothing_else_is_there(watched: Watched, path: str) -> None:
    status, data = watched.ask(path)
    assert status == 404
    assert b"secret" not in data


@pytest.mark.parametrize(
    "query",
    [
        "file=secret.txt&line=1",
        "problem=7",
        "problem=-1",
        "page=0&x=1&y=1",
        "page=99&x=1&y=1",
        "page=1&x=nan&y=1",
        "id=",
        "id=x",
    ],
)
def test_no_place_that_is_not_of_the_brief(watched: Watched, query: str) -> None:
    assert watched.ask(f"place?{query}") == (200, b"null")


@pytest.mark.parametrize("query", ["", "?width=", "?width=-5", "?width=1e9", "?width=٣", "?width=1&form=x"])
def test_a_width_is_a_number(watched: Watched, query: str) -> None:
    from urllib.parse import quote

    status, _ = watched.ask(f"leaf/{key_of(watched)}.bmp{quote(query, safe='?=&')}")
    assert status == (200 if "width=1&" in query else 400)


@pytest.mark.parametrize("token", ["", "x", "{token}x", "x{token}", "{token}%00", "{lower}"])
def test_only_who_knows_the_token_gets_in(watched: Watched, token: str) -> None:
    word = token.format(token=watched.token, lower=watched.token.swapcase())
    for path in (f"/{word}/", f"/{word}/state", f"/{word}"):
        assert watched.ask_plainly(path, "GET", {})[0] == 404


@pytest.mark.parametrize(
    "host",
    [
        "example.org",
        "127.0.0.1",
        "127.0.0.1:1",
        "localhost.example.org:{port}",
        "127.0.0.1:{port}.example.org",
        "[::1]:{port}",
    ],
)
def test_only_by_its_own_name(watched: Watched, host: str) -> None:
    assert watched.ask("state", Host=host.format(port=watched.port))[0] == 421


def test_also_as_localhost(watched: Watched) -> None:
    assert watched.ask("state", Host=f"localhost:{watched.port}")[0] == 200


@pytest.mark.parametrize("origin", ["https://example.org", "null", "http://127.0.0.1", "http://localhost:{port}"])
def test_not_on_behalf_of_others(watched: Watched, origin: str) -> None:
    assert watched.ask("state", Origin=origin.format(port=watched.port))[0] == 403


def test_not_as_a_part_of_another_page(watched: Watched) -> None:
    assert watched.ask("page.css", Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="no-cors")[0] == 403
    assert watched.ask("", Sec_Fetch_Site="same-site", Sec_Fetch_Mode="navigate")[0] == 200


def test_what_changes_something_needs_an_origin(watched: Watched) -> None:
    assert watched.ask("open?page=1&x=100&y=100", "POST")[0] == 403
    own = f"http://127.0.0.1:{watched.port}"
    assert watched.ask("open?page=1&x=100&y=100", "POST", Origin=own)[0] == 404  # there is no editor to open it with
    assert watched.ask("open?page=1&x=100&y=100")[0] == 405


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])
def test_other_methods_are_refused(watched: Watched, method: str) -> None:
    assert watched.ask("state", method)[0] == 405


@pytest.mark.parametrize(
    "sent",
    [
        b"GET /{token}/state HTTP/1.1\r\n\r\n",
        b"GET /{token}/state HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nHost: 127.0.0.1:{port}\r\n\r\n",
        b"GET http://example.org/{token}/state HTTP/1.1\r\nHost: example.org\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc",
        b"GET /{token}/state HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Key: x\r\nOrigin: https://example.org\r\n\r\n",
        b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n\r\n",
    ],
)
def test_odd_requests_are_refused_and_the_next_is_answered(watched: Watched, sent: bytes) -> None:
    sent = sent.replace(b"{token}", watched.token.encode()).replace(b"{port}", str(watched.port).encode())
    with socket.create_connection(("127.0.0.1", watched.port), 5) as connection:
        connection.sendall(sent)
        got = connection.recv(4096)
    assert not got.startswith(b"HTTP/1.1 2")
    assert watched.ask("state")[0] == 200


def test_what_answers_forbid_a_browser(watched: Watched) -> None:
    import http.client

    connection = http.client.HTTPConnection("127.0.0.1", watched.port, timeout=5)
    connection.request("GET", f"/{watched.token}/")
    headers = connection.getresponse().headers
    connection.close()
    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"


def test_it_listens_on_this_machine_alone(watched: Watched) -> None:
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    listening = {row[1] for row in rows if row[3] == "0A"}
    assert f"0100007F:{watched.port:04X}" in listening
    assert f"00000000:{watched.port:04X}" not in listening


def test_listeners_are_bounded(watched: Watched) -> None:
    request = f"GET /{watched.token}/events HTTP/1.1\r\nHost: 127.0.0.1:{watched.port}\r\n\r\n".encode()
    streams = []
    try:
        for _ in range(41):
            streams.append(socket.create_connection(("127.0.0.1", watched.port), 5))
            streams[-1].sendall(request)
            answer = streams[-1].recv(200)
        assert answer.startswith(b"HTTP/1.1 503")
        assert watched.ask("state")[0] == 200
    finally:
        for stream in streams:
            stream.close()

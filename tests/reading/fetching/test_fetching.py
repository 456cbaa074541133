"""`silang fetch` against real servers on this machine, kind and hostile; nothing here asks the internet."""

from __future__ import annotations

import contextlib
import gzip
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from typer.testing import CliRunner

from silang.cli import NOTHING, SKIPPED, app
from silang.errors import FetchError
from silang.reading import read
from silang.reading.fetching.client import Client, Limits
from silang.reading.fetching.fetch import Outcome, fetched
from silang.reading.fetching.kept import LEDGER, file_of

TEXT = "".join(
    f"<p>{line}</p>"
    for line in (
        "SUKARAYA - Jembatan Melati di Kecamatan Wanasari ambruk pada Senin pagi setelah hujan deras dua hari.",
        "Bupati Ratna Permadi mengatakan tidak ada korban jiwa karena jembatan itu sudah ditutup sejak Minggu malam.",
        "“Kami menutupnya begitu retakan terlihat di tiang tengah jembatan,” kata Ratna kepada wartawan di lokasi.",
    )
)
PAGE = f"<!DOCTYPE html><html><head><title>Jembatan Ambruk</title></head><body><article>{TEXT}</article></body></html>"
QUICK = Limits(size=200_000, seconds=1.0, delay=0.0, allow_private=True)
Serve = Callable[[BaseHTTPRequestHandler], None]


class Server:
    """A web server whose paths are functions; it remembers what it was asked, and when."""

    def __init__(self) -> None:
        self.paths: dict[str, Serve] = {}
        self.asked: list[str] = []
        self.times: list[float] = []
        self.headers: list[dict[str, str]] = []
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                server.asked.append(self.path)
                server.times.append(time.monotonic())
                server.headers.append(dict(self.headers.items()))
                with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                    server.paths.get(self.path, answer("", 404))(self)

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.http.block_on_close = False
        threading.Thread(target=self.http.serve_forever, args=(0.01,), daemon=True).start()

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.http.server_port}{path}"


def answer(body: str | bytes, status: int = 200, kind: str = "text/html; charset=utf-8", **headers: str) -> Serve:
    data = body.encode() if isinstance(body, str) else body

    def serve(handler: BaseHTTPRequestHandler) -> None:
        if (tag := headers.get("ETag")) and handler.headers.get("If-None-Match") == tag:
            handler.send_response(304)
            handler.end_headers()
            return
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(data)

    return serve


def drip(
    piece: bytes, pause: float = 0.0, head: bytes = b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n"
) -> Serve:
    """Sends `piece` for ever, or until nobody listens."""

    def serve(handler: BaseHTTPRequestHandler) -> None:
        handler.close_connection = True
        handler.wfile.write(head)
        while True:
            handler.wfile.write(piece)
            handler.wfile.flush()
            time.sleep(pause)

    return serve


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.http.shutdown()
    made.http.server_close()


def states(outcomes: tuple[Outcome, ...]) -> list[str]:
    return [outcome.state for outcome in outcomes]


def refusal(server: Server, path: str, limits: Limits = QUICK) -> str:
    with Client(limits) as client, pytest.raises(FetchError) as why:
        client.get(server.url(path))
    return str(why.value)


def test_a_page_is_kept_and_read_with_its_address(server: Server, tmp_path: Path) -> None:
    server.paths["/berita/jembatan-ambruk.html"] = answer(PAGE)
    url = server.url("/berita/jembatan-ambruk.html")
    assert fetched([url + "#komentar"], tmp_path, limits=QUICK) == (Outcome(url, "fetched"),)
    (report,) = read([tmp_path]).reports
    assert report.url == url
    assert report.id.startswith("127.0.0.1-jembatan-ambruk-")
    assert server.asked == ["/robots.txt", "/berita/jembatan-ambruk.html"]
    assert server.headers[1]["User-Agent"].startswith("Silang/")


def test_the_pages_of_a_feed_up_to_the_limit_with_what_the_feed_tells(server: Server, tmp_path: Path) -> None:
    items = "".join(
        f"<item><title>Jembatan {n}</title><link>{server.url(f'/{n}')}</link><source url='x'>Koran Bayangan</source>"
        "<pubDate>Mon, 03 Feb 2031 10:20:00 +0700</pubDate></item>"
        for n in range(5)
    )
    server.paths["/feed"] = answer(f"<rss><channel>{items}</channel></rss>", kind="application/rss+xml", ETag='"a"')
    for n in range(5):
        server.paths[f"/{n}"] = answer(PAGE.replace("Senin", f"Senin ke-{n}"), ETag='"b"')
    assert states(fetched([server.url("/feed")], tmp_path, limit=3, limits=QUICK)) == ["fetched"] * 3
    reports = read([tmp_path]).reports
    assert [r.outlet and r.outlet.name for r in reports] == ["Koran Bayangan"] * 3
    assert {r.published for r in reports} == {"2031-02-03T10:20+07:00"}
    again = fetched([server.url("/feed"), server.url("/1")], tmp_path, limit=3, limits=QUICK)
    assert states(again) == ["unchanged"] * 3  # the page that is named twice is asked for once
    assert len(read([tmp_path]).reports) == 3
    assert len((tmp_path / LEDGER).read_text(encoding="utf-8").splitlines()) == 4  # nothing was noted a second time


def test_a_changed_page_takes_the_place_of_the_old_one(server: Server, tmp_path: Path) -> None:
    server.paths["/a"] = answer(PAGE, Last_Modified="Mon, 03 Feb 2031 03:20:00 GMT")
    fetched([server.url("/a")], tmp_path, limits=QUICK)
    server.paths["/a"] = answer(PAGE.replace("dua hari", "tiga hari"))
    assert states(fetched([server.url("/a")], tmp_path, limits=QUICK)) == ["fetched"]
    assert server.headers[-1]["If-Modified-Since"] == "Mon, 03 Feb 2031 03:20:00 GMT"
    (report,) = read([tmp_path]).reports
    assert "tiga hari" in report.text


def test_an_index_of_sitemaps_packed_and_newest_first(server: Server, tmp_path: Path) -> None:
    pages = "".join(f"<url><loc>{server.url(f'/{n}')}</loc><lastmod>2031-02-0{n}</lastmod></url>" for n in range(1, 4))
    packed = gzip.compress(f"<urlset>{pages}</urlset>".encode())
    maps = f"<sitemapindex><sitemap><loc>{server.url('/map.xml.gz')}</loc></sitemap></sitemapindex>"
    server.paths["/sitemap.xml"] = answer(maps, kind="application/xml")
    server.paths["/map.xml.gz"] = answer(packed, kind="application/x-gzip")
    for n in range(1, 4):
        server.paths[f"/{n}"] = answer(PAGE)
    outcomes = fetched([server.url("/sitemap.xml")], tmp_path, limit=2, limits=QUICK)
    assert [outcome.address for outcome in outcomes] == [server.url("/3"), server.url("/2")]


def test_a_saved_feed_names_pages_and_one_in_it_that_is_a_feed_is_refused(server: Server, tmp_path: Path) -> None:
    server.paths["/feed"] = answer("<rss><channel/></rss>", kind="text/xml")
    feed = tmp_path / "feed.xml"
    feed.write_text(f"<rss><channel><item><link>{server.url('/feed')}</link></item></channel></rss>", encoding="utf-8")
    (outcome,) = fetched([str(feed)], tmp_path / "out", limits=QUICK)
    assert outcome.reason == "a feed in place of a page"
    feed.write_bytes(b"\x1f\x8b and no more")
    broken, missing = fetched([str(feed), str(tmp_path)], tmp_path / "out", limits=QUICK)
    assert "packed, and broken" in str(broken.reason)
    assert missing.reason == "neither an address (https://…) nor a file"


@pytest.mark.parametrize(
    ("robots", "status", "says"),
    [
        ("User-agent: Silang\nDisallow: /", 200, "forbids it"),
        ("User-agent: *\nDisallow: /*.html$", 200, "forbids it"),
        ("\ufeffUser-agent: *\nDisallow: /", 200, "forbids it"),
        ("User-agent: *\nCrawl-delay: 900", 200, "asks for 900 seconds"),
        ("", 503, "cannot be read (the server answered 503)"),
        ("User-agent: Lain\nDisallow: /", 200, None),
        ("", 404, None),
    ],
)
def test_robots_txt_is_obeyed(server: Server, robots: str, status: int, says: str | None) -> None:
    server.paths |= {"/robots.txt": answer(robots, status, "text/plain"), "/a.html": answer(PAGE)}
    if says:
        assert says in refusal(server, "/a.html")
        assert server.asked == ["/robots.txt"]
        return
    with Client(QUICK) as client:
        assert client.get(server.url("/a.html")).body == PAGE.encode()


def test_a_page_packed_in_two_members_is_whole(server: Server) -> None:
    body = gzip.compress(PAGE[:99].encode()) + gzip.compress(PAGE[99:].encode())
    server.paths["/a"] = answer(body, Content_Encoding="gzip")
    with Client(QUICK) as client:
        assert client.get(server.url("/a")).body == PAGE.encode()


def test_links_of_a_feed_may_be_relative(server: Server, tmp_path: Path) -> None:
    feed = "<rss><channel><item><title>x</title><link>/a</link></item></channel></rss>"
    server.paths |= {"/umpan": answer(feed, kind="application/rss+xml"), "/a": answer(PAGE)}
    assert fetched([server.url("/umpan")], tmp_path, limits=QUICK) == (Outcome(server.url("/a"), "fetched"),)


def test_a_long_host_makes_no_name_that_a_disk_refuses() -> None:
    url = f"http://{'.'.join(['a' * 60] * 4)}/{'b' * 300}"
    assert len(file_of(url, hidden=True)) < 255


def test_one_host_is_asked_slowly(server: Server, tmp_path: Path) -> None:
    server.paths |= {"/a": answer(PAGE), "/b": answer(PAGE)}
    fetched([server.url("/a"), server.url("/b")], tmp_path, limits=Limits(delay=0.2, allow_private=True))
    assert all(later - earlier >= 0.19 for earlier, later in zip(server.times, server.times[1:], strict=False))


@pytest.mark.parametrize(
    ("path", "serve", "says"),
    [
        ("/endless", drip(b"<p>kata</p>" * 1000), "larger than 0.19"),
        ("/slow", drip(b"x", 0.05), "no whole answer in 1 seconds"),
        ("/slow-head", drip(b"X: y\r\n", 0.05, b"HTTP/1.0 200 OK\r\n"), "no whole answer in 1 seconds"),
        ("/bomb", answer(gzip.compress(b"\0" * 50_000_000), Content_Encoding="gzip"), "larger than 0.19"),
        ("/broken", answer(b"no gzip", Content_Encoding="gzip"), "packed, and broken"),
        ("/cut", answer(gzip.compress(b"kata" * 9999)[:-20], Content_Encoding="gzip"), "cut off"),
        ("/brotli", answer(b"x", Content_Encoding="br"), "packed as br"),
        ("/film", answer(b"x", kind="video/mp4"), "video/mp4, not a page or feed"),
        ("/gone", answer("", 410), "the server answered 410"),
        ("/loop", answer("", 302, Location="/loop"), "more than 5 redirects"),
        ("/file", answer("", 302, Location="file:///etc/hostname"), "only http and https"),
        ("/bracket", answer("", 302, Location="http://[::1"), "not an address"),
        ("/name", answer("", 302, Location="http://a:b@koranbayangan.test/"), "a name or password"),
        ("/noise", drip(b"\0", 0.0, b"nothing of HTTP\r\n\r\n"), "the connection broke"),
    ],
)  # fmt: skip
def test_hostile_servers(server: Server, path: str, serve: Serve, says: str) -> None:
    server.paths[path] = serve
    start = time.monotonic()
    assert says in refusal(server, path)
    assert time.monotonic() - start < 3


def test_a_connection_that_is_cut_short(server: Server) -> None:
    def serve(handler: BaseHTTPRequestHandler) -> None:
        handler.close_connection = True
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 500\r\n\r\nkata")

    server.paths["/a"] = serve
    assert "the connection broke" in refusal(server, "/a")


def test_private_hosts_are_refused_unless_allowed(server: Server, tmp_path: Path) -> None:
    limits = Limits(delay=0.0)
    server.paths["/a"] = answer(PAGE)
    assert "which is not public; --allow-private" in refusal(server, "/a", limits)
    for host in ("localhost", "[::1]", "0.0.0.0", "[::ffff:127.0.0.1]", "2130706433"):
        (outcome,) = fetched([f"http://{host}:{server.http.server_port}/a"], tmp_path, limits=limits)
        assert outcome.state == "refused"
    assert server.asked == []


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """What names are looked up as: one answer after another, the last for good."""
    answers: dict[str, list[str]] = {}

    def look_up(host: str, port: int, *_: object, **__: object) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        found = answers.get(host, [host])
        ip = found.pop(0) if len(found) > 1 else found[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return answers


def test_a_name_that_changes_its_answer_gains_nothing(
    names: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    names["koran.test"] = ["93.184.216.34", "127.0.0.1"]
    tried: list[str] = []

    def connect(address: tuple[str, int], *args: object, **kwargs: object) -> socket.socket:
        tried.append(address[0])
        raise ConnectionRefusedError("refused")

    monkeypatch.setattr(socket, "create_connection", connect)
    with Client(Limits(delay=0.0)) as client, pytest.raises(FetchError, match="no connection"):
        client.get("http://koran.test/")
    assert tried == ["93.184.216.34"]


def test_a_redirect_to_a_private_host_is_refused(
    server: Server, names: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    port = server.http.server_port
    names |= {"koran.test": ["93.184.216.34"], "dalam.test": ["127.0.0.1"]}
    server.paths["/a"] = answer("", 302, Location=f"http://dalam.test:{port}/rahasia")
    connect = socket.create_connection

    def to_server(address: tuple[str, int], timeout: float | None, **_: object) -> socket.socket:
        assert address[0] == "93.184.216.34"  # stands for our server
        return connect(("127.0.0.1", port), timeout)

    monkeypatch.setattr(socket, "create_connection", to_server)
    with Client(Limits(delay=0.0)) as client, pytest.raises(FetchError, match=r"dalam\.test leads to 127\.0\.0\.1"):
        client.get(f"http://koran.test:{port}/a")
    assert "/rahasia" not in server.asked


def test_a_ledger_that_is_broken_or_lies_is_no_harm(server: Server, tmp_path: Path) -> None:
    server.paths["/a"] = answer(PAGE)
    fetched([server.url("/a")], tmp_path, limits=QUICK)
    lie = {"address": server.url("/b"), "file": "../../etc/hostname", "url": "x"}
    with (tmp_path / LEDGER).open("a", encoding="utf-8") as ledger:
        ledger.write(f'{json.dumps(lie)}\n[1]\n{{"address": 3}}\n{"[" * 100_000}\n{{"address": "cut')
    (report,) = read([tmp_path]).reports
    assert report.url == server.url("/a")
    server.paths["/b"] = answer(PAGE.replace("dua hari", "tiga hari"))
    assert states(fetched([server.url("/b"), server.url("/c")], tmp_path, limits=QUICK)) == ["fetched", "refused"]
    assert {report.url for report in read([tmp_path]).reports} == {server.url("/a"), server.url("/b")}


def test_the_command(server: Server, tmp_path: Path) -> None:
    server.paths["/a"] = answer(PAGE)
    options = ["--output", str(tmp_path / "out"), "--allow-private", "--delay", "0"]
    assert CliRunner().invoke(app, ["fetch", server.url("/a"), *options]).exit_code == 0
    both = CliRunner().invoke(app, ["fetch", server.url("/a"), "ftp://koran.test/", *options])
    assert both.exit_code == SKIPPED
    assert "only http and https are fetched, not ftp" in both.output
    assert "1 page in" in both.output
    none = CliRunner().invoke(app, ["fetch", server.url("/a"), "--output", str(tmp_path / "lain"), "--delay", "0"])
    assert none.exit_code == NOTHING
    (tmp_path / "berkas").write_text("x", encoding="utf-8")
    blocked = CliRunner().invoke(app, ["fetch", server.url("/a"), "--output", str(tmp_path / "berkas")])
    assert "cannot write to" in blocked.output

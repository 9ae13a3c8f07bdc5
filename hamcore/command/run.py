"""``hamcore run``: serve the app on this computer and open it in the browser."""

import argparse
import http.client
import os
import runpy
import socket
import sys
import threading
import time
import webbrowser
from collections.abc import Mapping

from hamcore.places import app_dir

ADDRESS = "127.0.0.1"
FIRST_PORT = 8501
PORTS_TRIED = 50
_WAIT_S = 120.0


def add_arguments(verb: str, parser: argparse.ArgumentParser) -> None:
    """Add the options of ``run``."""
    assert verb == "run"
    parser.add_argument(
        "--port", type=_port, help=f"port to serve on (default: {FIRST_PORT}, or the next one that is free)"
    )
    parser.add_argument("--no-browser", action="store_true", help="print the address only")


def run(verb: str, args: argparse.Namespace) -> int:
    """Serve until stopped; 1 when the port that was asked for is taken."""
    assert verb == "run"
    port = choose_port(args.port)
    if port is None:
        print(
            f"hamcore: port {args.port} is in use by another program. Choose another one, "
            "or leave --port out and the next free port is taken.",
            file=sys.stderr,
        )
        return 1
    opens_browser = not args.no_browser and has_screen(os.environ, sys.platform)
    threading.Thread(target=_announce, args=(port, opens_browser), daemon=True).start()
    _serve(port)
    return 0


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 1 <= int(text[:9]) <= 65535):
        raise argparse.ArgumentTypeError(f"{text!r} is not a port, a whole number from 1 to 65535")
    return int(text)


def choose_port(wanted: int | None) -> int | None:
    """``wanted`` when it is free, else None; without a wish the first free port from FIRST_PORT on."""
    candidates = range(FIRST_PORT, FIRST_PORT + PORTS_TRIED) if wanted is None else [wanted]
    return next((port for port in candidates if _is_free(port)), None)


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError:
            return False
    return True


def has_screen(environ: Mapping[str, str], platform: str) -> bool:
    """Whether opening a browser makes sense: not in CI, and on Linux only in a graphical session.

    >>> has_screen({}, "linux"), has_screen({"DISPLAY": ":0"}, "linux"), has_screen({}, "darwin")
    (False, True, True)
    """
    if environ.get("CI"):
        return False
    return not platform.startswith("linux") or bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def _announce(port: int, opens_browser: bool) -> None:
    """Wait until the server answers, then print its address and open the browser."""
    deadline = time.monotonic() + _WAIT_S
    while not _answers(port):
        if time.monotonic() > deadline:
            return
        time.sleep(0.05)
    url = f"http://{ADDRESS}:{port}"
    print(f"HamCore is at {url} (Ctrl+C stops it)", flush=True)
    if opens_browser:
        webbrowser.open(url)


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection(ADDRESS, port, timeout=5)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == http.HTTPStatus.OK
    except OSError:
        return False
    finally:
        connection.close()


def _serve(port: int) -> None:
    """Run the app of the launcher script; everything but these settings comes from its ``config.toml``."""
    launcher = app_dir() / "streamlit_app.py"
    sys.argv = [str(launcher)]
    settings = {
        "server.port": port,
        "server.headless": True,  # the browser is opened here
        "logger.hideWelcomeMessage": True,  # and the address printed
    }
    try:
        runpy.run_path(str(launcher), run_name="streamlit_app")["app"].run(config=settings)
    except KeyboardInterrupt:
        print("\nHamCore has stopped.")

# SPDX-License-Identifier: MIT
"""Check handouts from outside, with programs that are not ours: what a PDF lets one search, and what a browser finds.

Each kind of handout is written by the program's own command line. pdftotext must find dates, figures, Japanese and
Korean in the PDFs. Headless Chromium opens the HTML: it must ask for nothing, and axe-core must find nothing that
keeps people out. Where a tool is absent, its part is skipped with the reason; with `--required` that is a failure.

axe-core is fetched by npm into `build/`, once.
"""

import argparse
import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
AXE_PACKAGE = "axe-core@4.10.3"
AXE_FOLDER = ROOT / "build" / "handout-check"
AXE = AXE_FOLDER / "node_modules" / "axe-core" / "axe.min.js"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
LIMIT_S = 120
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

#: The handouts that are written, and words that must be found in each of them.
HANDOUTS = (
    (
        ("five-minutes", "--per-page", "1", "--open-notes"),
        ("28 April 1952", "93,340", "居住地撰択", "클리리온"),
    ),
    (
        ("classroom-introduction", "--per-page", "6", "--paper", "letter"),
        ("13 February 1959", "북한 정권", "年表"),
    ),
    (("lesson", "--kind", "worksheet"), ("8 September 1958", "乗船前", "재일한인")),
    (("lesson", "--kind", "answers"), ("13 February 1959", "乗船前")),
    (("secrecy", "--copy", "teacher", "--per-page", "2"), ("16 September 2004", "年表")),
)

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
#: Under this policy only our own script runs, and whatever else is asked for is told.
WATCH = """
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<script>
window.asked = [];
document.addEventListener("securitypolicyviolation", found => window.asked.push(found.blockedURI));
</script>
"""
RUN_AXE = """
<script>%s</script>
<script>
axe.run(document, {runOnly: {type: "tag", values: %s}, resultTypes: ["violations"]}).then(found => {
  const told = {
    violations: found.violations.map(one => one.id + ": " + one.help + " " + one.nodes.map(node => node.target).join(", ")),
    asked: window.asked,
  };
  document.body.innerHTML = "<pre id='told'></pre>";
  document.getElementById("told").textContent = JSON.stringify(told);
});
</script>
"""


ASKS = "asks for"
#: A page that must be found wanting: a check that cannot fail proves nothing.
PLANTED = '<!DOCTYPE html><html lang="en"><head><title>Planted</title></head><body><img src="asked.png"><p style="background: url(wanted.png)"></body></html>'


class Absent(Exception):
    """A tool that is not here."""


def write(arguments: tuple[str, ...], path: Path) -> None:
    """Write a handout with the program's command line."""
    tour, *options = arguments
    command = [sys.executable, str(ROOT / "main.py"), "handout", "--tour", tour, *options, str(path)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, timeout=LIMIT_S)


def tool(*names: str) -> str:
    """Return the path of the first program that is here."""
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        raise Absent(f"{names[0]} is not installed")
    return found


def pdf_faults(path: Path, wanted: tuple[str, ...]) -> list[str]:
    """Return what cannot be found in the text of a PDF."""
    command = [tool("pdftotext"), "-raw", str(path), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True, timeout=LIMIT_S).stdout
    plain = re.sub(r"\s+", "", text)
    return [
        f"“{words}” is not found in the PDF" for words in wanted if re.sub(r"\s+", "", words) not in plain
    ]


def axe_script() -> str:
    """Return axe-core, fetched where it is not at hand."""
    if not AXE.is_file():
        npm = tool("npm")
        AXE_FOLDER.mkdir(parents=True, exist_ok=True)
        command = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(AXE_FOLDER)]
        done = subprocess.run([*command, AXE_PACKAGE], check=False, capture_output=True, timeout=LIMIT_S)
        if done.returncode or not AXE.is_file():
            raise Absent(f"npm could not fetch {AXE_PACKAGE}")
    return AXE.read_text(encoding="utf-8")


def html_faults(path: Path, folder: Path) -> list[str]:
    """Return what a browser finds wrong with a page, and what it asks for."""
    page = path.read_text(encoding="utf-8")
    if not POLICY.search(page):
        return ["the page does not forbid requests"]
    return tried(POLICY.sub("", page), folder)


def tried(page: str, folder: Path) -> list[str]:
    """Return what axe-core finds wrong with a page in a browser, and what the page asks for."""
    script = RUN_AXE % (axe_script().replace("</script", "<\\/script"), json.dumps(RULES))
    path = folder / "tried.html"
    watched = page.replace("<head>", "<head>" + WATCH).replace("</body>", script + "</body>")
    path.write_text(watched, encoding="utf-8")
    told = in_browser(path, folder)
    if not told:
        return ["axe-core has checked nothing"]
    return [*told["violations"], *(f"{ASKS} {name}" for name in told["asked"])]


def in_browser(page: Path, folder: Path) -> dict[str, list[str]]:
    """Return what the script in a page has told, nothing where it has not run to its end."""
    command = [
        tool(*BROWSERS),
        "--headless",
        "--disable-gpu",
        "--no-sandbox",
        "--disable-background-networking",
        f"--user-data-dir={folder / 'profile'}",
        "--virtual-time-budget=60000",
        "--dump-dom",
        page.as_uri(),
    ]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=LIMIT_S)
    found = re.search(r'<pre id="told">(.*?)</pre>', done.stdout, re.DOTALL)
    if found is None:
        return {}
    told: dict[str, list[str]] = json.loads(html.unescape(found[1]))
    return told


def planted_faults(folder: Path) -> list[str]:
    """Return what goes unnoticed of a page that asks for two pictures and does not say what one shows."""
    found = tried(PLANTED, folder)
    faults = (
        [] if any("image-alt" in one for one in found) else ["a planted picture without words goes unnoticed"]
    )
    asked = sum(one.startswith(ASKS) for one in found)
    return faults if asked == PLANTED.count(".png") else [*faults, "planted requests go unnoticed"]


def main() -> int:
    """Check all handouts; return 1 where something is wrong, or where a tool is wanted and absent."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--required", action="store_true", help="fail where a tool is absent")
    is_required = parser.parse_args().required
    faults: list[str] = []
    absent: dict[str, None] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        try:
            faults += planted_faults(folder)
        except Absent as missing:
            absent[str(missing)] = None
        for number, (arguments, wanted) in enumerate(HANDOUTS):
            told = " ".join(arguments)
            for ending in (".pdf", ".html"):
                path = folder / f"{number}{ending}"
                write(arguments, path)
                try:
                    found = pdf_faults(path, wanted) if ending == ".pdf" else html_faults(path, folder)
                except Absent as missing:
                    absent[str(missing)] = None
                    continue
                print(f"{told} {ending}: {'; '.join(found) or 'good'}")
                faults += found
    for fault in faults:
        print(f"FAILED: {fault}")
    for reason in absent:
        print(f"{'FAILED' if is_required else 'skipped'}: {reason}")
    return 1 if faults or (is_required and absent) else 0


if __name__ == "__main__":
    sys.exit(main())

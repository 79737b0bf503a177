"""The page in Chromium: phone and desktop, light and dark, by keyboard alone, and under attack.

Skipped where Debian's ``chromium`` and ``chromium-driver`` are not installed. With
``QUOTEKIT_SCREENSHOTS=FOLDER`` the pages are kept there as pictures, to look at.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from golden import SEEDS

from quotekit import Analysis, analyze

webdriver = pytest.importorskip("selenium.webdriver")
from selenium.webdriver.common.action_chains import ActionChains  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402

CHROMIUM, CHROMEDRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(
    not (CHROMIUM and CHROMEDRIVER), reason="needs chromium and chromium-driver"
)
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--hide-scrollbars",
)
PHONE, DESKTOP = (360, 740), (1280, 900)

ATTACK = """\
Harbour row <script>document.title = "run"</script>

“<img src="https://example.org/x.png" onerror="document.title = 'run'"> is safe,” Ann Okafor told <b>Lee</b>.

</p></article><style>article { display: none }</style> Peter Marsh said that "the {{ 7 * 7 }} pier" was shut. \
Okafor opposes the Harbour <a href="javascript:document.title='run'">Trust</a>.

<iframe src="https://example.org/"></iframe> “</span></span>” Marsh said. “&lt;ok&gt;”
"""

CONTRAST = """
const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
const pixel = (...layers) => {
  canvas.clearRect(0, 0, 1, 1);
  for (const colour of layers) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
  return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
};
const luminance = rgb => {
  const [r, g, b] = rgb.map(c => (c /= 255) <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
  return .2126 * r + .7152 * g + .0722 * b;
};
const ratio = (node, pseudo) => {
  const behind = [];
  for (let at = node; at; at = at.parentElement) behind.unshift(getComputedStyle(at).backgroundColor);
  const style = getComputedStyle(node, pseudo);
  if (pseudo) behind.push(style.backgroundColor);
  const [a, b] = [luminance(pixel(...behind)), luminance(pixel(...behind, style.color))];
  return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
};
const found = {};
const note = (what, value) => { if (!(found[what] < value)) found[what] = value; };
for (const node of document.querySelectorAll("main *")) {
  if (![...node.childNodes].some(n => n.nodeType == 3 && n.data.trim())) continue;
  note(node.className || node.tagName, ratio(node));
}
for (const node of document.querySelectorAll(".first")) note("badge before", ratio(node, "::before"));
return found;
"""

ARTICLE_TEXT = """
const copy = document.querySelector("article").cloneNode(true);
copy.querySelectorAll(".card, .chip").forEach(added => added.remove());
return copy.textContent;
"""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in FLAGS:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(CHROMEDRIVER))
    yield driver
    driver.quit()


@pytest.fixture(scope="module")
def visit() -> Analysis:
    return analyze((SEEDS / "visit.txt").read_text(encoding="utf-8"))


class Browser:
    """Shows HTML in a window of some size and scheme."""

    def __init__(self, driver: Any, folder: Path) -> None:
        self.driver, self.folder = driver, folder

    def show(
        self, html: str, size: tuple[int, int] = DESKTOP, scheme: str = "light", name: str = ""
    ) -> Any:
        self.command(
            "Emulation.setDeviceMetricsOverride",
            width=size[0],
            height=size[1],
            deviceScaleFactor=1,
            mobile=size == PHONE,
        )
        wanted = [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        self.command("Emulation.setEmulatedMedia", features=wanted)
        path = self.folder / "page.html"
        path.write_text(html, encoding="utf-8")
        self.driver.get(path.as_uri())
        if name and (kept := os.environ.get("QUOTEKIT_SCREENSHOTS")):
            self.driver.save_screenshot(Path(kept) / f"{name}-{size[0]}-{scheme}.png")
        return self.driver

    def command(self, method: str, **params: object) -> Any:
        return self.driver.execute_cdp_cmd(method, params)

    def press(self, *keys: str) -> None:
        ActionChains(self.driver).send_keys(*keys).perform()


@pytest.fixture
def browser(chromium: Any, tmp_path: Path) -> Browser:
    return Browser(chromium, tmp_path)


def seen(driver: Any, selector: str) -> list[Any]:
    return [e for e in driver.find_elements("css selector", selector) if e.is_displayed()]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_readable(browser: Browser, visit: Analysis, size: tuple[int, int], scheme: str) -> None:
    driver = browser.show(visit.to_html(), size, scheme, "visit")
    width, font = driver.execute_script(
        "return [document.documentElement.scrollWidth,"
        " parseFloat(getComputedStyle(document.querySelector('article p')).fontSize)]"
    )
    assert width <= size[0]
    assert font >= 16
    paper = driver.execute_script("return getComputedStyle(document.body).backgroundColor")
    assert (sum(map(int, paper[4:-1].split(","))) < 200) is (scheme == "dark")
    contrast = driver.execute_script(CONTRAST)
    assert {what: ratio for what, ratio in contrast.items() if ratio < 4.5} == {}
    assert contrast["badge before"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_ten_colours_are_readable(browser: Browser, scheme: str) -> None:
    speech = "".join(f"“The pier is safe,” {name} Okafor said. " for name in NAMES)
    analysis = analyze(speech)
    assert len({quote.speaker.name for quote in analysis.quotes if quote.speaker}) >= 10
    driver = browser.show(analysis.to_html(), DESKTOP, scheme, "colours")
    contrast = driver.execute_script(CONTRAST)
    assert {what: ratio for what, ratio in contrast.items() if ratio < 4.5} == {}
    assert {f"speaker c{number}" for number in range(10)} <= set(contrast)


NAMES = [
    "Ann",
    "Peter",
    "Maria",
    "Thomas",
    "Ruth",
    "Simon",
    "Elena",
    "Paul",
    "Joan",
    "Colin",
    "Nora",
]


def test_on_a_desktop_the_speakers_stand_beside_the_text(browser: Browser, visit: Analysis) -> None:
    beside = (
        "const [a, b] = ['article', '.speakers'].map(s => document.querySelector(s)"
        ".getBoundingClientRect()); return a.right <= b.left"
    )
    assert browser.show(visit.to_html(), DESKTOP).execute_script(beside)
    assert not browser.show(visit.to_html(), PHONE).execute_script(beside)


def test_long_words_do_not_widen_a_phones_page(browser: Browser) -> None:
    name = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
    text = f"“{'w' * 200},” {name} said. {name} opposes the {name.upper()} Trust.\n\n" * 3
    driver = browser.show(analyze(text).to_html(), PHONE, name="long")
    assert driver.execute_script("return document.documentElement.scrollWidth") <= PHONE[0]


def test_cards_open_under_the_mouse(browser: Browser, visit: Analysis) -> None:
    driver = browser.show(visit.to_html())
    assert seen(driver, ".card") == []
    inner = next(q for q in driver.find_elements("css selector", ".said .said"))
    for shown in (inner, driver.find_element("css selector", ".said .chip")):
        ActionChains(driver).move_to_element(shown).perform()
        [card] = seen(driver, ".card")
        assert card.find_element("xpath", "..") == shown


def test_a_tap_opens_a_card_that_fits_the_screen(browser: Browser, visit: Analysis) -> None:
    driver = browser.show(visit.to_html(), PHONE)
    browser.command("Emulation.setTouchEmulationEnabled", enabled=True)
    try:
        chip = driver.find_element("css selector", ".chip[tabindex]")
        driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", chip)
        place = driver.execute_script(
            "const r = arguments[0].getBoundingClientRect();"
            "return {x: r.x + r.width / 2, y: r.y + r.height / 2}",
            chip,
        )
        browser.command("Input.dispatchTouchEvent", type="touchStart", touchPoints=[place])
        browser.command("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])
        WAIT(driver).until(lambda _: seen(driver, ".card"))
        [card] = seen(driver, ".card")
        assert card.rect["x"] >= 0
        assert card.rect["x"] + card.rect["width"] <= PHONE[0]
    finally:
        browser.command("Emulation.setTouchEmulationEnabled", enabled=False)


def WAIT(driver: Any) -> Any:  # noqa: N802
    from selenium.webdriver.support.wait import WebDriverWait

    return WebDriverWait(driver, 5)


def test_everything_is_reached_by_keyboard(browser: Browser, visit: Analysis) -> None:
    driver = browser.show(visit.to_html())
    reached = []
    for _ in driver.find_elements("css selector", "a, [tabindex]"):
        browser.press(Keys.TAB)
        at = driver.switch_to.active_element
        reached.append(at)
        cards = at.find_elements("css selector", ":scope > .card")
        assert all(card.is_displayed() for card in cards)
        described = at.get_attribute("aria-describedby")
        assert (
            not described
            or described in [card.get_attribute("id") for card in cards]
            or ("said" in at.get_attribute("class"))
        )
    assert len(set(reached)) == len(driver.find_elements("css selector", "a, [tabindex]"))
    assert sum("said" in at.get_attribute("class") for at in reached) == len(visit.quotes)


def test_links_lead_to_the_quotation_and_the_evidence(browser: Browser, visit: Analysis) -> None:
    driver = browser.show(visit.to_html(), (1280, 500))
    for selector in (".speakers tbody a", ".stands tbody a"):
        link = driver.find_elements("css selector", selector)[-1]
        driver.execute_script("arguments[0].focus()", link)
        browser.press(Keys.ENTER)
        target = driver.find_element("css selector", ":target")
        assert link.get_attribute("href").endswith("#" + target.get_attribute("id"))
        top = driver.execute_script("return arguments[0].getBoundingClientRect().top", target)
        assert 0 <= top <= 500


@pytest.mark.parametrize("framed", [False, True], ids=["page", "notebook"])
def test_an_injection_stays_text(browser: Browser, framed: bool) -> None:
    analysis = analyze(ATTACK)
    assert len(analysis.quotes) >= 2
    assert analysis.stances
    html = analysis._repr_html_() if framed else analysis.to_html()
    driver = browser.show(html, name="attack")
    if framed:
        driver.switch_to.frame(driver.find_element("css selector", "iframe"))
    for stray in (
        "script",
        "img",
        "iframe",
        "article b:not(.card b)",
        "article style",
        "article a",
    ):
        assert driver.find_elements("css selector", stray) == []
    assert "".join(driver.execute_script(ARTICLE_TEXT).split()) == "".join(ATTACK.split())
    assert driver.execute_script("return document.title") != "run"
    assert driver.execute_script("return performance.getEntriesByType('resource')") == []
    assert driver.get_log("browser") == []


def test_what_gets_in_all_the_same_is_stopped_by_the_policy(
    browser: Browser, visit: Analysis
) -> None:
    holed = visit.to_html().replace("<article>", f"<article>{ATTACK}")
    driver = browser.show(holed)
    assert driver.execute_script("return document.title") != "run"
    assert driver.find_element("css selector", "article").is_displayed()
    refused = " ".join(entry["message"] for entry in driver.get_log("browser"))
    assert refused.count("Content Security Policy") >= 4


def test_a_notebooks_own_style_is_left_alone(browser: Browser, visit: Analysis) -> None:
    driver = browser.show(f"<!doctype html><p>cell</p>{visit._repr_html_()}<p>cell</p>")
    style = "return getComputedStyle(document.querySelector('p')).marginTop"
    assert driver.execute_script(style) == "16px"
    driver.switch_to.frame(driver.find_element("css selector", "iframe"))
    assert seen(driver, ".said")
    assert driver.execute_script("return document.documentElement.scrollWidth") <= DESKTOP[0]


def test_printed_without_cards(browser: Browser, visit: Analysis) -> None:
    driver = browser.show(visit.to_html())
    browser.press(Keys.TAB, Keys.TAB, Keys.TAB)
    assert seen(driver, ".card")
    browser.command("Emulation.setEmulatedMedia", media="print", features=[])
    assert seen(driver, ".card") == []
    browser.command("Emulation.setEmulatedMedia", media="", features=[])

"""A page as a browser shows it."""

from html.parser import HTMLParser


class _Names(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = set()

    def handle_starttag(self, _tag, given):
        self.found |= {name for name, _ in given}


def attributes(page):
    """The names of all attributes of a page, as a browser reads it."""
    names = _Names()
    names.feed(page)
    return sorted(names.found)


def check_page(browser, file, width, before=""):
    """Assert that a page asks for nothing, is no wider than the window, and passes axe.

    Colours are all that differs between the light and the dark scheme. `before` is a script that
    runs first.
    """
    from axe_playwright_python.sync_playwright import Axe

    # The checker itself is a script, which the page's policy rightly refuses.
    context = browser.new_context(
        color_scheme="light", viewport={"width": width, "height": 900}, bypass_csp=True
    )
    page = context.new_page()
    requests, dialogs = [], []
    page.on("request", lambda request: requests.append(request.url))
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(file.as_uri())
    if before:
        page.evaluate(before)
    assert (len(requests), dialogs) == (1, [])
    for scheme, options in (("light", None), ("dark", {"runOnly": ["color-contrast"]})):
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        found = Axe().run(page, options=options)
        assert found.violations_count == 0, found.generate_report()
    assert found.response["passes"]
    context.close()

# The browsers that are made known by hand, by $BROWSER or by a command line.
import os
import sys

os.environ.pop("DISPLAY", None)
os.environ.pop("WAYLAND_DISPLAY", None)
os.environ.pop("TERM", None)
os.environ.pop("BROWSER", None)
import webbrowser

try:
    webbrowser.get("no-such-browser")
except webbrowser.Error as error:
    print(error)


class Recorder(webbrowser.BaseBrowser):
    def open(self, url, new=0, autoraise=True):
        print(self.name, url, new, autoraise)
        return True


webbrowser.register("First", None, Recorder("first"))
webbrowser.register("second", lambda: Recorder("made"), preferred=True)
print(webbrowser.open("http://a"), webbrowser.open_new("http://b"), webbrowser.open_new_tab("http://c"))
print(webbrowser.get("first").name, webbrowser.get().name, webbrowser.get("FIRST").open_new_tab("x"))
browser = webbrowser.get(f"{sys.executable} -c 'import sys; sys.exit(sys.argv[1] != \"u\")' %s")
print(type(browser).__name__, browser.open("u"), browser.open("v"))
print(type(webbrowser.get("sleep %s &")).__name__, webbrowser.get("echo %s --x=%s").args)
print(webbrowser.GenericBrowser("no-such-program").open("x"), webbrowser.BackgroundBrowser("no-such-program").open("x"))

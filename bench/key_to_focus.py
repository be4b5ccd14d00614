"""How long it takes from a key press to another window having the input focus, as the X server has it.

python3 key_to_focus.py ROUNDS KEYSYM MODIFIER...   prints one number of milliseconds a line.
Escape gives the focus back after each round. A window of this script's own has it before.
"""

import sys
import time

from Xlib import X, XK, display
from Xlib.ext import xtest


def main():
    rounds, key, modifiers = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
    screen = display.Display()
    codes = [screen.keysym_to_keycode(XK.string_to_keysym(name)) for name in [*modifiers, key]]
    escape = screen.keysym_to_keycode(XK.string_to_keysym("Escape"))
    root = screen.screen().root
    own = root.create_window(0, 0, 200, 100, 0, screen.screen().root_depth, event_mask=X.FocusChangeMask)
    own.set_wm_name("key to focus")
    own.map()
    screen.sync()

    def focus():
        window = screen.get_input_focus().focus
        return window.id if hasattr(window, "id") else 0

    def quick_has_it():
        """Whether it is at the quick window, or within it, and not at a frame on the way there."""
        window = screen.get_input_focus().focus
        while hasattr(window, "id") and window.id not in (own.id, root.id):
            title = window.get_full_text_property(screen.get_atom("_NET_WM_NAME")) or ""
            if title.lower().startswith(("adjutant: quick", "quick")):
                return True
            window = window.query_tree().parent
        return False

    def press(keys):
        for code in keys:
            xtest.fake_input(screen, X.KeyPress, code)
        for code in reversed(keys):
            xtest.fake_input(screen, X.KeyRelease, code)
        screen.sync()

    def wait(reached, seconds):
        end = time.perf_counter() + seconds
        while not reached():
            if time.perf_counter() > end:
                raise SystemExit(f"the focus did not come: it is at {focus()}, home is {own.id}")
        return time.perf_counter()

    time.sleep(0.5)
    own.set_input_focus(X.RevertToParent, X.CurrentTime)
    screen.sync()
    home = wait(lambda: focus() == own.id and 1, 5) and own.id
    for _ in range(rounds):
        began = time.perf_counter()
        press(codes)
        print(round((wait(quick_has_it, 5) - began) * 1000, 2), flush=True)
        time.sleep(0.15)
        press([escape])
        time.sleep(0.15)
        # a window manager gives it back by itself, or not: the next round must begin from here
        own.set_input_focus(X.RevertToParent, X.CurrentTime)
        screen.sync()
        wait(lambda: focus() == home, 5)


main()

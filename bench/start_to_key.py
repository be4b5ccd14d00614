"""How long after its start an application takes what is typed: a key is pressed every few milliseconds from the start on.

python3 start_to_key.py COMMAND...   prints one line of JSON: the process's id, and the times of the presses in ms.
Whoever counts how many of them arrived knows the first that did. The application is left running.
"""

import json
import subprocess
import sys
import time

from Xlib import X, XK, display
from Xlib.ext import xtest

PRESSES = 250
EVERY_S = 0.01


def main():
    screen = display.Display()
    root = screen.screen().root
    # where the keys go that come too soon
    own = root.create_window(0, 0, 200, 100, 0, screen.screen().root_depth, event_mask=X.FocusChangeMask)
    own.map()
    screen.sync()
    time.sleep(0.3)
    own.set_input_focus(X.RevertToParent, X.CurrentTime)
    code = screen.keysym_to_keycode(XK.string_to_keysym("x"))
    screen.sync()

    began = time.perf_counter()
    child = subprocess.Popen(
        sys.argv[1:], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    times = []
    for press in range(PRESSES):
        rest = began + press * EVERY_S - time.perf_counter()
        if rest > 0:
            time.sleep(rest)
        times.append(round((time.perf_counter() - began) * 1000, 1))
        xtest.fake_input(screen, X.KeyPress, code)
        xtest.fake_input(screen, X.KeyRelease, code)
        screen.sync()
    print(json.dumps({"pid": child.pid, "times": times}), flush=True)


main()

# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses a program as a person with a screen reader and a keyboard does: accessibility interfaces and keys only.

With GTK 4.8: STATE_SHOWING is never set, get_text(0, -1) gives nothing (the count is asked first), grab_focus
fails, list rows have no name (their labels do), typed Chinese gets lost under load (so it is pasted).
"""

import os
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

# Longer than anything takes on two busy cores: who waits here waits for what comes, not for how fast.
PATIENCE = 60.0
PAUSE = 0.05

CLICKABLE = ("push button", "toggle button", "check box", "radio button", "menu item", "link", "list item", "combo box",
             "page tab", "menu", "switch", "expander")

WRITTEN = ("text", "entry", "password text", "terminal", "paragraph")

# What a press is called: by GTK, and by the program where GTK 4.8 offers nothing.
PRESSING = ("click", "check.toggle", "toggle", "activate")


def single(name):
    """A name that is said twice, said once: GTK 4.8 joins what labels a widget and what is in it."""
    half = len(name) // 2
    return name[:half] if name[half:] == f" {name[:half]}" else name


class Lost(Exception):
    """Something that should be on the screen isn't."""


class Node:
    """One accessible. Every question is asked anew: nothing is remembered from an earlier look."""

    def __init__(self, accessible):
        self.accessible = accessible

    def _ask(self, question, otherwise):
        try:
            answer = question()
            return otherwise if answer is None else answer
        except GLib.Error:
            return otherwise

    @property
    def name(self):
        return self._ask(self.accessible.get_name, "")

    @property
    def description(self):
        return self._ask(self.accessible.get_description, "")

    @property
    def role(self):
        return self._ask(self.accessible.get_role_name, "")

    def has_state(self, state):
        states = self._ask(self.accessible.get_state_set, None)
        return bool(states and states.contains(getattr(Atspi.StateType, state)))

    @property
    def sensitive(self):
        return self.has_state("SENSITIVE")

    @property
    def visible(self):
        return self.has_state("VISIBLE")

    @property
    def checked(self):
        return self.has_state("CHECKED")

    @property
    def box(self):
        """Where it is, from the window's content."""
        component = self._ask(self.accessible.get_component_iface, None)
        if component is None:
            raise Lost(f"{self} has no place")
        return component.get_extents(Atspi.CoordType.WINDOW)

    @property
    def children(self):
        count = self._ask(self.accessible.get_child_count, 0)
        found = (self._ask(lambda index=index: self.accessible.get_child_at_index(index), None) for index in range(count))
        return [Node(child) for child in found if child is not None]

    @property
    def parent(self):
        there = self._ask(self.accessible.get_parent, None)
        return Node(there) if there is not None else None

    @property
    def text(self):
        """What an entry, a text view or a label holds."""

        def read():
            interface = self.accessible.get_text_iface()
            if interface is None:
                return None
            return Atspi.Text.get_text(interface, 0, Atspi.Text.get_character_count(interface))

        return self._ask(read, "")

    def walk(self, hidden=False):
        """This and everything under it, top down; what is not visible is left out with all it holds."""
        yield self
        for child in self.children:
            if hidden or (child.visible and not child.behind):
                yield from child.walk(hidden)

    def find(self, name=None, role=None, having=None, hidden=False):
        """The first that fits all of them. `name`: the whole name, or a tuple of names any of which will do."""
        names = (name,) if isinstance(name, str) else name
        roles = (role,) if isinstance(role, str) else role
        for node in self.walk(hidden):
            if names is not None and single(node.name) not in names:
                continue
            if roles is not None and node.role not in roles:
                continue
            if having is not None and not having(node):
                continue
            return node
        return None

    def all(self, **wanted):
        having = wanted.pop("having", None)
        hidden = wanted.pop("hidden", False)
        found = []
        for node in self.walk(hidden):
            if all(getattr(node, key) == value for key, value in wanted.items()) and (having is None or having(node)):
                found.append(node)
        return found

    def words(self):
        """Every text a person could read there, top down."""
        found = []
        for node in self.walk():
            # A label's name is its text.
            for word in (node.name, node.text if node.role in WRITTEN else ""):
                if word and (not found or found[-1] != word):
                    found.append(word)
        return found

    def __repr__(self):
        return f"<{self.role} {self.name!r}>"

    @property
    def behind(self):
        """A page of a stack that was never in front: it has no size yet."""
        if self.name != "GtkStackPage":
            return False
        try:
            return all(child.box.width == 0 for child in self.children)
        except (Lost, GLib.Error):
            return False

    def dump(self, depth=0):
        states = [
            word.lower()
            for word in ("CHECKED", "SELECTED", "FOCUSED", "EXPANDED", "INVALID_ENTRY", "BUSY")
            if self.has_state(word)
        ]
        if not self.sensitive and self.role not in ("label", "panel", "filler", "image"):
            states.append("insensitive")
        text = self.text
        line = "  " * depth + self.role + (f" {self.name!r}" if self.name else "")
        if text and text != self.name:
            line += f" = {text!r}"
        if self.description:
            line += f" ({self.description})"
        if states:
            line += f" [{', '.join(states)}]"
        lines = [line]
        for child in self.children:
            if child.visible and not child.behind:
                lines += child.dump(depth + 1)
        return lines


class Driver:
    """The hands and eyes: one program on one session."""

    def __init__(self, session, application):
        self.session = session
        self.application = application
        for name in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
            os.environ[name] = session.environment[name]
        Atspi.init()
        Atspi.set_timeout(3000, 15000)

    # Looking

    @property
    def root(self):
        """The program as it stands now, or None before it is there."""
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for node in reversed(Node(desktop).children):
            if node.name == self.application and node.children:
                return node
        return None

    @property
    def windows(self):
        root = self.root
        return [window for window in root.children if window.visible] if root else []

    @property
    def window(self):
        """The window a person is looking at: the one opened last."""
        windows = self.windows
        if not windows:
            raise Lost(f"{self.application} has no window")
        active = [window for window in windows if window.has_state("ACTIVE")]
        return active[-1] if active else windows[-1]

    def wait(self, what, look, patience=PATIENCE):
        """Looks until there is something and gives it."""
        deadline = time.monotonic() + patience
        while True:
            try:
                found = look()
            except (Lost, GLib.Error):
                found = None
            if found:
                return found
            if time.monotonic() > deadline:
                raise Lost(f"{what} did not come within {patience:.0f} s")
            time.sleep(PAUSE)

    def insist(self, press, done, what):
        """Presses, and presses again while nothing has come of it."""
        deadline = time.monotonic() + PATIENCE
        while True:
            press()
            try:
                return self.wait(what, done, patience=PATIENCE / 10)
            except Lost:
                if time.monotonic() > deadline:
                    raise

    def find(self, name=None, where=None, patience=PATIENCE, **wanted):
        """Waits for something that fits, in `where` or any window, the newest first."""

        def look():
            for place in [where] if where is not None else reversed(self.windows):
                found = place.find(name, **wanted)
                if found:
                    return found
            return None

        return self.wait(f"{name or wanted}", look, patience)

    def gone(self, name, patience=PATIENCE, **wanted):
        self.wait(f"the end of {name}", lambda: not any(w.find(name, **wanted) for w in self.windows), patience)

    def reads(self, text, patience=PATIENCE, where=None):
        """Waits until a text with `text` in it can be read somewhere."""

        def look():
            for place in [where] if where is not None else reversed(self.windows):
                for word in place.words():
                    if text in word:
                        return word
            return None

        return self.wait(f"the text {text!r}", look, patience)

    # Doing

    def act(self, node, *wanted):
        """The first of its actions that has one of these names; False where it has none of them."""
        action = Atspi.Accessible.get_action_iface(node.accessible)
        if action is None:
            return False
        for index in range(action.get_n_actions()):
            if action.get_action_name(index) in wanted:
                return action.do_action(index)
        return False

    def click(self, name=None, patience=PATIENCE, **wanted):
        """Clicks what has this name, once it is sensitive: by its action, or with the mouse where it has none."""
        having = wanted.pop("having", None)
        wanted.setdefault("role", CLICKABLE)

        def ready(node):
            return node.sensitive and (having is None or having(node))

        node = self.find(name, patience=patience, having=ready, **wanted)
        if not self.act(node, *PRESSING):
            self.point(node)
        return node

    def point(self, node):
        """Presses the mouse in the middle of it, for what has no action: rows."""
        self.scroll_to(node)
        box = node.box
        left, top = self._origin()
        self.session.run(
            "xdotool", "mousemove", str(left + box.x + box.width // 2), str(top + box.y + box.height // 2),
            "click", "1",
        )  # fmt: skip

    def _origin(self):
        """Where the newest window's content begins on the screen: its shadow is part of it for X alone."""
        window = self.focus()
        if window is None:
            raise Lost("there is no window to point at")
        shell = self.session.run("xdotool", "getwindowgeometry", "--shell", window).decode()
        place = dict(row.split("=") for row in shell.split() if "=" in row)
        content = self.window.box
        return (
            int(place["X"]) + max(0, int(place["WIDTH"]) - content.width) // 2,
            int(place["Y"]) + max(0, int(place["HEIGHT"]) - content.height) // 2,
        )

    def scroll_to(self, node):
        """Turns the wheel over its scrolled window until it is in there."""
        pane = node.parent
        while pane is not None and pane.role != "scroll pane":
            pane = pane.parent
        if pane is None:
            return
        for _ in range(60):
            view, box = pane.box, node.box
            middle = box.y + box.height // 2
            if view.height == 0 or view.y <= middle <= view.y + view.height:
                return
            left, top = self._origin()
            self.session.run(
                "xdotool", "mousemove", str(left + view.x + view.width // 2), str(top + view.y + view.height // 2),
                "click", "5" if middle > view.y else "4",
            )  # fmt: skip
            time.sleep(PAUSE)
        raise Lost(f"{node} can't be scrolled to")

    def set_text(self, node, text, again=True):
        """Puts a text where another may have been, and (`again`) makes sure that it stands there."""
        interface = node.accessible.get_editable_text_iface()
        if interface is None:
            raise Lost(f"{node} can't be written into")
        if not Atspi.EditableText.set_text_contents(interface, text):
            raise Lost(f"{node} refused the text")
        if again:
            self.wait(f"{text!r} in {node}", lambda: node.text == text)

    def focus(self):
        """Gives the keys to the newest window: nobody else does without a window manager."""
        ids = self.session.run("xdotool", "search", "--onlyvisible", "--class", ".").decode().split()
        if ids:
            self.session.run("xdotool", "windowfocus", "--sync", ids[-1])
        return ids[-1] if ids else None

    def keys(self, *keys, focus=True):
        if focus:
            self.focus()
        self.session.run("xdotool", "key", "--clearmodifiers", "--delay", "30", *keys)

    def clip(self, text):
        """Puts a text on the clipboard, as another program would."""
        self.session.hold("xclip", "-selection", "clipboard", "-in", "-quiet", data=text.encode())

    # Keeping

    def screenshot(self, path):
        self.session.run("import", "-window", "root", path)

    def dump(self, path):
        with open(path, "w", encoding="utf-8") as file:
            for window in self.windows:
                file.write("\n".join(window.dump()) + "\n\n")

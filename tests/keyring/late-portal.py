#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Stands between the portal and the keyring that has its keys: hands on each call after a while, as if a person had to be
asked. (Without that the answer may come before libsecret 0.20.5 listens for it, and is lost.)

usage: late-portal.py MILLISECONDS
"""

import sys

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

NAME = "io.github.signetdesk.LatePortal"
PATH = "/org/freedesktop/portal/desktop"
INTERFACE = "org.freedesktop.impl.portal.Secret"
DESCRIPTION = f"""
<node>
  <interface name="{INTERFACE}">
    <method name="RetrieveSecret">
      <arg type="o" direction="in"/>
      <arg type="s" direction="in"/>
      <arg type="h" direction="in"/>
      <arg type="a{{sv}}" direction="in"/>
      <arg type="u" direction="out"/>
      <arg type="a{{sv}}" direction="out"/>
    </method>
    <property name="version" type="u" access="read"/>
  </interface>
</node>
"""


def answered(bus, result, invocation):
    try:
        invocation.return_value(bus.call_with_unix_fd_list_finish(result)[0])
    except GLib.Error as error:
        invocation.return_gerror(error)


def hand_on(bus, parameters, invocation):
    fds = invocation.get_message().get_unix_fd_list()
    bus.call_with_unix_fd_list(
        "org.freedesktop.secrets", PATH, INTERFACE, "RetrieveSecret", parameters, None, Gio.DBusCallFlags.NONE, -1, fds,
        None, answered, invocation,
    )  # fmt: skip
    return GLib.SOURCE_REMOVE


def called(bus, _sender, _path, _interface, _method, parameters, invocation):
    GLib.timeout_add(int(sys.argv[1]), hand_on, bus, parameters, invocation)


def main():
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    interface = Gio.DBusNodeInfo.new_for_xml(DESCRIPTION).interfaces[0]
    bus.register_object(PATH, interface, called, lambda *_: GLib.Variant("u", 1), None)
    Gio.bus_own_name_on_connection(bus, NAME, Gio.BusNameOwnerFlags.NONE, None, None)
    GLib.MainLoop().run()


main()

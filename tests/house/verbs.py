"""Every public function of the services, found by walking the packages."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

import caseworker.services
from caseworker.rights import Right

Function = Callable[..., Any]
# What is no subject: the doors themselves, and what takes a whole store, whose right the command names.
DOORS = ("caseworker.services.access", "caseworker.services.context", "caseworker.services.store")
REACHES_THE_STORE = {"session", "driver", "store"}


def public_functions() -> Iterator[Function]:
    for found in pkgutil.walk_packages(caseworker.services.__path__, "caseworker.services."):
        if found.name.startswith(DOORS):
            continue
        module = import_module(found.name)
        yield from (
            each
            for name, each in inspect.getmembers(module, inspect.isfunction)
            if each.__module__ == module.__name__ and not name.startswith("_")
        )


def parameters(function: Function) -> list[str]:
    return list(inspect.signature(function).parameters)


def rights_of(function: Function) -> tuple[Right, ...]:
    return getattr(function, "rights", ())


def name_of(function: Function) -> str:
    return f"{function.__module__}.{function.__name__}"


def verbs() -> list[Function]:
    return [each for each in public_functions() if rights_of(each)]

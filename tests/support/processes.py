"""Processes for tests that need several programs at work on one store."""

import multiprocessing
from multiprocessing.context import ForkServerContext

# Each is forked off one that has loaded the program and done nothing else yet.
PROCESSES: ForkServerContext = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.services.contenders"])

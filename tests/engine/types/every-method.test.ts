import { expect, it } from "vitest";
import { run, VERSIONS } from "../../../lib/engine/index.ts";

/** Calls every method of every built-in type that can be reached with wrong arguments: each has to answer as Python does. */
const SWEEP = `
import array, binascii, bisect, collections, contextvars, ctypes, datetime, decimal, dis, functools, gc, hashlib, heapq, inspect
import io, itertools, json, math, operator, queue, random, re, struct, sys, threading, time, traceback, tracemalloc, types, typing, weakref, zlib

seen = set()

def below(cls):
    if cls in seen:
        return
    seen.add(cls)
    for each in type.__subclasses__(cls):
        below(each)

below(object)
calls = 0
for cls in sorted(seen, key=lambda cls: (cls.__module__, cls.__qualname__)):
    for name, member in list(vars(cls).items()):
        if name in ("__subclasses__", "breakpoint"):
            continue
        for args in ((), (1, cls)):
            calls += 1
            try:
                getattr(cls, name)(*args)
            except BaseException:
                pass
print(len(seen) > 150, calls > 5000)
`;

it.each(VERSIONS)("every method of every built-in type of Python %s answers a call with wrong arguments as Python does", (version) => {
  const result = run(SWEEP, { version, limits: { steps: 50_000_000 } });
  expect([result.status, result.stdout]).toEqual(["done", "True True\n"]);
});

// The playground's worked examples: short programs, each about one mechanism, whose picture is worth a look.
import type { Mode } from "../cards/fence.ts";
import type { Version } from "../cards/versions.ts";

/** A program to begin with. */
export interface Example {
  readonly id: string;
  /** What it is about, as the head of its group. */
  readonly topic: string;
  readonly title: string;
  readonly source: string;
  readonly version: Version;
  readonly mode: Mode;
}

export const EXAMPLES: readonly Example[] = [
  {
    id: "shared-list",
    topic: "Names and objects",
    title: "Two names, one list",
    version: "3.14",
    mode: "script",
    source: `a = [1, 2]
b = a
b.append(3)
c = a[:]
print(a, a is b, a is c)
del a
b = None
`,
  },
  {
    id: "257",
    topic: "Names and objects",
    title: "257 at the prompt",
    version: "3.14",
    mode: "repl",
    source: `a = 257
b = 257
a is b
`,
  },
  {
    id: "mutable-default",
    topic: "Functions and scopes",
    title: "A default that is kept",
    version: "3.14",
    mode: "script",
    source: `def add(item, to=[]):
    to.append(item)
    return to

first = add(1)
second = add(2)
print(first, second, first is second)
`,
  },
  {
    id: "late-binding",
    topic: "Functions and scopes",
    title: "Closures share a cell",
    version: "3.14",
    mode: "script",
    source: `def make():
    steps = []
    for n in range(3):
        steps.append(lambda: n)
    return steps

steps = make()
print([step() for step in steps])
`,
  },
  {
    id: "unbound-local",
    topic: "Functions and scopes",
    title: "A local that is not bound yet",
    version: "3.14",
    mode: "script",
    source: `count = 0

def bump():
    count += 1

try:
    bump()
except UnboundLocalError as error:
    print(error)
`,
  },
  {
    id: "cycle",
    topic: "Memory",
    title: "A cycle waits for the collector",
    version: "3.14",
    mode: "script",
    source: `import gc

class Node:
    pass

a, b = Node(), Node()
a.other = b
b.other = a
del a, b
print(gc.collect())
`,
  },
  {
    id: "weakref",
    topic: "Memory",
    title: "A weak reference lets go",
    version: "3.14",
    mode: "script",
    source: `import weakref

class Session:
    pass

session = Session()
peek = weakref.ref(session)
print(peek() is session)
session = None
print(peek())
`,
  },
  {
    id: "attribute-lookup",
    topic: "Classes",
    title: "Instance, class, base",
    version: "3.14",
    mode: "script",
    source: `class Base:
    colour = "grey"

class Child(Base):
    def __init__(self, name):
        self.name = name

one = Child("first")
two = Child("second")
one.colour = "red"
Base.colour = "green"
print(one.colour, two.colour)
`,
  },
  {
    id: "mro",
    topic: "Classes",
    title: "super() follows the order of look-up",
    version: "3.14",
    mode: "script",
    source: `class A:
    def who(self):
        return ["A"]

class B(A):
    def who(self):
        return ["B"] + super().who()

class C(A):
    def who(self):
        return ["C"] + super().who()

class D(B, C):
    pass

print(D().who())
print([c.__name__ for c in D.__mro__])
`,
  },
  {
    id: "two-threads",
    topic: "Threads, tasks, processes",
    title: "Two threads, one GIL",
    version: "3.14",
    mode: "script",
    source: `import threading
import time

def work():
    total = 0
    for part in range(4):
        total += sum(range(200_000))

start = time.perf_counter()
threads = [threading.Thread(target=work, name=name) for name in ("red", "blue")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(round(time.perf_counter() - start, 3))
`,
  },
  {
    id: "sleeping-threads",
    topic: "Threads, tasks, processes",
    title: "Who sleeps gives up the GIL",
    version: "3.14",
    mode: "script",
    source: `import threading
import time

def fetch(seconds):
    time.sleep(seconds)
    print(threading.current_thread().name, "is back")

threads = [threading.Thread(target=fetch, args=(n,), name=f"sleeps {n}") for n in (2, 1)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(round(time.monotonic() % 1000, 1))
`,
  },
  {
    id: "deadlock",
    topic: "Threads, tasks, processes",
    title: "Two locks in two orders: a deadlock",
    version: "3.14",
    mode: "script",
    source: `import threading
import time

savings = threading.Lock()
checking = threading.Lock()

def move(source, target):
    with source:
        time.sleep(0.1)
        with target:
            print("moved")

there = threading.Thread(target=move, args=(savings, checking), name="there")
back = threading.Thread(target=move, args=(checking, savings), name="back")
there.start()
back.start()
there.join()
`,
  },
  {
    id: "event-loop",
    topic: "Threads, tasks, processes",
    title: "The event loop's queue and timers",
    version: "3.14",
    mode: "script",
    source: `import asyncio

async def produce(queue):
    for n in range(2):
        await asyncio.sleep(0.5)
        await queue.put(n)
    await queue.put(None)

async def consume(queue):
    while (item := await queue.get()) is not None:
        print("got", item)

async def main():
    queue = asyncio.Queue()
    await asyncio.gather(produce(queue), consume(queue))

asyncio.run(main())
`,
  },
  {
    id: "processes",
    topic: "Threads, tasks, processes",
    title: "A process has its own memory",
    version: "3.13",
    mode: "script",
    source: `import multiprocessing

seen = []

def work(queue):
    seen.append("child")
    queue.put(len(seen))

if __name__ == "__main__":
    queue = multiprocessing.Queue()
    child = multiprocessing.Process(target=work, args=(queue,))
    child.start()
    print("in the child:", queue.get())
    child.join()
    print("here:", len(seen))
`,
  },
  {
    id: "generator",
    topic: "Generators and coroutines",
    title: "A frame that is put aside",
    version: "3.14",
    mode: "script",
    source: `def countdown(n):
    while n:
        yield n
        n -= 1

ticks = countdown(2)
print(next(ticks))
print(next(ticks))
print(next(ticks, "done"))
`,
  },
  {
    id: "coroutine",
    topic: "Generators and coroutines",
    title: "Who waits for whom",
    version: "3.14",
    mode: "script",
    source: `import asyncio

async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    return name

async def main():
    print(await asyncio.gather(fetch("a", 2), fetch("b", 1)))

asyncio.run(main())
`,
  },
  {
    id: "unwinding",
    topic: "Exceptions",
    title: "An exception leaves its frames",
    version: "3.14",
    mode: "script",
    source: `def inner(data):
    return data["missing"]

def outer():
    try:
        inner({})
    finally:
        print("leaving outer")

try:
    outer()
except KeyError as error:
    print("caught", error)
`,
  },
  {
    id: "comprehension-frame",
    topic: "Bytecode",
    title: "A comprehension, inlined since 3.12",
    version: "3.12",
    mode: "script",
    source: `def squares(limit):
    return [n * n for n in range(limit)]

print(squares(3))
`,
  },
];

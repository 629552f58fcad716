# Two threads that wait for each other inside of generators and coroutines, whoever resumes those.
import asyncio
import threading

gate = threading.Barrier(2, timeout=10)


def numbers(n):
    total = 0
    for i in range(n):
        gate.wait()
        total += (yield i) or 0
    gate.wait()
    return total


def outer():
    first = yield from numbers(2)
    return first, (yield from numbers(1))


async def leaf(n):
    gate.wait()
    await asyncio.sleep(0.001)
    gate.wait()
    if n == 3:
        raise KeyError(n)
    return n


async def main():
    found = [await leaf(1), *await asyncio.gather(leaf(2), asyncio.sleep(0.002, "slept"))]
    try:
        await leaf(3)
    except KeyError as error:
        found.append(repr(error))
    return found


def attempt(call):
    try:
        return call()
    except StopIteration as stop:
        return "stop", stop.value, stop.args
    except Exception as error:
        return type(error).__name__, str(error)


own = {}


def self_sending():
    gate.wait()
    yield attempt(lambda: own[threading.current_thread().name].send(None))


def body(out):
    generator = numbers(2)
    out.append(attempt(lambda: generator.send(5)))
    out.append((next(generator), generator.send(10)))
    out.append(attempt(lambda: generator.send(20)))
    out.append(attempt(lambda: next(generator)))
    out.append(next(generator, "default"))
    chained = outer()
    send = chained.send
    out.append([send(None), send(1), chained.__next__(), attempt(lambda: send(7))])
    empty = numbers(0)
    out.append(attempt(lambda: next(empty)))
    own[threading.current_thread().name] = busy = self_sending()
    out.append(attempt(lambda: next(busy)))
    out.append(asyncio.run(main()))


outs = {"a": [], "b": []}
threads = [threading.Thread(target=body, args=(out,), name=name) for name, out in outs.items()]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
for one, other in zip(outs["a"], outs["b"]):
    print(one, one == other)

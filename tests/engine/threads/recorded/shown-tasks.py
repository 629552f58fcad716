import asyncio
import concurrent.futures
import re
import sys

def shown(thing):
    text = re.sub("0x[0-9a-f]+", "0x", repr(thing))
    return re.sub(r"(at|running at|defined at) (<[^>]*>|[^ >\]]*):\d+", r"\1 F", text)

async def work(delay):
    await asyncio.sleep(delay)
    return delay

async def fail():
    await asyncio.sleep(0)
    raise ValueError("no")

async def main():
    loop = asyncio.get_running_loop()
    named = asyncio.create_task(work(0.01), name="named")
    plain = asyncio.create_task(work(0.02))
    await asyncio.sleep(0)
    print(shown(named), re.sub(r"\d+", "N", plain.get_name()))
    print(int(asyncio.create_task(work(0)).get_name()[5:]) - int(plain.get_name()[5:]))
    both = asyncio.gather(named, plain)
    guarded = asyncio.shield(plain)
    waiting = asyncio.create_task(asyncio.wait([named, plain]), name="waiting")
    await asyncio.sleep(0)
    for thing in (both, guarded, named, plain, waiting, asyncio.current_task()):
        print(shown(thing))
    print(await both)
    thread = loop.run_in_executor(None, int)
    print(shown(thread))
    await thread
    print(shown(loop.call_soon(print, "x", 1)))
    loop.set_debug(True)
    print(shown(loop.call_soon(len, [1]))[:15])
    loop.set_debug(False)
    failing = asyncio.create_task(fail(), name="failing")
    sleeping = asyncio.create_task(work(9), name="sleeping")
    await asyncio.wait([failing])
    for task in (failing, sleeping):
        task.print_stack(file=sys.stdout)
    for thing in (3, ValueError):
        future = loop.create_future()
        try:
            future.set_exception(thing)
        except TypeError as error:
            print(error)
        else:
            print(repr(future.exception()))

class Plain:
    def write(self, text):
        text = re.sub(r'File "[^"]*", line \d+', "File F", text)
        output.write(re.sub(r"at (<[^>]*>|[^ >]*):\d+", "at F", text))
    def flush(self):
        pass
output, sys.stdout = sys.stdout, Plain()
asyncio.run(main())
print(type(concurrent.futures.wait([])), concurrent.futures.wait([])._fields, type(concurrent.futures.__all__))

"""A program's own policy says which loops are made; loops have more ways to sockets."""
import asyncio
import logging
import socket
import warnings

warnings.simplefilter("ignore", DeprecationWarning)


class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        print("a loop is made")
        return super().new_event_loop()


class Nothing(asyncio.AbstractEventLoopPolicy):
    pass


async def main():
    loop = asyncio.get_running_loop()
    print((await loop.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM))[0][-1])
    left, right = socket.socketpair()
    left.setblocking(False)
    right.setblocking(False)
    room = bytearray(4)
    await loop.sock_sendall(left, b"hi")
    print(await loop.sock_recv_into(right, room), room)
    left.close()
    right.close()


print(asyncio.DefaultEventLoopPolicy, issubclass(asyncio.DefaultEventLoopPolicy, asyncio.AbstractEventLoopPolicy))
print(isinstance(asyncio.get_event_loop_policy(), asyncio.DefaultEventLoopPolicy))
asyncio.set_event_loop_policy(Policy())
asyncio.run(main())
asyncio.set_event_loop_policy(Nothing())
for ask in asyncio.new_event_loop, asyncio.get_event_loop, lambda: asyncio.set_event_loop(None):
    try:
        ask()
    except NotImplementedError:
        print("NotImplementedError")
asyncio.set_event_loop_policy(None)
print(type(asyncio.get_event_loop_policy()).__name__)
# What the library keeps dies at the end without a word.
logging.getLogger("asyncio").addHandler(logging.NullHandler())

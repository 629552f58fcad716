import os
import socket
import sys

seen = []
listening = False


def hook(name, args):
    if listening:
        if name.startswith(("os.", "socket.")):
            seen.append((name, len(args)))


def show(what, action):
    global listening
    seen.clear()
    listening = True
    action()
    listening = False
    print(what, seen)


def connection():
    server = socket.create_server(("127.0.0.1", 0))
    client = socket.create_connection(server.getsockname())
    other, _ = server.accept()
    for one in (server, client, other):
        one.close()


def pair():
    one, two = socket.socketpair()
    one.close()
    two.close()


def child():
    if os.fork() == 0:
        os._exit(0)
    os.wait()


socket.getaddrinfo("127.0.0.1", 80)  # imports what it needs
sys.addaudithook(hook)
show("kill", lambda: os.kill(os.getpid(), 0))
show("fork", child)
show("connection", connection)
show("pair", pair)
show("address", lambda: socket.gethostbyname("127.0.0.1"))

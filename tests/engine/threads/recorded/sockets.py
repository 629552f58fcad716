import socket, threading
srv = socket.create_server(("127.0.0.1", 0))
addr = srv.getsockname()
def serve():
    while True:
        c, a = srv.accept()
        with c:
            data = c.recv(100)
            if data == b"stop": return
            c.sendall(b"<" + data + b">")
t = threading.Thread(target=serve); t.start()
for m in (b"a", b"bc"):
    with socket.create_connection(addr) as s:
        s.sendall(m); print(s.recv(10), s.recv(10), s.getpeername() == addr)
with socket.socket() as s: s.connect(addr); s.send(b"stop")
t.join(); srv.close()
a, b = socket.socketpair()
a.settimeout(0.1)
try: a.recv(1)
except socket.timeout as e: print(repr(e), socket.timeout is TimeoutError)
a.setblocking(False)
try: a.recv(1)
except BlockingIOError as e: print(e)
b.send(b"x" * 10); print(a.recv(4), a.recv(100), a.gettimeout(), b.getblocking())
b.close(); print(a.recv(1))
a.close()
try: a.send(b"x")
except OSError as e: print(e)
s = socket.socket()
try: s.connect(("127.0.0.1", 1))
except ConnectionRefusedError as e: print(e)
try: s.recv(1)
except OSError as e: print(e)
s.close(); print(s.fileno())
a, b = socket.socketpair(); f = b.makefile("rb"); a.sendall(b"l1\nl2\n"); a.shutdown(socket.SHUT_WR); print(f.readline(), f.read()); 
try: a.send(b"z")
except BrokenPipeError as e: print(e)

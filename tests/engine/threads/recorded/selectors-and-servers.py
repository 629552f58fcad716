import select, selectors, socket, socketserver, threading, time, sys
a, b = socket.socketpair()
print(select.select([a], [a], [], 0) == ([], [a], []))
b.send(b"x"); print(select.select([a, b], [], [], 1) == ([a], [], []), a.recv(5))
t = time.monotonic(); print(select.select([a], [], [], 0.1), 0.09 < time.monotonic() - t < 0.3)
threading.Timer(0.05, b.sendall, [b"later"]).start()
print(select.select([a, b], [], [])[0] == [a], a.recv(9))
for bad in (lambda: select.select(["x"], [], []), lambda: select.select([], [], [], -1), lambda: select.select([a], [], [], "1")):
    try: bad()
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
p = select.poll(); p.register(a, select.POLLIN); p.register(b)
print([(n == b.fileno(), e) for n, e in p.poll(0)])
b.send(b"y"); print(sorted((n == b.fileno(), e) for n, e in p.poll(100)))
p.modify(b, select.POLLIN); print([(n == a.fileno(), e) for n, e in p.poll()]); p.unregister(b); a.recv(3); print(p.poll(20))
try: p.unregister(b)
except KeyError as e: print("KeyError", e.args[0] == b.fileno())
b.close(); print([(e) for n, e in p.poll()], a.recv(1))
with select.epoll() as ep:
    c, d = socket.socketpair()
    ep.register(c.fileno(), select.EPOLLIN); print(ep.poll(0)); d.send(b"1"); print([(n == c.fileno(), e) for n, e in ep.poll(1)])
    try: ep.register(c)
    except FileExistsError as e: print(e)
    ep.modify(c, select.EPOLLIN | select.EPOLLOUT); print([e for n, e in ep.poll(1)]); c.recv(1); print([e for n, e in ep.poll(1)])
    ep.unregister(c); print(ep.poll(0.01))
    try: ep.unregister(c)
    except FileNotFoundError as e: print(e)
print(ep.closed)
for cls in (selectors.DefaultSelector, selectors.SelectSelector, selectors.PollSelector):
    sel = cls(); x, y = socket.socketpair()
    key = sel.register(x, selectors.EVENT_READ, data="x"); print(key.events, key.data, key.fd == x.fileno(), key.fileobj is x, type(key).__name__)
    sel.register(y, selectors.EVENT_READ | selectors.EVENT_WRITE, "y")
    print([(k.data, m) for k, m in sel.select(0)])
    y.send(b"hello"); print(sorted((k.data, m) for k, m in sel.select(1)))
    sel.modify(y, selectors.EVENT_READ, "z"); print([(k.data, m) for k, m in sel.select(1)], sel.get_key(y).data, len(sel.get_map()))
    try: sel.register(x, 1)
    except KeyError as e: print(e.args[0][-24:])
    try: sel.register(x, 5)
    except ValueError as e: print(e)
    try: sel.unregister(socket.socket())
    except KeyError as e: print(e.args[0][-18:])
    sel.unregister(x); print(len(sel.get_map()), y in sel.get_map(), x in sel.get_map()); print(sel.select(0.01)); sel.close(); print(sel.get_map())
class Echo(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile: self.wfile.write(b"echo " + line)
class Upper(socketserver.BaseRequestHandler):
    def handle(self):
        data = self.request.recv(100); self.request.sendall(data.upper()); seen.append((self.client_address[0], type(self.server).__name__))
class Bad(socketserver.BaseRequestHandler):
    def handle(self): raise ValueError("bad request")
seen = []
def ask(address, *lines):
    with socket.create_connection(address) as s:
        for l in lines: s.sendall(l)
        s.shutdown(socket.SHUT_WR); return s.makefile("rb").read()
for cls in (socketserver.TCPServer, socketserver.ThreadingTCPServer):
    for handler in (Echo, Upper):
        with cls(("127.0.0.1", 0), handler) as server:
            t = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}); t.start()
            print(ask(server.server_address, *([b"a\n", b"b\n"] if handler is Echo else [b"a\n"])), ask(server.server_address, b"c\n")); server.shutdown(); t.join()
print(seen)
sys.stderr = sys.stdout
with socketserver.TCPServer(("127.0.0.1", 0), Bad) as server:
    t = threading.Thread(target=server.handle_request); t.start(); 
    server.handle_error = lambda request, address: print("error", sys.exc_info()[1], address[0])
    print(ask(server.server_address)); t.join()
class Slow(socketserver.ThreadingMixIn, socketserver.TCPServer):
    daemon_threads = True; allow_reuse_address = True
class Sleeps(socketserver.BaseRequestHandler):
    def handle(self): time.sleep(0.2); self.request.sendall(threading.current_thread().name[:7].encode())
with Slow(("127.0.0.1", 0), Sleeps) as server:
    threading.Thread(target=server.serve_forever, daemon=True).start()
    start = time.monotonic(); r = []
    ts = [threading.Thread(target=lambda: r.append(ask(server.server_address))) for _ in range(4)]
    [t.start() for t in ts]; [t.join() for t in ts]; print(r, time.monotonic() - start < 0.7); server.shutdown()
class T(socketserver.TCPServer):
    timeout = 0.05
    def handle_timeout(self): print("timeout")
with T(("127.0.0.1", 0), Echo) as s: s.handle_request()
def forgets():
    left, right = socket.socketpair()
    left.send(b"last words")
    return right
right = forgets(); print(right.recv(20), right.recv(20))
left, right = socket.socketpair(); f = left.makefile("rw"); left.close(); f.write("still here\n"); f.flush(); print(right.recv(20)); right.sendall(b"one\ntwo\n"); print(f.readline(), f.closed); f.close(); print(right.recv(9), f.closed)

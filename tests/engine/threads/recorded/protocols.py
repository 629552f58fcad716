import asyncio
class P(asyncio.Protocol):
    def __init__(self, name, done=None): self.name, self.done = name, done
    def connection_made(self, t): self.t = t; print(self.name, "made"); 
    def data_received(self, d): print(self.name, "data", d); self.name == "server" and self.t.write(b"re:" + d)
    def eof_received(self): print(self.name, "eof")
    def connection_lost(self, e): print(self.name, "lost", e); self.done and self.done.set_result(1)
async def main():
    loop = asyncio.get_running_loop(); done = loop.create_future()
    s = await loop.create_server(lambda: P("server", done), "127.0.0.1", 0)
    t, p = await loop.create_connection(lambda: P("client"), *s.sockets[0].getsockname())
    t.write(b"hi"); await asyncio.sleep(0.1); print(t.is_closing()); t.close(); print(t.is_closing())
    await done; s.close()
asyncio.run(main())

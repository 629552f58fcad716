import asyncio
active = most = 0
async def handle(reader, writer):
    global active, most
    active += 1; most = max(most, active)
    n = int(await reader.readline())
    await asyncio.sleep(0.2)
    writer.write(f"{n * n}\n".encode()); await writer.drain()
    active -= 1
    writer.close()
async def client(port, n):
    r, w = await asyncio.open_connection("127.0.0.1", port)
    w.write(f"{n}\n".encode())
    x = int(await r.readline()); w.close(); await w.wait_closed(); return x
async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        start = asyncio.get_running_loop().time()
        print(await asyncio.gather(*[client(port, i) for i in range(5)]))
        print(asyncio.get_running_loop().time() - start < 0.9, most)
    try: await asyncio.open_connection("127.0.0.1", port)
    except ConnectionRefusedError as e: print(type(e).__name__, e.errno, "Connect call failed" in str(e))
    try: await asyncio.wait_for(forever(), 0.2)
    except asyncio.TimeoutError: print("timeout")
async def forever():
    s = await asyncio.start_server(handle, "127.0.0.1", 0)
    try: await s.serve_forever()
    except asyncio.CancelledError: print("cancelled", s.is_serving()); raise
asyncio.run(main())

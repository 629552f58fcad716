import asyncio
async def handle(reader, writer):
    data = await reader.readline()
    print("server got", data, writer.get_extra_info("peername")[0])
    writer.write(data.upper()); await writer.drain()
    writer.close(); await writer.wait_closed()
    print("server closed")
async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    print(host, server.is_serving(), len(server.sockets))
    reader, writer = await asyncio.open_connection(host, port)
    writer.write(b"hello\nrest"); await writer.drain()
    print("client got", await reader.read())
    print(reader.at_eof(), await reader.read(5), writer.is_closing())
    writer.close(); await writer.wait_closed()
    server.close(); await server.wait_closed()
    print(server.is_serving(), server.sockets)
asyncio.run(main())

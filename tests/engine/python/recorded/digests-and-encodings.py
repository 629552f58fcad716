import hashlib, zlib, binascii, base64, hmac
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
msgs = [b"", b"abc", b"a"*55, b"a"*56, b"a"*64, b"x"*111, b"y"*128, b"z"*129, bytes(range(256))*3]
for n in ["md5","sha1","sha224","sha256","sha384","sha512","sha3_224","sha3_256","sha3_384","sha3_512","blake2b","blake2s"]:
    for m in msgs: print(n, len(m), hashlib.new(n, m).hexdigest())
    h = getattr(hashlib, n)(b"ab"); c = h.copy(); h.update(b"c"); print(h.hexdigest() == hashlib.new(n, b"abc").hexdigest(), c.hexdigest() == h.hexdigest(), h.name, h.digest_size, h.block_size, h.digest()[:4])
print(hashlib.shake_128(b"abc").hexdigest(20), hashlib.shake_256(b"").hexdigest(200))
print(hashlib.blake2b(b"abc", digest_size=20).hexdigest(), hashlib.blake2s(b"abc", key=b"secret").hexdigest())

print(hmac.new(b"key", b"msg", "sha256").hexdigest(), hmac.new(b"k"*100, b"msg", hashlib.md5).hexdigest(), hmac.compare_digest("a", "a"), hmac.compare_digest(b"a", b"b"))
t(lambda: hashlib.new("nope")); t(lambda: hashlib.md5("text")); t(lambda: hashlib.sha256(3)); t(lambda: hashlib.sha256(bytearray(b"abc")).hexdigest()); t(lambda: hashlib.sha256(memoryview(b"abc")).hexdigest())
for m in msgs: print(zlib.crc32(m), zlib.adler32(m), binascii.crc32(m), binascii.crc_hqx(m, 0))
print(zlib.crc32(b"b", zlib.crc32(b"a")) == zlib.crc32(b"ab"))
for m in msgs + [b"hello world "*100, bytes(i*i%251 for i in range(5000))]:
    for lv in (0, 1, 6, 9): assert zlib.decompress(zlib.compress(m, lv)) == m
print(len(zlib.compress(b"a"*100000)) < 1000)
import_ = bytes.fromhex("789ccb48cdc9c95728cf2fca49d151c8409702002bd60a4b")
t(lambda: zlib.decompress(import_)); t(lambda: zlib.decompress(b"x\x9cK")); t(lambda: zlib.decompress(b"abc")); t(lambda: zlib.decompress(b"")); t(lambda: zlib.compress("text")); t(lambda: zlib.compress(b"a", 11))
co = zlib.compressobj(); d = co.compress(b"abc") + co.flush(); do = zlib.decompressobj(); print(do.decompress(d[:3]) + do.decompress(d[3:] + b"tail"), do.eof, do.unused_data)
print(zlib.decompress(zlib.compress(b"abc", wbits=-15) if 0 else zlib.compressobj(wbits=-15).flush(), -15))
for m in [b"", b"a", b"ab", b"abc", bytes(range(256))]:
    print(base64.b64encode(m), base64.urlsafe_b64encode(m)[-8:], base64.b32encode(m), base64.b16encode(m)[:20], base64.b85encode(m)[:40], base64.a85encode(m)[:40], binascii.hexlify(m)[:10], binascii.b2a_base64(m)[-8:])
    assert base64.b64decode(base64.b64encode(m)) == m and base64.b32decode(base64.b32encode(m)) == m and base64.b16decode(base64.b16encode(m)) == m and base64.b85decode(base64.b85encode(m)) == m
t(lambda: base64.b64decode(b"YWJj!")); t(lambda: base64.b64decode(b"YWJ")); t(lambda: base64.b64decode(b"Y")); t(lambda: base64.b64decode("YWJj")); t(lambda: base64.b64encode("abc")); t(lambda: base64.b32decode(b"A")); t(lambda: base64.b16decode(b"zz")); t(lambda: base64.b64decode("é"))
t(lambda: binascii.unhexlify("abc")); t(lambda: binascii.unhexlify("zz")); t(lambda: binascii.unhexlify("DEad")); t(lambda: binascii.hexlify(b"abcdef", "-")); t(lambda: binascii.hexlify(b"abcdefg", b":", 2)); t(lambda: binascii.hexlify(b"abcdefg", b":", -2)); print(binascii.Error.__mro__, zlib.error)
t(lambda: base64.encodebytes(b"a"*100)); t(lambda: base64.decodebytes(b"YWJj\n"))

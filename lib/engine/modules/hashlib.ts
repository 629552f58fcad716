import { defineType, method, nativeFunction } from "../core/define.ts";
import { PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";
import { pythonHalf } from "../python/halves.ts";
import { PyStr } from "../types/str-object.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import type { Machine } from "../vm/machine.ts";
import { bufferArgument } from "./buffer.ts";
import { Blake2 } from "./hashes/blake2.ts";
import { Keccak } from "./hashes/keccak.ts";
import { Md5, Sha1, Sha256 } from "./hashes/md.ts";
import { Sha512 } from "./hashes/sha512.ts";
import type { Digest } from "./hashes/words.ts";

const algorithms: ReadonlyMap<string, () => Digest> = new Map<string, () => Digest>([
  ["md5", () => new Md5()],
  ["sha1", () => new Sha1()],
  ["sha224", () => new Sha256(28)],
  ["sha256", () => new Sha256()],
  ["sha384", () => new Sha512(48)],
  ["sha512", () => new Sha512()],
  ["sha3_224", () => new Keccak(144, 28, 0x06)],
  ["sha3_256", () => new Keccak(136, 32, 0x06)],
  ["sha3_384", () => new Keccak(104, 48, 0x06)],
  ["sha3_512", () => new Keccak(72, 64, 0x06)],
  ["shake_128", () => new Keccak(168, 0, 0x1f)],
  ["shake_256", () => new Keccak(136, 0, 0x1f)],
  ["blake2b", () => new Blake2("blake2b", 64)],
  ["blake2s", () => new Blake2("blake2s", 32)],
]);

/** What a block takes, against an instruction: about a microsecond. */
const BLOCK_UNITS = 16;
/** Data from this size on is hashed without the GIL (HASHLIB_GIL_MINSIZE, Modules/hashlib.h). */
const RELEASED_BYTES = 2_048;

/** Hashes so many bytes: without the GIL where CPython lets go of it. */
function hashing<T>(rt: Runtime, size: number, work: () => T): T {
  return size >= RELEASED_BYTES ? (rt as Machine).threads.released(work) : work();
}

/** Feeds data through blocks and keeps what is left. BLAKE2 marks its last block, so a full one waits for more. */
class Running {
  digest: Digest;
  private rest = new Uint8Array(0);
  private total = 0;

  constructor(digest: Digest) {
    this.digest = digest;
  }

  update(rt: Runtime, data: Uint8Array): void {
    const { blockSize } = this.digest;
    const bytes = new Uint8Array(this.rest.length + data.length);
    bytes.set(this.rest);
    bytes.set(data, this.rest.length);
    this.total += data.length;
    const kept = this.digest instanceof Blake2 ? blockSize : blockSize - 1;
    let at = 0;
    for (; bytes.length - at > kept; at += blockSize) {
      rt.charge(BLOCK_UNITS);
      this.digest.block(bytes, at);
    }
    this.rest = bytes.slice(at);
  }

  value(rt: Runtime, size?: number): Uint8Array {
    rt.charge(BLOCK_UNITS);
    const { digest } = this;
    if (size === undefined || !(digest instanceof Keccak)) return digest.finish(this.rest, this.total);
    rt.heap.reserve(size);
    rt.charge(BLOCK_UNITS * Math.ceil(size / digest.blockSize));
    return digest.finish(this.rest, this.total, size);
  }

  copy(): Running {
    const other = new Running(this.digest.copy());
    other.rest = this.rest;
    other.total = this.total;
    return other;
  }
}

class PyHash extends PyObject {
  readonly name: string;
  running: Running;

  constructor(type: PyType, name: string, running: Running) {
    super(type);
    this.name = name;
    this.running = running;
  }
}

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

function dataArgument(rt: Runtime, object: PyObject): Uint8Array {
  if (object instanceof PyStr) rt.raise("TypeError", rt.message("hashOfText"));
  if (!object.type.slots.length) rt.raise("TypeError", "object supporting the buffer API required");
  return bufferArgument(rt, object);
}

/** The bytes that `digest(length)` gives; only SHAKE is asked for a length. */
function valueOf(rt: Runtime, self: PyObject, length: PyObject | undefined): Uint8Array {
  const { running, name } = self as PyHash;
  const variable = name.startsWith("shake");
  if (variable && !length) rt.raise("TypeError", "digest() missing required argument 'length' (pos 1)");
  return running.value(rt, variable ? Number(rt.index(length as PyObject)) : undefined);
}

const hashSpec = defineType({
  name: "HASH",
  module: "_hashlib",
  basicSize: 32,
  collected: false,
  baseType: false,
  slots: {
    new: (rt) => rt.raise("TypeError", "cannot create '_hashlib.HASH' instances"),
    repr: (rt, self) => rt.str(`<${(self as PyHash).name} _hashlib.HASH object @ 0x${self.id.toString(16)}>`),
  },
  methods: [
    method("update(self, obj, /)", (rt, [self, data]) => {
      const bytes = dataArgument(rt, data);
      hashing(rt, bytes.length, () => (self as PyHash).running.update(rt, bytes));
      return retain(rt.none);
    }),
    method("digest(self, [length], /)", (rt, [self, length]) => rt.bytes(valueOf(rt, self, length))),
    method("hexdigest(self, [length], /)", (rt, [self, length]) => rt.str(hex(valueOf(rt, self, length)))),
    method("copy(self, /)", (_rt, [self]) => new PyHash(self.type, (self as PyHash).name, (self as PyHash).running.copy())),
  ],
  getset: [
    { name: "name", get: (rt, self) => rt.str((self as PyHash).name) },
    { name: "digest_size", get: (rt, self) => rt.int((self as PyHash).running.digest.digestSize) },
    { name: "block_size", get: (rt, self) => rt.int((self as PyHash).running.digest.blockSize) },
  ],
});

function make(rt: Runtime, name: string, digest: Digest, data: PyObject | undefined): PyObject {
  const bytes = data ? dataArgument(rt, data) : new Uint8Array(0);
  const running = hashing(rt, bytes.length, () => {
    const begun = new Running(digest);
    begun.update(rt, bytes);
    return begun;
  });
  return new PyHash(rt.typeOf(hashSpec), name, running);
}

function makeNamed(rt: Runtime, [name, data]: PyObject[]): PyObject {
  const text = rt.strText(name);
  const algorithm = algorithms.get(text.toLowerCase());
  if (!algorithm) return rt.raise("ValueError", `unsupported hash type ${text}`);
  return make(rt, text.toLowerCase(), algorithm(), data);
}

/** BLAKE2 with a length of its own and a key: the key, padded to a block, comes first. */
function makeBlake(rt: Runtime, [name, data, size, key]: PyObject[]): PyObject {
  const which = rt.strText(name) as "blake2b" | "blake2s";
  const most = which === "blake2b" ? 64 : 32;
  const length = Number(rt.index(size));
  if (length < 1 || length > most) rt.raise("ValueError", `digest_size for ${which} must be between 1 and ${most} bytes, here it is ${length}`);
  const secret = bufferArgument(rt, key);
  if (secret.length > most) rt.raise("ValueError", `maximum key length is ${most} bytes`);
  const bytes = dataArgument(rt, rt.temp(retain(data)));
  const running = hashing(rt, bytes.length, () => {
    const begun = new Running(new Blake2(which, length, secret.length));
    if (secret.length > 0) {
      const block = new Uint8Array(begun.digest.blockSize);
      block.set(secret);
      begun.update(rt, block);
    }
    begun.update(rt, bytes);
    return begun;
  });
  return new PyHash(rt.typeOf(hashSpec), which, running);
}

/** HMAC of a message under a key that is a block at most (RFC 2104). */
function keyed(rt: Runtime, algorithm: () => Digest, key: Uint8Array): (message: Uint8Array) => Uint8Array {
  const { blockSize } = algorithm();
  const block = new Uint8Array(blockSize);
  if (key.length > blockSize) {
    const long = new Running(algorithm());
    long.update(rt, key);
    block.set(long.value(rt));
  } else block.set(key);
  const [inner, outer] = [0x36, 0x5c].map((pad) => {
    const running = new Running(algorithm());
    running.update(rt, block.map((byte) => byte ^ pad));
    return running;
  });
  return (message) => {
    const first = inner.copy();
    first.update(rt, message);
    const second = outer.copy();
    second.update(rt, first.value(rt));
    return second.value(rt);
  };
}

function pbkdf2(rt: Runtime, [name, password, salt, iterations, length]: PyObject[]): PyObject {
  const algorithm = algorithms.get(rt.strText(name).toLowerCase());
  if (!algorithm) return rt.raise("ValueError", `unsupported hash type ${rt.strText(name)}`);
  const rounds = Number(rt.index(iterations));
  if (rounds < 1) rt.raise("ValueError", "iteration value must be greater than 0.");
  const wanted = length && length !== rt.none ? Number(rt.index(length)) : algorithm().digestSize;
  if (wanted < 1) rt.raise("ValueError", "key length must be greater than 0.");
  rt.heap.reserve(wanted);
  const [secret, start] = [bufferArgument(rt, password), bufferArgument(rt, salt)];
  return rt.bytes((rt as Machine).threads.released(() => derived(keyed(rt, algorithm, secret), start, rounds, wanted)));
}

/** PBKDF2 (RFC 8018, 5.2): so many bytes from a keyed function and a salt. */
function derived(sign: (message: Uint8Array) => Uint8Array, seed: Uint8Array, rounds: number, wanted: number): Uint8Array {
  const result = new Uint8Array(wanted);
  for (let at = 0, block = 1; at < wanted; block++) {
    let last = sign(Uint8Array.of(...seed, block >>> 24, (block >>> 16) & 255, (block >>> 8) & 255, block & 255));
    const sum = last.slice();
    for (let round = 1; round < rounds; round++) {
      last = sign(last);
      for (let i = 0; i < sum.length; i++) sum[i] ^= last[i];
    }
    result.set(sum.subarray(0, wanted - at), at);
    at += sum.length;
  }
  return result;
}

export const hashHostModule: ModuleSpec = {
  name: "_hashlib",
  functions: [
    nativeFunction("new(name, [string], /)", makeNamed),
    nativeFunction("_blake2(name, data, digest_size, key, /)", makeBlake),
    nativeFunction("pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None)", pbkdf2),
    nativeFunction("hmac_digest(key, msg, digest)", (rt, [key, message, name]) => {
      const algorithm = algorithms.get(rt.strText(name).toLowerCase());
      if (!algorithm) return rt.raise("ValueError", `unsupported hash type ${rt.strText(name)}`);
      return rt.bytes(keyed(rt, algorithm, bufferArgument(rt, key))(bufferArgument(rt, message)));
    }),
  ],
  names: (vm) => ({ HASH: retain(vm.typeOf(hashSpec)) }),
};

export const hashlibModule: ModuleSpec = { name: "hashlib", source: () => pythonHalf("hashlib") };

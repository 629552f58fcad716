/** Numeric hashes are residues modulo this Mersenne prime, so that equal numbers of all types hash alike (Python/pyhash.c). */
const MODULUS = (1n << 61n) - 1n;
const HASH_INF = 314159n;
const HASH_IMAG = 1000003n;

/** The hash of an int: its residue with its sign, never -1 (Objects/longobject.c, long_hash). */
export function hashInt(value: bigint): bigint {
  const hash = value % MODULUS;
  return hash === -1n ? -2n : hash;
}

/** The hash of a float that is not NaN (Python/pyhash.c, _Py_HashDouble); a NaN hashes by its address. */
export function hashFloat(value: number, address: number): bigint {
  if (Number.isInteger(value)) return hashInt(BigInt(value));
  if (Number.isNaN(value)) return hashAddress(address);
  if (!Number.isFinite(value)) return value > 0 ? HASH_INF : -HASH_INF;
  // value = mantissa * 2 ** -shift with an integral mantissa; 2 ** 61 is 1 modulo the prime.
  let mantissa = Math.abs(value);
  let shift = 0;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    shift++;
  }
  const residue = ((BigInt(mantissa) % MODULUS) << BigInt((61 - (shift % 61)) % 61)) % MODULUS;
  const hash = value < 0 ? -residue : residue;
  return hash === -1n ? -2n : hash;
}

/** The hash of a complex number from the hashes of its parts. */
export function hashComplex(real: bigint, imag: bigint): bigint {
  const hash = BigInt.asIntN(64, real + HASH_IMAG * imag);
  return hash === -1n ? -2n : hash;
}

/** The hash of an object by identity: the address, rotated because its low bits are always 0 (_Py_HashPointer). */
export function hashAddress(address: number): bigint {
  const bits = BigInt(address);
  const hash = BigInt.asIntN(64, (bits >> 4n) | (bits << 60n));
  return hash === -1n ? -2n : hash;
}

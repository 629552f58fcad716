const SAFE = BigInt(Number.MAX_SAFE_INTEGER);
/** More bits than a double keeps, so that one rounding is left to the conversion. */
const GUARD_BITS = 66n;

/** `a / b` correctly rounded; null for division by zero or a quotient too large for a float. */
export function divideInts(a: bigint, b: bigint): number | null {
  if (b === 0n) return null;
  const [x, y] = [abs(a), abs(b)];
  const sign = a < 0n !== b < 0n ? -1 : 1;
  if (x === 0n) return sign * 0;
  if (x <= SAFE && y <= SAFE) return (sign * Number(x)) / Number(y);
  // Scale so that the integer quotient has some 66 bits; a sticky bit stands for the remainder.
  const shift = GUARD_BITS - (bitLength(x) - bitLength(y));
  const numerator = shift > 0n ? x << shift : x;
  const denominator = shift < 0n ? y << -shift : y;
  const quotient = numerator / denominator;
  const sticky = numerator % denominator === 0n ? quotient : quotient | 1n;
  const result = sign * scale(Number(sticky), -Number(shift));
  return Number.isFinite(result) ? result : null;
}

/** `value * 2 ** exponent`, in two steps where one power would leave the range of a double. */
function scale(value: number, exponent: number): number {
  const half = Math.trunc(exponent / 2);
  return value * 2 ** half * 2 ** (exponent - half);
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function bitLength(value: bigint): bigint {
  return BigInt(value.toString(2).length);
}

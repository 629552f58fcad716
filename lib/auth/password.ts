import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

/** OWASP's figures for scrypt: N = 2^16, r = 8, p = 1, which takes 64 MiB. */
const cost = { N: 2 ** 16, r: 8, p: 1 };
const keyBytes = 32;
const saltBytes = 16;

type Cost = typeof cost;

export const shortestPassword = 8;
export const longestPassword = 256;

/** Why a password cannot be used, or null. It counts as typed: any characters, nothing trimmed or folded. */
export function passwordProblem(password: string): string | null {
  const characters = password.length > 2 * longestPassword ? password.length : [...password].length;
  if (characters < shortestPassword) return `Use at least ${shortestPassword} characters.`;
  if (characters > longestPassword) return `Use at most ${longestPassword} characters.`;
  // Half a surrogate pair has no UTF-8 form: different passwords would become equal.
  if (/\p{Surrogate}/u.test(password)) return "This text has a broken character in it.";
  return null;
}

function derive(password: string, salt: Buffer, { N, r, p }: Cost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password, salt, keyBytes, { N, r, p, maxmem: 256 * N * r }, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

/** The text to store: scrypt$N$r$p$salt$key. Takes a quarter of a second, off the main thread. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const key = await derive(password, salt, cost);
  return ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64url"), key.toString("base64url")].join("$");
}

function readHash(stored: string): { cost: Cost; salt: Buffer; key: Buffer } {
  const [name, N, r, p, salt, key] = stored.split("$");
  if (name !== "scrypt" || !salt || !key) throw new Error("A stored password hash has an unknown form.");
  return { cost: { N: Number(N), r: Number(r), p: Number(p) }, salt: Buffer.from(salt, "base64url"), key: Buffer.from(key, "base64url") };
}

/** Compared with when there is no password, so that an unknown address takes as long as a known one. */
const nobody = { cost, salt: Buffer.alloc(saltBytes), key: Buffer.alloc(keyBytes) };

/** Whether the password is the one that was hashed. With null it does the same work and says no. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const expected = stored === null ? nobody : readHash(stored);
  const key = await derive(password, expected.salt, expected.cost);
  return timingSafeEqual(key, expected.key) && stored !== null;
}

import { randomBytes } from "node:crypto";
import { hashOfToken } from "../claim-token.ts";

export const RECOVERY_CODES = 10;

/** Without 0, 1, i, l, o and u: what is copied by hand is not misread. */
const ALPHABET = "23456789abcdefghjkmnpqrstvwxyz";
const LETTERS = 16;

/** Ten new codes such as abcd-efgh-jkmn-pqrs: 78 random bits each. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
}

function newRecoveryCode(): string {
  let letters = "";
  // Bytes past the last whole multiple of the alphabet would make its first letters likelier.
  const fair = 256 - (256 % ALPHABET.length);
  while (letters.length < LETTERS) {
    for (const byte of randomBytes(LETTERS)) if (byte < fair && letters.length < LETTERS) letters += ALPHABET.charAt(byte % ALPHABET.length);
  }
  return (letters.match(/.{4}/g) ?? []).join("-");
}

/** The code as it is hashed, from what was typed: blanks, hyphens and capitals do not matter. Null when it cannot be one. */
export function recoveryCodeOf(typed: string): string | null {
  const letters = typed.toLowerCase().replace(/[\s-]/g, "");
  return letters.length === LETTERS && [...letters].every((letter) => ALPHABET.includes(letter)) ? letters : null;
}

/** What is stored of a code: it is random enough to need no salt; the account is in it, so that equal codes of two differ. */
export const hashOfRecoveryCode = (userId: string, code: string): string => hashOfToken(`${userId}:${recoveryCodeOf(code) ?? ""}`);

import { Secret, TOTP } from "otpauth";

const STEP_SECONDS = 30;
const SECRET_BYTES = 20;

/** What every authenticator app takes: SHA-1, six digits, steps of 30 seconds (RFC 6238 with RFC 4226's key length). */
const PARAMETERS = { algorithm: "SHA1", digits: 6, period: STEP_SECONDS } as const;

/** The step that an instant lies in: 30 seconds each, counted from 1970. */
export const stepAt = (now: number): number => Math.floor(now / 1000 / STEP_SECONDS);

/** A new secret of 160 random bits, in Base32. */
export const newSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** What is drawn as a QR code: the secret and whose it is, for the app. */
export function keyUri(secret: string, account: string): string {
  return new TOTP({ ...PARAMETERS, issuer: "Heapwise", label: account, secret: Secret.fromBase32(secret) }).toString();
}

/**
 * The step whose code this is: the present one or one to either side, since clocks differ. Null when it is none of them, or
 * when a code of that step or a later one was taken before (`lastStep`): a code counts once.
 */
export function stepOfCode(secret: string, code: string, now: number, lastStep: number | null): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const delta = TOTP.validate({ ...PARAMETERS, secret: Secret.fromBase32(secret), token: code, timestamp: now, window: 1 });
  if (delta === null) return null;
  const step = stepAt(now) + delta;
  return lastStep === null || step > lastStep ? step : null;
}

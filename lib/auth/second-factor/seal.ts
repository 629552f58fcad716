import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const VERSION = "v1";
const IV_BYTES = 12;

/** A key for this purpose alone: what is known of it says nothing about the key that signs sessions. */
const keyFrom = (secret: string): Buffer => Buffer.from(hkdfSync("sha256", secret, "", "heapwise second factor", 32));

/** Encrypts a TOTP secret for storage (AES-256-GCM). It opens only with the same server secret and for the same user. */
export function seal(plain: string, userId: string, serverSecret: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyFrom(serverSecret), iv);
  cipher.setAAD(Buffer.from(userId));
  const text = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return [VERSION, iv.toString("base64url"), cipher.getAuthTag().toString("base64url"), text.toString("base64url")].join(".");
}

/** What was sealed, or null: another NEXTAUTH_SECRET, another user's row, or a changed text. */
export function unseal(sealed: string, userId: string, serverSecret: string): string | null {
  const [version, iv, tag, text] = sealed.split(".");
  if (version !== VERSION || !iv || !tag || text === undefined) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyFrom(serverSecret), Buffer.from(iv, "base64url"), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(userId));
    decipher.setAuthTag(Buffer.from(tag, "base64url"));
    return Buffer.concat([decipher.update(Buffer.from(text, "base64url")), decipher.final()]).toString("utf8");
  } catch {
    return null; // not authentic: there is no secret to be had from it
  }
}

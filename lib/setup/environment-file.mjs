// Writes .env with a random secret, readable by its owner only.
import { randomBytes } from "node:crypto";
import { appendFileSync, chmodSync, existsSync, readFileSync } from "node:fs";
import { inProject } from "./project.mjs";

/** Adds NEXTAUTH_SECRET to .env unless it is there or in the environment. @returns {boolean} whether it was written */
export function ensureSecret(file = inProject(".env")) {
  if (process.env.NEXTAUTH_SECRET) return false;
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  if (/^\s*(export\s+)?NEXTAUTH_SECRET\s*=\s*\S/m.test(text)) return false;
  const lines = `# Signs the session cookies. A new one signs everybody out.\nNEXTAUTH_SECRET="${randomBytes(32).toString("base64url")}"\n`;
  appendFileSync(file, text === "" || text.endsWith("\n") ? lines : `\n${lines}`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return true;
}

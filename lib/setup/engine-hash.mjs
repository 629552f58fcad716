// Which engine proved something: a record of another engine is told from this one's.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** @param {string} folder the engine's sources @returns {string} over their names and contents */
export function engineHash(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.(ts|py)$/.test(name)).sort();
  const text = files.map((name) => `${name}\n${readFileSync(path.join(folder, name), "utf8")}`).join("\n");
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

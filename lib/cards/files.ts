import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { CARD_LIMITS } from "./prescan.ts";
import type { CardFile } from "./library.ts";
import type { ClaimRecord } from "./lint.ts";
import { parseCard } from "./parse.ts";

/** Where the library stands, relative to the project. */
export const CARDS_FOLDER = "content/cards";
/** Imported cards that an author has to finish. */
export const DRAFTS_FOLDER = "content/drafts";
export const CLAIMS_FILE = "content/claims.json";

function walk(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => walk(join(path, name)))
    .filter((file) => file.endsWith(".md") && !file.endsWith(`${sep}README.md`));
}

/** The text of a card file. One far over the limit is cut, which the parser then refuses by its size. */
function readCard(path: string): string {
  const bytes = readFileSync(path);
  return bytes.subarray(0, CARD_LIMITS.bytes + 1).toString("utf8");
}

/** Finds and parses the cards under the paths (files or folders), which must exist. Paths in the result are relative to `root`. */
export function loadCards(paths: readonly string[], root: string): (CardFile & { readonly file: string; readonly text: string })[] {
  const found = [...new Set(paths.flatMap((path) => walk(path)))];
  return found.map((file) => {
    const text = readCard(file);
    return { file, text, path: relative(root, file).split(sep).join("/"), card: parseCard(text) };
  });
}

/** The entries of claims.json that the linter asks. */
export function loadClaims(path: string): ClaimRecord[] {
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as ClaimRecord[]) : [];
}

/** Writes a new file and refuses to replace one. */
export function writeNew(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { flag: "wx" });
}

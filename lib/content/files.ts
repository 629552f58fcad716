import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { loadCards } from "../cards/files.ts";
import { type ProofFile, proofFileSchema } from "./proof-record.ts";
import type { CardFile } from "./sync.ts";

/** Every card file below a folder, parsed; an empty list where there is no such folder. */
export function readCardFiles(folder: string): CardFile[] {
  if (!existsSync(folder)) return [];
  return loadCards([folder], folder).map(({ path: file, text, card }) => ({ path: file, name: path.posix.basename(file, ".md"), source: text, card }));
}

/** The recorded proofs; null where none were recorded. Throws if the file is there and cannot be read. */
export function readProofFile(file: string): ProofFile | null {
  if (!existsSync(file)) return null;
  const parsed = proofFileSchema.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0];
  throw new Error(`${file} is not a record of proofs: ${first?.path.join(".") ?? ""}: ${first?.message ?? ""}. Delete it and record the proofs again.`);
}

// A copy of an SQLite file from before its migrations: a release that went wrong can be taken back with the data it found.
import { chmodSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";

/** So many copies are kept, the newest: what somebody had erased must not lie about for ever. */
const KEPT = 3;

const INFIX = ".before-";

/** The copy of a database from before a migration, in the same folder. It opens as a database. @param {string} file @param {string} migration @returns {string} */
export const copyName = (file, migration) => `${file.replace(/\.db$/, "")}${INFIX}${migration}.db`;

/**
 * Copies the database as it is committed, while another connection holds its lock, and looks whether the copy is sound.
 * One from an attempt before is replaced: it lacks what was written since.
 * @param {typeof import("better-sqlite3")} Database @param {string} file @param {string} migration the first that is to be applied
 * @throws {Error} when there is no sound copy; then nothing should be migrated
 */
export function copyBefore(Database, file, migration) {
  const target = copyName(file, migration);
  const draft = `${target}.${process.pid}.part`;
  try {
    rmSync(draft, { force: true });
    const source = new Database(file, { readonly: true, fileMustExist: true });
    try { source.prepare("VACUUM INTO ?").run(draft); } finally { source.close(); }
    chmodSync(draft, 0o600);
    const copy = new Database(draft, { readonly: true });
    try {
      const state = copy.pragma("quick_check", { simple: true });
      if (state !== "ok") throw new Error(`the copy is damaged: ${state}`);
    } finally { copy.close(); }
    renameSync(draft, target);
  } catch (error) {
    throw new Error(`Nothing was migrated, as no copy of ${file} could be made first: ${error instanceof Error ? error.message : error}`, { cause: error });
  } finally {
    rmSync(draft, { force: true });
  }
  forgetOld(file);
}

/** Migrations begin with their date, so names are in the order of time. @param {string} file */
function forgetOld(file) {
  const folder = path.dirname(path.resolve(file));
  const prefix = path.basename(copyName(file, "")).replace(/\.db$/, "");
  const copies = readdirSync(folder).filter((name) => name.startsWith(prefix) && name.endsWith(".db")).sort();
  for (const name of copies.slice(0, -KEPT)) rmSync(path.join(folder, name), { force: true });
}

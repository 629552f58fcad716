import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Mode, VersionId } from "../../lib/engine/index.ts";

/** What real CPython printed, and the last line of the traceback that ended the program, or null. */
export interface Expected {
  readonly stdout: string;
  readonly error: string | null;
}

export interface ConformanceCase {
  /** `objects/smallints-390-repl.py` */
  readonly name: string;
  readonly source: string;
  readonly mode: Mode;
  readonly expected: Readonly<Partial<Record<VersionId, Expected>>>;
}

/** A case that is known to differ, in the versions named, and why. The list may only shrink. */
export interface KnownFailure {
  readonly case: string;
  readonly versions: readonly VersionId[];
  readonly reason: string;
}

const folder = path.dirname(fileURLToPath(import.meta.url));

function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(path.join(folder, name), "utf8")) as T;
}

/** The recorded programs, by name. */
export function conformanceCases(): ConformanceCase[] {
  const expected = readJson<Record<string, ConformanceCase["expected"]>>("expected.json");
  return Object.keys(expected)
    .sort()
    .map((name) => {
      const source = readFileSync(path.join(folder, "cases", name), "utf8");
      return { name, source, mode: /^# mode: repl$/m.test(source) ? "repl" : "script", expected: expected[name] };
    });
}

export function knownFailures(): KnownFailure[] {
  return readJson<KnownFailure[]>("known-failures.json");
}

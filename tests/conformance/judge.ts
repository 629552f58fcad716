import { describe, expect, it } from "vitest";
import { type RunResult, run, type VersionId } from "../../lib/engine/index.ts";
import { type ConformanceCase, conformanceCases, knownFailures } from "./cases.ts";

const cases = conformanceCases();
const known = knownFailures();

function reasonFor(name: string, version: VersionId): string | null {
  return known.find((entry) => entry.case === name && entry.versions.includes(version))?.reason ?? null;
}

/** The run in the shape of the records; a stopped run never equals one. */
function observed(result: RunResult) {
  if (result.status === "stopped") return { stdout: result.stdout, error: `stopped: ${result.message}` };
  const error = result.status === "raised" && result.exitCode !== 0 ? result.error.lastLine : null;
  return { stdout: result.stdout, error };
}

function runCase({ source, mode }: ConformanceCase, version: VersionId): RunResult {
  return run(source, { version, mode, audit: true, stackCheck: true });
}

/** The tests of all cases in some versions. Each half of the versions has a file, so that two processors share them. */
export function judgeIn(versions: readonly VersionId[]): void {
  describe.each(versions)("CPython %s", (version) => {
    for (const conformanceCase of cases) {
      const expected = conformanceCase.expected[version];
      if (!expected) continue;
      const reason = reasonFor(conformanceCase.name, version);
      if (reason === null) {
        it(`${conformanceCase.name} prints what CPython prints, every reference is accounted for, and every instruction leaves the stack that its opcode says`, () => {
          const result = runCase(conformanceCase, version);
          expect(observed(result)).toEqual(expected);
          expect(result.leaks).toEqual([]);
        });
      } else {
        it(`${conformanceCase.name} still differs: ${reason}`, () => {
          const result = runCase(conformanceCase, version);
          const agrees = JSON.stringify(observed(result)) === JSON.stringify(expected) && result.leaks.length === 0;
          expect(agrees, "it agrees now: take it off tests/conformance/known-failures.json").toBe(false);
        });
      }
    }
  });
}

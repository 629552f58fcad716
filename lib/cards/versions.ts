/** The Python versions that a card can name, oldest first. */
export const VERSIONS = ["3.10", "3.11", "3.12", "3.13", "3.14", "3.15"] as const;

export type Version = (typeof VERSIONS)[number];

/** Versions that have a free-threaded build (PEP 703). */
export const FREE_THREADED: readonly Version[] = ["3.13", "3.14", "3.15"];

const FORM = "write a range such as 3.10-3.15 or a list such as 3.10, 3.12";

function versionIndex(text: string): number {
  return (VERSIONS as readonly string[]).indexOf(text);
}

/**
 * Reads `3.10-3.15`, `3.14` or `3.10, 3.12-3.13`. The result is in order and without repeats; a text that cannot be read
 * gives the reason as a sentence.
 */
export function parseVersions(text: string): { readonly versions: readonly Version[] } | { readonly reason: string } {
  const found = new Set<number>();
  for (const part of text.split(",").map((piece) => piece.trim())) {
    const [first = "", last = first, ...more] = part.split("-").map((piece) => piece.trim());
    if (part === "" || more.length > 0) {
      return { reason: `"${text}" is not a set of versions: ${FORM}` };
    }
    const from = versionIndex(first);
    const to = versionIndex(last);
    if (from < 0 || to < 0) {
      const unknown = from < 0 ? first : last;
      return { reason: `"${unknown}" is not one of the known versions (${VERSIONS.join(", ")}): ${FORM}` };
    }
    if (from > to) {
      return { reason: `the range ${part} runs backwards: write ${last}-${first}` };
    }
    for (let index = from; index <= to; index += 1) found.add(index);
  }
  return { versions: VERSIONS.filter((_, index) => found.has(index)) };
}

/** The shortest text that `parseVersions` reads back as these versions: `3.10-3.13, 3.15`. */
export function formatVersions(versions: readonly Version[]): string {
  const runs: Version[][] = [];
  for (const version of VERSIONS.filter((one) => versions.includes(one))) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && versionIndex(last) + 1 === versionIndex(version)) run.push(version);
    else runs.push([version]);
  }
  return runs.map((run) => (run.length === 1 ? run.join("") : `${run[0]}-${run.at(-1)}`)).join(", ");
}

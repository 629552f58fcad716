import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../../lib/engine/index.ts";
import type { VersionId } from "../../../lib/engine/profiles/types.ts";

/** Recorded with real CPython. An entry of sources.json holds a version only where it differs from the one before. */
function read<T>(name: string): readonly (readonly [string, Readonly<Partial<Record<VersionId, T>>>])[] {
  return JSON.parse(readFileSync(path.join(import.meta.dirname, "recorded", name), "utf8"));
}

const VERSIONS: readonly VersionId[] = ["3.10", "3.11", "3.12", "3.13", "3.14", "3.15"];

const COMPILE_ALL = `
import warnings
for source in SOURCES:
    rows = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            compile(source, "prog.py", "exec")
            rows.append("ok")
        except SyntaxError as e:
            rows.append(repr((type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text)))
        except BaseException as e:
            rows.append(repr((type(e).__name__, str(e))))
    rows += [repr((w.category.__name__, str(w.message), w.lineno)) for w in caught]
    print(ascii("\\n".join(rows)))
`;

/** A list of str literals that each version reads alike. */
function literals(sources: readonly string[]): string {
  const text = (source: string) => `"${[...source].map((c) => `\\U${(c.codePointAt(0) as number).toString(16).padStart(8, "0")}`).join("")}"`;
  return `[${sources.map(text).join(", ")}]`;
}

const asAscii = (text: string) => text.replace(/[^\x00-\x7f]/gu, (c) => `\\u${(c.codePointAt(0) as number).toString(16).padStart(4, "0")}`);

function answers(sources: readonly string[], version: VersionId): string[] {
  const found: string[] = [];
  for (let i = 0; i < sources.length; i += 100) {
    const program = `SOURCES = ${literals(sources.slice(i, i + 100))}${COMPILE_ALL}`;
    const result = run(program, { version, limits: { steps: 50_000_000, source: 1_000_000, output: 1_000_000 } });
    found.push(...result.stdout.trimEnd().split("\n"));
  }
  return found;
}

/** `ascii()` of a str, read back; only what the rows above can hold. */
function unquote(shown: string): string {
  return shown.slice(1, -1).replace(/\\(n|'|\\|x..|u....)/g, (_, code: string) => (code === "n" ? "\n" : code.length === 1 ? code : String.fromCharCode(Number.parseInt(code.slice(1), 16))));
}

describe.each(VERSIONS)("in %s, as CPython recorded it,", (version) => {
  it("wrong and doubtful sources are told of with the same words at the same places", { timeout: 60_000 }, () => {
    const cases = read<string>("sources.json");
    const expected = cases.map(([, by]) => VERSIONS.slice(0, VERSIONS.indexOf(version) + 1).map((id) => by[id]).filter((row) => row !== undefined).at(-1) as string);
    const actual = answers(cases.map(([source]) => source), version).map(unquote);
    expect(cases.map(([source], i) => [source, asAscii(actual[i])])).toEqual(cases.map(([source], i) => [source, asAscii(expected[i])]));
  });
});

describe.each(["3.11", "3.13", "3.14"] as const)("in %s, what an exception prints,", (version) => {
  it.each(read<readonly [string, string]>("tracebacks.json").map(([source, by]) => [source, by[version] as readonly [string, string]] as const))("of %j is what CPython prints", (source, [stdout, stderr]) => {
    const result = run(source, { version, filename: "prog.py" });
    const ended = result.status === "raised" ? result.error.traceback : "";
    expect([result.stdout, result.stderr + ended]).toEqual([stdout, stderr]);
  });
});

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import "../../../lib/engine/chunks/all.ts";
import { profileOf } from "../../../lib/engine/profiles/profiles.ts";
import type { VersionId } from "../../../lib/engine/profiles/types.ts";
import { parse } from "../../../lib/engine/syntax/parse.ts";
import { SourceError } from "../../../lib/engine/syntax/source-error.ts";
import { dump } from "./dump.ts";

/** The versions that recorded/record.py was run with. An entry holds a version only where it differs from the one before. */
const RECORDED: readonly VersionId[] = ["3.10", "3.11", "3.12", "3.13"];

type Recorded<T> = { readonly source: string } & Readonly<Partial<Record<VersionId, T | null>>>;
/** Type, message, lineno, offset, end_lineno, end_offset. */
type RecordedError = readonly [string, string, number, number, number, number | null];

function read<T>(name: string): readonly Recorded<T>[] {
  return JSON.parse(readFileSync(path.join(import.meta.dirname, "recorded", name), "utf8")) as readonly Recorded<T>[];
}

function at<T>(entry: Recorded<T>, version: VersionId): T | null {
  const known = RECORDED.slice(0, RECORDED.indexOf(version) + 1).filter((id) => entry[id] !== undefined);
  return entry[known.at(-1) as VersionId] ?? null;
}

function treeOf(source: string, version: VersionId): string | null {
  try {
    return dump(parse(source, profileOf(version), "exec"));
  } catch (error) {
    if (error instanceof SourceError) return null;
    throw error;
  }
}

/** 3.12.1, which recorded, ended a format specification with an empty text; later releases of 3.12 do not. */
function withoutEmptyTexts(tree: string | null): string | null {
  return tree === null ? null : tree.replace(/Constant@\d+:\d+-\d+:\d+\(value=str ""\)(?: (?=FormattedValue)|(?=\]\)))/g, "").replaceAll(" ])", "])");
}

function errorOf(source: string, version: VersionId): RecordedError | null {
  try {
    parse(source, profileOf(version), "exec");
    return null;
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const { position } = error;
    if (position === null) return [error.type, error.message, 0, 0, 0, 0];
    return [error.type, error.message, position.line, position.offset, position.endLine, position.endOffset];
  }
}

/** CPython writes an unknown end as None, 0 or -1. */
function withEnd(error: RecordedError | null): RecordedError | null {
  if (error === null) return null;
  const [type, message, line, offset, endLine, endOffset] = error;
  return [type, message, line, offset, endLine, Math.max(endOffset ?? 0, 0)];
}

describe.each(RECORDED)("in %s, as CPython recorded it,", (version) => {
  it.each(read<string>("trees.json").map((entry) => [entry.source, at(entry, version)] as const))(
    "%j is refused, or has this tree with these places",
    (source, tree) => expect(treeOf(source, version)).toBe(version === "3.12" ? withoutEmptyTexts(tree) : tree),
  );

  it.each(read<RecordedError>("errors.json").map((entry) => [entry.source, at(entry, version)] as const))(
    "%j is taken, or refused with this message at this place",
    (source, error) => expect(withEnd(errorOf(source, version))).toEqual(withEnd(error)),
  );
});

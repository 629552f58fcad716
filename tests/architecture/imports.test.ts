import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import config from "../../.dependency-cruiser.mjs";
import { checkImports } from "../../lib/setup/imports.mjs";

type Files = Record<string, string>;

/** A small house in which every import is allowed. */
const allowed: Files = {
  "app/page.tsx": `import { load } from "../lib/reviews/loaders.ts"; import { Card } from "../components/card.tsx"; import type { Row } from "../lib/reviews/data.ts";
    export default async function Page() { const rows: Row[] = await load(); return <Card text={rows.join()} />; }`,
  "components/card.tsx": `import { run } from "../lib/engine/index.ts"; export const Card = ({ text }: { text: string }) => <p>{run(text)}</p>;`,
  "lib/reviews/loaders.ts": `import { read } from "./data.ts"; export const load = () => read();`,
  "lib/reviews/data.ts": `import { db } from "../db/client.ts"; import { due } from "../scheduling/day.ts"; export type Row = string; export const read = async (): Promise<Row[]> => [db, String(due)];`,
  "lib/reviews/fold.ts": `import { due } from "../scheduling/day.ts"; import type { Row } from "./data.ts"; export const fold = (row: Row) => row + due;`,
  "lib/db/client.ts": `export const db = "db";`,
  "lib/scheduling/day.ts": `import { good, type Grade } from "./grade.ts"; export const due: Grade = good;`,
  "lib/scheduling/grade.ts": `import type { due } from "./day.ts"; export type Grade = 1; export const good = 1; export type Due = typeof due;`,
  "lib/cards/verdict.ts": `import type { Result } from "../engine/types.ts"; import type { Version } from "../engine/profiles/types.ts"; export type Verdict = [Result, Version];`,
  "lib/engine/index.ts": `export { loop as run } from "./vm/loop.ts";`,
  "lib/engine/chunks/python.ts": `import { sources } from "../python/sources.ts"; export const halves = sources;`,
  "lib/engine/python/sources.ts": `export const sources = {};`,
  "lib/engine/types.ts": `export type Result = string;`,
  "lib/engine/profiles/types.ts": `export type Version = "3.14";`,
  "lib/engine/core/object.ts": `import type { loop } from "../vm/loop.ts"; export const none = null; export type Loop = typeof loop;`,
  "lib/engine/vm/loop.ts": `import { none } from "../core/object.ts"; import type { Result } from "../types.ts"; export const loop = (text: string): Result => text + none;`,
};

/** What must be refused: rule, file, its text, and what it imports. */
const forbidden: [rule: string, file: string, text: string, target: string][] = [
  ["no-cycles", "lib/scheduling/grade.ts", `import { due } from "./day.ts"; export type Grade = 1; export const good = 1; export const again = () => due;`, "lib/scheduling/day.ts"],
  ["lib-knows-no-ui", "lib/reviews/text.ts", `import { Card } from "../../components/card.tsx"; export const text = Card;`, "components/card.tsx"],
  ["lib-knows-no-ui", "lib/reviews/page.ts", `import type Page from "../../app/page.tsx"; export type P = typeof Page;`, "app/page.tsx"],
  ["engine-is-closed", "components/steps.tsx", `import { loop } from "../lib/engine/vm/loop.ts"; export const Steps = () => <p>{loop("")}</p>;`, "lib/engine/vm/loop.ts"],
  ["engine-is-closed", "lib/cards/inside.ts", `import type { none } from "../engine/core/object.ts"; export type N = typeof none;`, "lib/engine/core/object.ts"],
  ["engine-imports-nothing", "lib/engine/vm/random.ts", `import { randomBytes } from "node:crypto"; export const seed = randomBytes;`, "crypto"],
  ["engine-imports-nothing", "lib/engine/vm/day.ts", `import { due } from "../../scheduling/day.ts"; export const day = due;`, "lib/scheduling/day.ts"],
  ["texts-in-their-chunk", "lib/engine/modules/re.ts", `import { sources } from "../python/sources.ts"; export const re = sources;`, "lib/engine/python/sources.ts"],
  ["engine-layers", "lib/engine/core/heap.ts", `import { loop } from "../vm/loop.ts"; export const heap = loop;`, "lib/engine/vm/loop.ts"],
  ["engine-layers", "lib/engine/trace/steps.ts", `import { run } from "../index.ts"; export const steps = run;`, "lib/engine/index.ts"],
  ["scheduling-is-pure", "lib/scheduling/queue.ts", `import { setTimeout } from "node:timers"; export const later = setTimeout;`, "timers"],
  ["scheduling-is-pure", "lib/scheduling/state.ts", `import type { fold } from "../reviews/fold.ts"; export type F = typeof fold;`, "lib/reviews/fold.ts"],
  ["db-only-in-data-and-mutations", "lib/reviews/actions.ts", `import { db } from "../db/client.ts"; export const act = db;`, "lib/db/client.ts"],
  ["pages-use-loaders", "app/cards/page.tsx", `import { read } from "../../lib/reviews/data.ts"; export default function Page() { return <p>{String(read)}</p>; }`, "lib/reviews/data.ts"],
  ["pages-use-loaders", "app/api/route.ts", `import { db } from "../../lib/db/client.ts"; export const GET = () => new Response(db);`, "lib/db/client.ts"],
  ["pure-files-stay-pure", "lib/reviews/fold.ts", `import { read } from "./data.ts"; export const fold = read;`, "lib/reviews/data.ts"],
  ["no-barrels", "lib/cards/list.ts", `import { verdict } from "./kinds/index.ts"; export const list = verdict;`, "lib/cards/kinds/index.ts"],
  ["all-imports-resolve", "lib/cards/gone.ts", `import { gone } from "./nowhere.ts"; export const is = gone;`, "./nowhere.ts"],
];

const folders: string[] = [];

function plant(files: Files): string {
  const folder = mkdtempSync(path.join(tmpdir(), "heapwise-imports-"));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe("the import rules", () => {
  const barrel = { "lib/cards/kinds/index.ts": `export const verdict = "";` };

  it("let every allowed import pass, and look at every file", async () => {
    expect(await checkImports(plant(allowed))).toEqual({ modules: Object.keys(allowed).length, violations: [] });
  });

  describe("refuse what is planted:", () => {
    let found: Map<string, string[]>;

    // All at once: some plants would hide behind others only if they shared a file, so those have a tree of their own.
    beforeAll(async () => {
      const trees: Files[] = [];
      for (const [, file, text] of forbidden) {
        const tree = trees.find((candidate) => !(file in candidate)) ?? trees[trees.push({}) - 1];
        if (tree) tree[file] = text;
      }
      found = new Map();
      for (const tree of trees) {
        const { violations } = await checkImports(plant({ ...allowed, ...barrel, ...tree }));
        for (const { rule, from, to, reason } of violations) {
          expect(reason).not.toBe("");
          found.set(`${rule}: ${from}`, [...(found.get(`${rule}: ${from}`) ?? []), to]);
        }
      }
    });

    it.each(forbidden)("%s in %s", (rule, file, _text, target) => {
      const targets = found.get(`${rule}: ${file}`) ?? (rule === "no-cycles" ? found.get(`${rule}: ${target}`) : undefined);
      expect(targets?.join(" ")).toContain(target);
    });
  });

  it("are all planted against", () => {
    const planted = new Set(forbidden.map(([rule]) => rule));
    expect(config.forbidden.map((rule) => rule.name).filter((name) => !planted.has(name ?? ""))).toEqual([]);
  });
});

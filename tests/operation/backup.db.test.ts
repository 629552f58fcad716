import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { note } from "../../lib/audit/mutations.ts";
import { connect, provideDatabase } from "../../lib/db/client.ts";
import { backup, copy, restore } from "../../lib/setup/backup.mjs";
import { emptyDatabase, freshDatabase, providers, withDatabase } from "../support/database.ts";
import { populate } from "./populate.ts";
import { contentsOf } from "./contents.ts";

describe.each(providers)("a backup on %s", (provider) => {
  const database = withDatabase(provider);
  const folder = mkdtempSync(path.join(tmpdir(), "heapwise-backup-"));
  const file = path.join(folder, "backup.jsonl.gz");
  const cleanups: (() => Promise<void>)[] = [];
  let rows = 0;

  const place = async (make: typeof freshDatabase): Promise<string> => {
    const { url, remove } = await make(provider);
    cleanups.push(remove);
    return url;
  };

  beforeAll(async () => {
    await populate(database.client);
    rows = await backup(database.url, file);
  });
  afterAll(async () => {
    for (const clean of cleanups) await clean();
    rmSync(folder, { recursive: true });
  });

  it("restored into an empty database is the same, row for row, and numbers go on after those restored", async () => {
    const url = await place(emptyDatabase);
    expect(await restore(file, url)).toBe(rows);
    const client = await connect(url);
    try {
      expect(await contentsOf(client)).toEqual(await contentsOf(database.client));
      provideDatabase(client);
      await note({ name: "card_retire", actorId: null, target: null, detail: {} }, Date.now());
      const seqs = await client.auditEntry.findMany({ select: { seq: true }, orderBy: { seq: "asc" } });
      expect(new Set(seqs.map((one) => one.seq)).size).toBe(seqs.length);
    } finally {
      provideDatabase(database.client);
      await client.$disconnect();
    }
  });

  it("goes into a database with rows only when told to replace them", async () => {
    const url = await place(freshDatabase);
    const client = await connect(url);
    await client.user.create({ data: { email: "already@example.org", createdAt: 0n } });
    await client.$disconnect();
    await expect(restore(file, url)).rejects.toThrow("The database is not empty: User has rows.");
    expect(await restore(file, url, { replace: true })).toBe(rows);
    const after = await connect(url);
    expect(await after.user.findUnique({ where: { email: "already@example.org" } })).toBeNull();
    await after.$disconnect();
  });

  it("that was cut, changed or is something else is refused, and deletes nothing", async () => {
    const url = await place(freshDatabase);
    expect(await copy(database.url, url)).toBe(rows);
    const lines = gunzipSync(readFileSync(file)).toString("utf8").split("\n");
    const damaged: [string, string, RegExp][] = [
      ["cut", lines.slice(0, -3).join("\n"), /was cut/],
      ["changed", lines.join("\n").replace("person3@", "person9@"), /checksum/],
      ["shorter", [...lines.slice(0, 3), ...lines.slice(4)].join("\n"), /checksum/],
      ["another", "hello\n", /not a backup/],
    ];
    const packed = readFileSync(file);
    const files: [string, Buffer, RegExp][] = [
      ...damaged.map(([name, text, reason]): [string, Buffer, RegExp] => [name, gzipSync(text), reason]),
      ["half", packed.subarray(0, packed.length / 2), /cut, damaged, or is something else/],
      ["plain", Buffer.from("hello"), /cut, damaged, or is something else/],
      ["bit", Buffer.from(packed.map((byte, at) => (at === packed.length >> 1 ? byte ^ 4 : byte))), /damaged/],
    ];
    await expect(restore(folder, url, { replace: true }), "a folder").rejects.toThrow(/cut, damaged, or is something else/);
    for (const [name, bytes, reason] of files) {
      const bad = path.join(folder, `${name}.jsonl.gz`);
      writeFileSync(bad, bytes);
      await expect(restore(bad, url, { replace: true }), name).rejects.toThrow(reason);
    }
    const client = await connect(url);
    expect(await contentsOf(client)).toEqual(await contentsOf(database.client));
    await client.$disconnect();
  });
});

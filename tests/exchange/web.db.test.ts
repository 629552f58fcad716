import Database from "better-sqlite3";
import { beforeEach, describe, expect, test } from "vitest";
import { GET as getExport } from "../../app/api/studio/export/route.ts";
import { POST as postImport } from "../../app/api/studio/import/route.ts";
import { createUser } from "../../lib/auth/mutations.ts";
import { syncLibrary } from "../../lib/content/mutations.ts";
import { unzip, zip } from "../../lib/exchange/archive.ts";
import type { ImportReport } from "../../lib/exchange/web-report.ts";
import { cardFile } from "../content-sync/library.ts";
import { providers, withDatabase } from "../support/database.ts";
import { HOST, incoming } from "../support/server.ts";

async function bring(name: string, content: string | Uint8Array, query: Record<string, string> = {}, headers: Record<string, string> = {}) {
  const address = `${HOST}/api/studio/import?${new URLSearchParams({ name, ...query })}`;
  const response = await postImport(new Request(address, { method: "POST", body: content as Uint8Array<ArrayBuffer>, headers: { origin: HOST, host: "localhost:3000", "content-type": "application/octet-stream", ...headers } }));
  return { status: response.status, body: (await response.json()) as ImportReport & { error: { message: string } } };
}
const fetchFile = async (query: string) => {
  const response = await getExport(new Request(`${HOST}/api/studio/export?${query}`));
  return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
};

describe.each(providers)("files of cards, on %s", (provider) => {
  const database = withDatabase(provider);
  let people = 0;
  const become = async (role: "LEARNER" | "AUTHOR"): Promise<void> => {
    people += 1;
    const user = await createUser({ email: `author${people}@example.org`, name: null, passwordHash: null }, 0);
    await database.client.user.update({ where: { id: user?.id ?? "" }, data: { role } });
    incoming.user = { id: user?.id ?? "", sessionVersion: 0 };
  };
  const known = cardFile("known-card", {});
  beforeEach(async () => {
    await become("AUTHOR");
    await syncLibrary([known], null, 0);
  });

  test("an archive of cards is looked into without writing anything, then becomes drafts; a draft that is there stays", async () => {
    const fresh = cardFile("fresh-card", { "What does `is` compare?": "What is asked of a fresh card?" });
    const changed = known.source.replace("The mechanism, in a few sentences.", "Another mechanism.");
    const pack = zip(new Map([["cards/identity/fresh-card.md", fresh.source], ["cards/identity/known-card.md", changed], ["../../etc/broken-card.md", "no card"]]));
    const looked = await bring("pack.zip", pack);
    expect([looked.status, looked.body.applied, looked.body.rows.map(({ id, standing, written }) => [id, standing, written])]).toEqual([200, false, [["fresh-card", "new", null], ["known-card", "changed", null], [null, "refused", null]]]);
    expect(await database.client.cardDraft.count()).toBe(0);
    const applied = await bring("pack.zip", pack, { apply: "1" });
    expect(applied.body.rows.map(({ written }) => written)).toEqual([{ href: expect.stringMatching(/^\/studio\/drafts\//) }, { href: "/studio/cards/known-card" }, null]);
    expect(await database.client.cardDraft.findUniqueOrThrow({ where: { cardId: "known-card" } })).toMatchObject({ source: changed, authorId: incoming.user?.id });
    expect((await bring("pack.zip", pack, { apply: "1" })).body.rows[1]?.written).toEqual({ kept: expect.stringContaining("stays as it is") });
    expect((await database.client.card.findUniqueOrThrow({ where: { id: "known-card" }, include: { revisions: true } })).revisions).toHaveLength(1);
  });

  test("cards of another program become drafts with the losses named", async () => {
    const { status, body } = await bring("deck.md", "Q: What is a cell?\nA: A box for a variable that an inner function shares.\n", { format: "hashcards", topic: "gil" });
    expect([status, body.rows.map(({ standing }) => standing)]).toEqual([200, ["draft"]]);
  });

  test("what is exported comes back the same, in each format", async () => {
    for (const [format, name] of [["md", "cards.zip"], ["csv", "cards.csv"], ["json", "cards.json"], ["apkg", "cards.apkg"]] as const) {
      const { status, bytes } = await fetchFile(`format=${format}`);
      expect(status).toBe(200);
      expect([format, (await bring(name, bytes)).body.rows.map(({ id, standing }) => [id, standing])]).toEqual([format, [["known-card", "same"]]]);
    }
    expect([...unzip((await fetchFile("format=commit")).bytes, () => true).keys()]).toEqual(["commit-message.txt"]);
  });

  test("a file that runs something, weighs too much or is none is refused in words", async () => {
    const hostile = new Database(":memory:");
    hostile.exec("CREATE VIEW notes AS WITH RECURSIVE n(guid, mid, tags, flds, id) AS (SELECT 'a', 1, '', '', 1 UNION ALL SELECT guid, mid, tags, flds, id + 1 FROM n) SELECT * FROM n; CREATE TABLE col (models text); CREATE TABLE revlog (id integer)");
    const file = new Uint8Array(hostile.serialize());
    hostile.close();
    expect(await bring("endless.apkg", zip(new Map([["collection.anki2", file]])))).toMatchObject({ status: 400, body: { error: { message: expect.stringContaining("cannot be read") } } });
    expect((await bring("big.zip", new Uint8Array(8 * 1024 * 1024 + 1))).status).toBe(413);
    expect((await bring("x.bin", "nothing known")).status).toBe(400);
    expect((await bring("x.json", "{")).status).toBe(400);
    expect((await bring("x.json", "{}", { userId: "admin" })).status).toBe(400);
    expect((await bring("x.md", "x", {}, { "content-type": "text/plain" })).status).toBe(415);
    expect((await bring("x.md", "x", {}, { origin: "https://evil.example" })).status).toBe(403);
  });

  test("neither is there for learners and visitors", async () => {
    await become("LEARNER");
    expect([(await bring("x.md", "x")).status, (await fetchFile("format=md")).status]).toEqual([404, 404]);
    incoming.user = null;
    expect([(await bring("x.md", "x")).status, (await fetchFile("format=commit")).status]).toEqual([401, 404]);
    expect(await database.client.cardDraft.count({ where: { source: "x" } })).toBe(0);
  });
});

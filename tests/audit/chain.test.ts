import fc from "fast-check";
import { expect, test } from "vitest";
import { type Entry, firstBreak, hashOfEntry, NOTHING_BEFORE } from "../../lib/audit/chain.ts";

/** A log as it is written, entry after entry. */
function chainOf(texts: readonly string[]): Entry[] {
  const entries: Entry[] = [];
  for (const [at, detail] of texts.entries()) {
    const content = { at: BigInt(at), name: "card_publish", actorId: "someone", target: `card:${at}`, detail: JSON.stringify({ detail }), requestId: null, previous: entries.at(-1)?.hash ?? NOTHING_BEFORE };
    entries.push({ ...content, seq: at + 1, hash: hashOfEntry(content) });
  }
  return entries;
}

const logs = fc.array(fc.string(), { minLength: 2, maxLength: 12 }).map(chainOf);

test("a log that nobody touched is unbroken", () => {
  fc.assert(fc.property(logs, (entries) => firstBreak(entries) === null));
});

test("a change of any entry is found, at that entry or the next", () => {
  fc.assert(
    fc.property(logs, fc.nat(), fc.constantFrom("detail", "actorId", "target", "name"), (entries, place, field) => {
      const at = place % entries.length;
      const changed = entries.map((entry, i) => (i === at ? { ...entry, [field]: `${entry[field as "name"]}x` } : entry));
      expect(firstBreak(changed)).toBe(at + 1);
      // Also when the forger makes the entry's own hash right again, unless it is the last.
      const forged = changed.map((entry, i) => (i === at ? { ...entry, hash: hashOfEntry(entry) } : entry));
      expect(firstBreak(forged)).toBe(at + 1 < entries.length ? at + 2 : null);
    }),
  );
});

test("a removed, a moved and an inserted entry are found", () => {
  fc.assert(
    fc.property(logs, fc.nat(), (entries, place) => {
      const at = place % (entries.length - 1);
      expect(firstBreak(entries.toSpliced(at, 1))).not.toBeNull();
      expect(firstBreak([...entries.slice(0, at), ...entries.slice(at, at + 2).reverse(), ...entries.slice(at + 2)])).not.toBeNull();
      expect(firstBreak(entries.toSpliced(at, 0, entries[at] as Entry))).not.toBeNull();
    }),
  );
});

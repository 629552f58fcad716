import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHAIN_START, type ChainedEntry, checkOn, hashOfEntry, type HashedEntry, NOTHING_BEFORE, verdictOf, verdictWords } from "../../lib/audit/chain.ts";
import { csvCell, csvRow } from "../../lib/audit/csv.ts";
import { queryText, readAuditQuery, readCursor, spanOf } from "../../lib/audit/query.ts";

const text = fc.string({ maxLength: 20 });
const fields = fc.record({ at: fc.bigInt({ min: 0n, max: 4_000_000_000_000n }), name: text, actorId: fc.option(text), target: fc.option(text), detail: text, requestId: fc.option(text) });

/** A chain as it is noted. */
function chainOf(parts: readonly Omit<HashedEntry, "previous">[]): ChainedEntry[] {
  let previous = NOTHING_BEFORE;
  return parts.map((part, i) => {
    const hashed = { ...part, previous };
    previous = hashOfEntry(hashed);
    return { ...hashed, hash: previous, seq: i + 1 };
  });
}

const chains = fc.array(fields, { minLength: 1, maxLength: 8 }).map(chainOf);
const verdict = (entries: readonly ChainedEntry[], noted: number) => verdictOf(checkOn(CHAIN_START, entries), noted, noted);

describe("a chain of audit entries", () => {
  it("is unbroken as it was noted, whatever is in it, in one go or in parts", () => {
    fc.assert(fc.property(chains, fc.nat(8), (chain, cut) => {
      expect(verdict(chain, chain.length)).toEqual({ status: "unbroken", checked: chain.length });
      expect(checkOn(checkOn(CHAIN_START, chain.slice(0, cut)), chain.slice(cut))).toEqual(checkOn(CHAIN_START, chain));
    }));
  });

  it("shows any change of an entry, at that entry or the next", () => {
    fc.assert(fc.property(chains, fc.nat(), fields, fc.constantFrom("at", "name", "actorId", "target", "detail", "requestId"), fc.boolean(), (chain, place, other, field, rehash) => {
      const at = place % chain.length;
      const old = chain[at];
      fc.pre(old !== undefined && old[field] !== other[field]);
      const changed = { ...old, [field]: other[field] } as ChainedEntry;
      // Whoever also writes a hash that fits is found at the next entry; the newest one has none.
      fc.pre(!rehash || at < chain.length - 1);
      const forged = rehash ? { ...changed, hash: hashOfEntry(changed) } : changed;
      expect(verdict(chain.with(at, forged), chain.length)).toMatchObject({ status: "broken", seq: rehash ? at + 2 : at + 1 });
    }));
  });

  it("shows any removal, also of the newest entries and of all", () => {
    fc.assert(fc.property(chains, fc.nat(), fc.nat(), (chain, from, length) => {
      const start = from % chain.length;
      const removed = 1 + (length % (chain.length - start));
      const left = chain.toSpliced(start, removed);
      const found = verdict(left, chain.length);
      expect(found).toMatchObject(start + removed === chain.length ? { status: "cut", missing: removed } : { status: "broken", seq: start + removed + 1, fault: "gap" });
    }));
  });

  it("shows any insertion, also of an entry that names the one before it and has a hash that fits", () => {
    fc.assert(fc.property(chains, fc.nat(), fields, (chain, place, part) => {
      const at = place % (chain.length + 1);
      const hashed = { ...part, previous: chain[at - 1]?.hash ?? NOTHING_BEFORE };
      const forged = { ...hashed, hash: hashOfEntry(hashed), seq: 99 };
      fc.pre(forged.hash !== chain[at]?.hash);
      expect(verdict(chain.toSpliced(at, 0, forged), chain.length)).toMatchObject(at === chain.length ? { status: "surplus", surplus: 1 } : { status: "broken", seq: at + 1 });
    }));
  });

  it("may grow while it is checked", () => {
    const chain = chainOf([1, 2, 3].map((at) => ({ at: BigInt(at), name: "a", actorId: null, target: null, detail: "{}", requestId: null })));
    expect(verdictOf(checkOn(CHAIN_START, chain), 2, 4)).toEqual({ status: "unbroken", checked: 3 });
  });

  it("is spoken of in words, with the number of the entry", () => {
    expect(verdictWords({ status: "unbroken", checked: 1234 })).toBe("Checked 1,234 entries: unbroken.");
    expect(verdictWords({ status: "broken", checked: 6, seq: 7, fault: "changed" })).toBe("Broken at entry 7: it is not what was noted. The 6 entries before it are unbroken.");
    expect(verdictWords({ status: "cut", checked: 6, missing: 1 })).toContain("1 that was noted is missing");
  });
});

describe("a cell of the file", () => {
  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\u200b=cmd|' /C calc'!A0", "＝1", "\n1"])("that a spreadsheet would run is text: %j", (value) => {
    expect(csvCell(value)).toBe(`"'${value.replaceAll('"', '""')}"`);
  });

  it.each([['say "hi", then go', '"say ""hi"", then go"'], ["card:a-b", '"card:a-b"'], ["", '""']])("is quoted as RFC 4180 says: %j", (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });

  it("stays one cell whatever is in it", () => {
    fc.assert(fc.property(fc.string({ unit: "binary-ascii" }), (value) => {
      expect(csvCell(value)).toMatch(/^"(?:[^"]|"")*"$/u);
      expect(csvCell(value).slice(1)).not.toMatch(/^[=+\-@\t\r\n]/);
    }));
  });

  it("names the time in UTC and people by their ids", () => {
    expect(csvRow({ seq: 1, at: 0n, name: "card_publish", actorId: "u1", target: null, detail: '{"a":1}', requestId: null, previous: "p", hash: "h" })).toBe('"1","1970-01-01T00:00:00.000Z","card_publish","u1","","{""a"":1}","","p","h"\r\n');
  });
});

describe("what the address of the audit page asks for", () => {
  it("is read, and written back the same", () => {
    const asked = { name: "card_publish", actor: "a@example.org", target: "card:x", from: "2026-11-01", to: "2026-11-02" };
    expect(readAuditQuery(asked)).toEqual(asked);
    expect(readAuditQuery(Object.fromEntries(new URLSearchParams(queryText(readAuditQuery(asked)))))).toEqual(asked);
    expect(spanOf(readAuditQuery(asked))).toEqual({ since: Date.UTC(2026, 10, 1), until: Date.UTC(2026, 10, 3) });
  });

  it("is left out where no entry can have it, or where it comes twice", () => {
    expect(readAuditQuery({ name: "drop_table", actor: ["a", "b"], target: "x\u0000y", from: "2026-02-30", to: "soon" })).toEqual({ name: "", actor: "", target: "xy", from: "", to: "" });
    expect([["7"], "0", "-1", "1e3", "9999999999", "x"].map((before) => readCursor({ before }))).toEqual([null, null, null, null, null, null]);
    expect(readCursor({ before: "7" })).toBe(7);
  });
});

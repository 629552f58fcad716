import { describe, expect, it } from "vitest";
import { hashOfEntry } from "../../lib/audit/chain.ts";
import { note } from "../../lib/audit/mutations.ts";
import { providers, withDatabase } from "../support/database.ts";

const noon = Date.UTC(2026, 10, 28, 12);

describe.each(providers)("the audit log on %s", (provider) => {
  const database = withDatabase(provider);

  it("is one chain, also when twenty deeds are noted at once: each entry names the hash of the one before", async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => note({ name: "card_publish", actorId: "someone", target: `card:${i}`, detail: { number: i } }, noon + i)));
    const entries = await database.client.auditEntry.findMany({ orderBy: { seq: "asc" } });
    expect(entries).toHaveLength(20);
    for (const [i, entry] of entries.entries()) {
      expect(entry.previous).toBe(entries[i - 1]?.hash ?? "0".repeat(64));
      expect(entry.hash).toBe(hashOfEntry(entry));
    }
  });
});

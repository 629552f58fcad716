import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { BlockRun, CellRun, Checks } from "../../components/studio/checker.ts";
import { DeskDiagram, type Looked } from "../../components/studio/desk-diagram.tsx";
import { parseCard } from "../../lib/cards/parse.ts";
import type { ProofResult } from "../../lib/cards/prove.ts";
import type { Version } from "../../lib/cards/versions.ts";
import { cardText, fenced } from "../cards/card-text.ts";

const ran = (version: Version, line: number | null): CellRun => ({ state: "ran", output: "", result: { outcome: line === null ? "held" : "failed", version, failure: line === null ? null : { line, message: "the assertion does not hold", expected: null, actual: null } } as ProofResult });

/** The checks of a card with one program, run in these versions; a line is where it failed. */
function checksOf(runs: Readonly<Partial<Record<Version, number | null>>>): Checks {
  const card = parseCard(cardText({}, { proof: fenced("python", "a = 1\nassert a == 2\nassert a == 1") }));
  const cells = new Map(Object.entries(runs).map(([version, line]) => [version as Version, ran(version as Version, line ?? null)]));
  const blocks: BlockRun[] = card.proofs.map((proof) => ({ proof, cells }));
  return { read: null, blocks, busy: false, trouble: "" };
}

const drawn = (checks: Checks, looked: Looked | null): string => renderToStaticMarkup(<DeskDiagram checks={checks} looked={looked} onLook={() => undefined} />);
const chosen = (html: string): string | undefined => /<option selected="">([^<]+)</.exec(html)?.[1];

describe("the diagram at the desk", () => {
  test("offers each block that was run, and says what it is for where there is none", () => {
    expect(drawn({ ...checksOf({}), blocks: [] }, null)).toContain("A proof can be stepped through here");
    expect(drawn(checksOf({ "3.13": null }), null)).toContain("Step through proof 1");
    expect(drawn(checksOf({ "3.13": null }), null)).not.toContain("<select");
  });

  test("opens in the version that is asked for, else in the first that does not hold, else in the newest", () => {
    const mixed = checksOf({ "3.12": null, "3.13": 5, "3.14": 5 });
    expect(chosen(drawn(mixed, { block: "proof 1", version: null }))).toBe("3.13");
    expect(chosen(drawn(mixed, { block: "proof 1", version: "3.14" }))).toBe("3.14");
    expect(chosen(drawn(checksOf({ "3.12": null, "3.14": null }), { block: "proof 1", version: null }))).toBe("3.14");
    expect(drawn(mixed, { block: "proof 9", version: null })).not.toContain("<select");
  });
});

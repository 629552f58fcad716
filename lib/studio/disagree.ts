import type { ParsedCard, Proof } from "../cards/card.ts";
import { blockText } from "../cards/tree.ts";
import type { Version } from "../cards/versions.ts";

/** What a block printed in one version. */
export interface VersionOutput {
  readonly version: Version;
  readonly output: string;
}

/** A block that prints different things in different versions, though the card's text names no version. */
export interface Disagreement {
  readonly block: string;
  readonly line: number;
  readonly groups: readonly { readonly versions: readonly Version[]; readonly output: string }[];
}

/** Addresses are the engine's own in each version; nobody is told of them. */
const withoutAddresses = (output: string): string => output.replace(/\b0x[0-9a-f]{6,}/gi, "0x…");

/** Whether a learner is told that something depends on the version: in the question, the answer or Why. */
export function namesVersions(card: Pick<ParsedCard, "question" | "answer" | "why">): boolean {
  return [card.question, card.answer, card.why].some((blocks) => /\b3\.\d{1,2}\b/.test(blockText(blocks)));
}

/** What the versions disagree about and the text does not say. A block that itself tells the versions apart is left out. */
export function disagreements(card: Pick<ParsedCard, "question" | "answer" | "why">, blocks: readonly { readonly proof: Proof; readonly outputs: readonly VersionOutput[] }[]): Disagreement[] {
  if (namesVersions(card)) return [];
  return blocks.flatMap(({ proof, outputs }) => {
    if (proof.kind !== "script" && proof.kind !== "session") return [];
    if (proof.kind === "script" && (proof.outputs.length > 1 || proof.source.includes("version_info"))) return [];
    const groups = new Map<string, Version[]>();
    for (const { version, output } of outputs) {
      const text = withoutAddresses(output);
      groups.set(text, [...(groups.get(text) ?? []), version]);
    }
    return groups.size < 2 ? [] : [{ block: proof.name, line: proof.line, groups: [...groups].map(([output, versions]) => ({ versions, output })) }];
  });
}

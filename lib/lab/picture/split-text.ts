// The two counts of a free-threaded build in words.
import type { ObjView, SplitCount } from "../../engine/index.ts";

/** The count as the head of a box has it: `rc 2`, `rc 2 + 1` (the owner's references and those of other threads), `rc ∞`. */
export function countLabel({ refs, split }: Pick<ObjView, "refs" | "split">): string {
  if (refs === null) return "rc ∞";
  return split === null ? `rc ${refs}` : `rc ${split.local} ${split.shared < 0 ? "−" : "+"} ${Math.abs(split.shared)}`;
}

/** The count in full: `3`, `3: worker 2, shared 1`, `2: merged, shared 2`. */
export function countInFull({ refs, split }: Pick<ObjView, "refs" | "split">): string {
  if (refs === null) return "immortal";
  if (split === null) return String(refs);
  const { owner, ownerName, local, shared, deferred } = split;
  const parts = [owner === null ? `merged, shared ${shared}` : `${ownerName} ${local}, shared ${shared}`];
  if (shared < 0 && !deferred) parts.push(`${ownerName} will merge them`);
  if (deferred) parts.push("deferred: value stacks are not counted");
  return `${refs}: ${parts.join("; ")}`;
}

/** What stands under the box where the split says more than that the first thread owns the object alone. */
export function splitNote(split: SplitCount | null, firstThread: number | null): string {
  if (split === null) return "";
  if (split.deferred) return "deferred count";
  if (split.owner === null) return "merged";
  if (split.shared < 0) return `queued for ${split.ownerName}`;
  return split.owner === firstThread ? "" : `owner ${split.ownerName}`;
}

/** What became of an object whose count is the same but counted elsewhere; "" where that is how it was. */
export function splitChangeText(name: string, before: SplitCount | null, after: SplitCount | null): string {
  if (before === null || after === null || before === after) return "";
  if (before.owner !== null && after.owner === null) return `${before.ownerName} gives up ${name}: its two counts are merged`;
  if (!after.deferred && after.shared < 0 && before.shared >= 0) return `another thread gave up a reference to ${name} that ${after.ownerName} had counted: ${after.ownerName} will merge the counts`;
  return "";
}

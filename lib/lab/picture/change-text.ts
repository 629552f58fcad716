import type { Change, FrameId, Recording, Snapshot } from "../../engine/index.ts";
import { contentsClauses } from "./contents.ts";
import { frameOf, objectOf } from "./look-up.ts";
import { splitChangeText } from "./split-text.ts";
import { frameName, nameIn, nameOf, valueText } from "./words.ts";

/** Every change of a step in words, in the order of the list; those that only a machine would want (a frame's next instruction) are left out. */
export function changeTexts(recording: Recording, index: number): string[] {
  const before = recording.steps[index - 1]?.snapshot;
  const step = recording.steps[index];
  if (!before || !step) return [];
  return step.changes.flatMap((change) => changeText(recording, before, step.snapshot, change));
}

/** One change in words; nothing for a change that is in no box of the picture. */
export function changeText({ result }: Pick<Recording, "result">, before: Snapshot, after: Snapshot, change: Change): string[] {
  switch (change.kind) {
    case "object":
      return [`${change.born ? "new" : "in sight"}: ${nameOf(change.object)}${detail(valueText(after, change.object), change.object.text)}`];
    case "gone":
      return [`${change.freed ? "freed" : "out of sight"}: ${nameOf(change.object)}`];
    case "count":
      return countTexts(before, after, change);
    case "contents":
      return contentsClauses(before, after, change.before, change.after);
    case "binding":
      return change.before?.to === change.after.to && change.before?.state === change.after.state ? [] : [bindingText(before, after, change)];
    case "entered":
      return [`frame entered: ${frameName(change.frame, after.frames)}`];
    case "left":
      return [`frame left: ${frameName(change.frame, before.frames)}`];
    case "frame":
      return change.before.state === change.after.state ? [] : [`${frameName(change.after, after.frames)} is ${change.after.state}`];
    case "output":
      return [`printed: ${JSON.stringify(result[change.stream].slice(change.from, change.to))}`];
    case "threads":
      return threadTexts(before, after);
    case "loops":
      return loopTexts(before, after);
    case "hidden":
    case "constants":
    case "collector":
      return [];
  }
}

function countTexts(before: Snapshot, after: Snapshot, { chip, from, to, split }: Extract<Change, { readonly kind: "count" }>): string[] {
  const name = nameIn(after, chip);
  const moved = splitChangeText(name, objectOf(before, chip)?.split ?? null, split);
  return [...(from === to ? [] : [`count of ${name}: ${from ?? "immortal"} → ${to ?? "immortal"}`]), ...(moved === "" ? [] : [moved])];
}

function detail(value: string, text: string): string {
  return value === "" || value === text ? "" : ` ${value}`;
}

function bindingText(before: Snapshot, after: Snapshot, { frame, before: old, after: now }: Extract<Change, { readonly kind: "binding" }>): string {
  const where = frame === null ? "" : ` in ${ownerName(before, after, frame)}`;
  const from = old?.to == null ? (old?.state ?? "unbound") : nameIn(before, old.to);
  return `name ${now.name}${where}: ${from} → ${now.to === null ? now.state : nameIn(after, now.to)}`;
}

function ownerName(before: Snapshot, after: Snapshot, id: FrameId): string {
  const frame = frameOf(after, id) ?? frameOf(before, id);
  return frame ? frameName(frame, after.frames) : `frame ${id}`;
}

function threadTexts(before: Snapshot, after: Snapshot): string[] {
  const known = new Map(before.threads.map((thread) => [thread.id, thread]));
  const texts: string[] = [];
  for (const thread of after.threads) {
    const old = known.get(thread.id);
    if (!old) texts.push(`thread started: ${thread.name}`);
    else if (old.state !== thread.state) texts.push(`thread ${thread.name}: ${old.state} → ${thread.state}`);
  }
  for (const thread of before.threads) if (!after.threads.some(({ id }) => id === thread.id)) texts.push(`thread ended: ${thread.name}`);
  return texts;
}

function loopTexts(before: Snapshot, after: Snapshot): string[] {
  const known = new Map(before.loops.flatMap(({ tasks }) => tasks.map((task) => [task.chip, task] as const)));
  const tasks = after.loops.flatMap(({ tasks }) => tasks);
  const changed = tasks.flatMap((task) => {
    const old = known.get(task.chip);
    if (!old) return [`task made: ${task.name}`];
    return old.state === task.state ? [] : [`task ${task.name}: ${old.state} → ${task.state}`];
  });
  const began = after.loops.length > before.loops.length ? ["the event loop runs"] : after.loops.length < before.loops.length ? ["the event loop has ended"] : [];
  return [...began, ...changed];
}

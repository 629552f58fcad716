import type { Change, Chip, Recording, Snapshot, Step } from "../../engine/index.ts";
import { circleText, stepText, switchText, threadName } from "./concurrency.ts";
import { contentsClauses } from "./contents.ts";
import { frameOf, objectOf } from "./look-up.ts";
import { splitChangeText } from "./split-text.ts";
import { frameName, nameIn, nameOf, plainName } from "./words.ts";

/** Characters of source that a sentence quotes, and clauses that it has. */
const MOST_QUOTED = 60;
const MOST_CLAUSES = 4;

/** The source of a line, without indentation and comment; cut where it is long. */
export function sourceOf({ source }: Pick<Recording, "source">, line: number): string {
  const text = (source.split("\n")[line - 1] ?? "").trim().replace(/\s+#[^'"]*$/, "");
  return text.length <= MOST_QUOTED ? text : `${text.slice(0, MOST_QUOTED - 1)}…`;
}

/** One sentence for what has happened since the step before: what ran, and what it did. Always ends with a full stop. */
export function sentenceOf(recording: Recording, index: number): string {
  const step = recording.steps[index];
  const before = recording.steps[index - 1];
  if (!step || !before) return "Nothing has run yet.";
  const clauses = clausesOf(recording, before, step);
  const shown = clauses.slice(0, MOST_CLAUSES);
  if (shown.length < clauses.length) shown.push(`and ${clauses.length - shown.length} more ${clauses.length - shown.length === 1 ? "change" : "changes"}`);
  const text = shown.join("; ");
  // Names keep their own case.
  return `${/^(the|nothing|it|a) /.test(text) ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : text}.`;
}

function clausesOf(recording: Recording, before: Step, step: Step): string[] {
  const others = [switchText(recording, before, step), stepText(before.snapshot, step.snapshot)].filter((text) => text !== "");
  const clauses = [...others, ...happened(recording, before, step)];
  const collected = step.collections.reduce((sum, collection) => sum + collection.collected, 0);
  // A round of its own accord that finds nothing says nothing about the line.
  if (collected > 0 || (step.collections.length > 0 && step.ran && /collect/.test(sourceOf(recording, step.ran.line)))) {
    clauses.push(`the cyclic collector ran and freed ${collected} ${collected === 1 ? "object" : "objects"}`);
  }
  return clauses;
}

/** What has run: one line; where another thread has its turn now, the last line of the one before it too. */
function quotedLines(recording: Recording, before: Step, { ran, thread, snapshot }: Step): string {
  const quote = (line: number): string => `\`${sourceOf(recording, line)}\``;
  if (!ran) return "it";
  if (before.thread === thread || !before.next) return quote(ran.line);
  return `${quote(before.next.line)} in ${threadName(before.snapshot, before.thread)} and ${quote(ran.line)} in ${threadName(snapshot, thread)}`;
}

function happened(recording: Recording, before: Step, step: Step): string[] {
  const { snapshot } = step;
  const frame = step.next && frameOf(snapshot, step.next.frame);
  const where = frame ? frameName(frame, snapshot.frames) : "the program";
  const quoted = quotedLines(recording, before, step);
  const rest = effects(recording, before.snapshot, step);
  switch (step.kind) {
    case "call":
      if (frame?.kind === "class") return [`${quoted} opens a namespace for the body of the class`];
      if (before.thread !== step.thread) return [`${where} is called in the thread ${threadName(snapshot, step.thread)}${argumentsOf(snapshot, step)}`, ...rest.filter(({ isMain }) => !isMain).map(({ text }) => text)];
      return [`${quoted} calls ${where}${argumentsOf(snapshot, step)}`, ...rest.filter(({ isMain }) => !isMain).map(({ text }) => text)];
    case "resume":
      return [`${where} goes on where it was suspended, at line ${step.next?.line}`, ...rest.map(({ text }) => text)];
    case "return":
      if (frame?.kind === "module" || frame?.kind === "class") return [...ranLine(recording, before, step, quoted, where, rest), frame.kind === "module" ? "the code of the module ends" : `the body of class ${frame.name} ends`];
      return [`${where} gives back ${nameIn(snapshot, frame?.returns ?? null)}`, ...rest.map(({ text }) => text)];
    case "yield":
      return [`${where} yields ${nameIn(snapshot, frame?.returns ?? null)} and is suspended at line ${step.next?.line}`, ...rest.map(({ text }) => text)];
    case "raise":
      return [`${quoted} raises ${raisedText(snapshot, frame?.exception ?? null)}`, ...rest.map(({ text }) => text)];
    case "unwind":
      return [`${raisedText(snapshot, frame?.exception ?? null)} leaves ${leftNames(step)} and comes up in ${where}, line ${step.next?.line}`];
    case "instruction":
      return [`\`${instructionOf(recording, before)}\` ${stackClause(before, step)}`, ...rest.map(({ text }) => text)];
    case "start":
    case "line":
    case "end":
      return ranLine(recording, before, step, quoted, where, rest);
  }
}

function endOf({ result, cut }: Recording, { snapshot }: Step): string[] {
  if (result.status !== "stopped" || cut) return ["the program has ended"];
  if (result.reason !== "deadlock") return [`the program is stopped: ${result.message.replace(/\.$/, "")}`];
  const circle = circleText(snapshot);
  return [circle === "" ? "nothing can go on: every thread waits, and the program is stopped" : circle.replace(/\.$/, "")];
}

interface Effect {
  readonly text: string;
  /** It begins with a verb whose subject is the line. */
  readonly isMain: boolean;
}

function ranLine(recording: Recording, before: Step, step: Step, quoted: string, where: string, effects: readonly Effect[]): string[] {
  const texts = effects.map(({ text }) => text);
  const raised = frameOf(before.snapshot, step.next?.frame ?? -1)?.exception ?? null;
  if ((before.kind === "raise" || before.kind === "unwind") && step.kind === "line") return [`${nameIn(before.snapshot, raised)} is handled in ${where}: line ${step.next?.line} is next`, ...texts];
  if (before.kind === "start") return ["the program starts"];
  if (step.kind === "end") return [...endOf(recording, step), ...texts];
  if (before.kind === "call" && before.next?.frame === step.next?.frame) return [`the body of ${where} begins at line ${step.next?.line}`, ...texts];
  if (texts.length === 0) return [step.kind === "return" ? `${quoted} changes nothing` : `${quoted} changes nothing; line ${step.next?.line} is next`];
  return [`${quoted}${(effects[0].isMain && before.thread === step.thread) || quoted.endsWith(":`") ? "" : ":"} ${texts[0]}`, ...texts.slice(1)];
}

/** What the changes of a step say in words, the most important first. */
function effects(recording: Recording, before: Snapshot, step: Step): Effect[] {
  const { snapshot, changes } = step;
  const bound = changes.flatMap((change) => (change.kind === "binding" ? bindingClause(before, snapshot, change, changes) : []));
  const counted = new Set(bound.map(({ chip }) => chip));
  const viaCell = new Set(changes.flatMap((change) => (change.kind === "binding" && "cell" in change.after && change.after.to !== change.before?.to ? [change.after.cell] : [])));
  const contents = changes.flatMap((change) => (change.kind === "contents" && !viaCell.has(change.after.chip) ? contentsClauses(before, snapshot, change.before, change.after, !counted.has(change.after.chip) && !COUNTED_BY_OTHERS.has(change.after.shape.kind)) : []));
  const freed = changes.flatMap((change) => (change.kind === "gone" && change.freed ? [nameOf(change.object)] : []));
  const out = changes.flatMap((change) => (change.kind === "output" ? [printed(recording.result[change.stream].slice(change.from, change.to), change.stream)] : []));
  const others = changes.flatMap((change) => (change.kind === "count" && !counted.has(change.chip) ? countClause(before, snapshot, change) : []));
  const unreachable = changes.flatMap((change) => (change.kind === "contents" && change.after.reach === "unreachable" && change.before.reach !== "unreachable" ? [`${nameOf(change.after)} cannot be reached any more, but is not freed: only other garbage refers to it`] : []));
  return [
    ...bound.map(({ text }) => ({ text, isMain: true })),
    ...out.map((text) => ({ text, isMain: true })),
    ...contents.map((text) => ({ text, isMain: false })),
    ...(freed.length > 0 ? [{ text: `${listed(freed)} ${freed.length === 1 ? "is" : "are"} freed`, isMain: false }] : []),
    ...[...unreachable, ...others].map((text) => ({ text, isMain: false })),
  ];
}

function printed(text: string, stream: "stdout" | "stderr"): string {
  const shown = text.trimEnd().replaceAll("\n", "⏎");
  return `prints ${shown === "" ? "an empty line" : `“${shown.length <= MOST_QUOTED ? shown : `${shown.slice(0, MOST_QUOTED - 1)}…`}”`}${stream === "stderr" ? " to stderr" : ""}`;
}

/** So many objects are named; the others are counted. */
const MOST_NAMED = 3;

function listed(names: readonly string[]): string {
  if (names.length <= MOST_NAMED) return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  return `${names.slice(0, MOST_NAMED - 1).join(", ")} and ${names.length - MOST_NAMED + 1} more objects`;
}

type Binding = Extract<Change, { readonly kind: "binding" }>;

function bindingClause(before: Snapshot, snapshot: Snapshot, { frame, before: old, after }: Binding, changes: readonly Change[]): { text: string; chip: Chip | null }[] {
  if (after.to === old?.to) return [];
  const view = frame === null ? null : frameOf(snapshot, frame);
  const name = `the ${frame === null ? "name" : "local"} ${after.name}${view ? ` of ${frameName(view, snapshot.frames)}` : ""}`;
  if (after.to === null) return [{ text: `unbinds ${name} from ${nameIn(before, old?.to ?? null)}${countText(before, snapshot, old?.to ?? null)}`, chip: old?.to ?? null }];
  const isNew = changes.some((change) => change.kind === "object" && change.born && change.object.chip === after.to);
  const from = old?.to == null ? "" : ` in place of ${nameIn(before, old.to)}`;
  return [{ text: `${isNew ? "makes " : "binds "}${isNew ? `${nameIn(snapshot, after.to)} and binds ` : ""}${name} to ${isNew ? "it" : nameIn(snapshot, after.to)}${from}${countText(before, snapshot, after.to)}`, chip: after.to }];
}

/** `; its reference count goes from 1 to 2`, where it does. */
function countText(before: Snapshot, after: Snapshot, chip: Chip | null): string {
  if (chip === null) return "";
  const from = objectOf(before, chip);
  const to = objectOf(after, chip);
  if (!from || !to || from.refs === null || to.refs === null || from.refs === to.refs) return "";
  return `; its reference count goes from ${from.refs} to ${to.refs}`;
}

/** What only the machine's own look at functions and classes changes, or an event loop at its tasks, says nothing about the line. */
const COUNTED_BY_OTHERS: ReadonlySet<string> = new Set(["class", "function", "task", "future"]);

/** Kinds of what is built in, which a call holds while it lasts. */
const MACHINES_OWN: ReadonlySet<string> = new Set(["method_descriptor", "wrapper_descriptor", "builtin_function_or_method"]);

function countClause(before: Snapshot, snapshot: Snapshot, { chip, from, to, split }: Extract<Change, { readonly kind: "count" }>): string[] {
  const view = objectOf(snapshot, chip);
  if (!view || from === null || to === null || COUNTED_BY_OTHERS.has(view.shape.kind) || MACHINES_OWN.has(view.type)) return [];
  const moved = splitChangeText(nameOf(view), objectOf(before, chip)?.split ?? null, split);
  return [...(from === to ? [] : [`the reference count of ${nameOf(view)} goes from ${from} to ${to}`]), ...(moved === "" ? [] : [moved])];
}

function argumentsOf(snapshot: Snapshot, { next }: Step): string {
  const frame = next && frameOf(snapshot, next.frame);
  const bound = (frame?.slots ?? []).filter(({ state, kind }) => state === "bound" && kind !== "free");
  if (bound.length === 0) return ": a new frame";
  return `: a new frame with ${listed(bound.map(({ name, to }) => `${name} bound to ${nameIn(snapshot, to)}`))}`;
}

function raisedText(snapshot: Snapshot, chip: Chip | null): string {
  const view = chip === null ? undefined : objectOf(snapshot, chip);
  if (view?.shape.kind !== "exception") return nameIn(snapshot, chip);
  return view.shape.message === "" ? nameOf(view) : `${nameOf(view)} (${view.shape.message})`;
}

function leftNames({ changes }: Step): string {
  const names = changes.flatMap((change) => (change.kind === "left" ? [plainName(change.frame.qualname)] : []));
  return names.length === 0 ? "a call" : names.join(", ");
}

/** The instruction that stood before a step: its name and what its argument means. */
function instructionOf({ codes }: Pick<Recording, "codes">, { snapshot, next }: Step): string {
  const frame = next && frameOf(snapshot, next.frame);
  const row = frame && codes[frame.code]?.instructions[frame.instruction];
  if (!row) return "the instruction";
  return row.argrepr === "" ? `${row.opname}${row.arg === null ? "" : ` ${row.arg}`}` : `${row.opname} ${row.arg} (${row.argrepr})`;
}

function stackClause(before: Step, { snapshot, next }: Step): string {
  const frame = next && frameOf(snapshot, next.frame);
  const old = next && frameOf(before.snapshot, next.frame);
  if (!frame || !old) return "runs";
  const same = frame.stack.findIndex((entry, i) => entry !== old.stack[i]);
  const kept = same < 0 ? Math.min(frame.stack.length, old.stack.length) : same;
  const popped = old.stack.length - kept;
  const pushed = frame.stack.slice(kept).map(({ to }) => (to === null ? "NULL" : nameIn(snapshot, to)));
  const parts = [...(popped > 0 ? [`takes ${popped} from the value stack`] : []), ...(pushed.length > 0 ? [`puts ${listed(pushed)} on ${popped > 0 ? "it" : "the value stack"}`] : [])];
  return parts.length === 0 ? "leaves the value stack as it is" : parts.join(" and ");
}

import type { FrameView, LoopView, NameView, ObjView, Recording, SlotView, Snapshot, Step, ThreadView } from "../../engine/index.ts";
import { attributePaths, pathText } from "./attribute-path.ts";
import { changeTexts } from "./change-text.ts";
import { circleText, durationText, loopWords, waitText } from "./concurrency.ts";
import { identityChecks, identityText } from "./identity-check.ts";
import { LANE_WORDS } from "./lane-words.ts";
import { holderTexts, referrersOf, referrerText } from "./referrers.ts";
import { countInFull } from "./split-text.ts";
import { sentenceOf, sourceOf } from "./sentence.ts";
import { chipText, frameName, frameState, nameIn, sharingText, valueText } from "./words.ts";

/** The picture of one step as headings, lists and tables: everything that the snapshot has, for reading and copying. */
export interface Twin {
  /** `Step 12 of 80, line 5: b = a`. */
  readonly title: string;
  readonly sentence: string;
  readonly sections: readonly TwinSection[];
}

export interface TwinSection {
  /** For links: `frames`, `objects`. */
  readonly id: "changes" | "identity" | "look-up" | "frames" | "objects" | "threads" | "loop" | "output";
  readonly heading: string;
  readonly blocks: readonly TwinBlock[];
}

export type TwinBlock =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "table"; readonly caption: string; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** The text twin of a step. */
export function twinOf(recording: Recording, index: number): Twin {
  const step = recording.steps[index];
  const { snapshot, next } = step;
  const place = next ? `, line ${next.line}: ${sourceOf(recording, next.line)}` : "";
  const paths = attributePaths(recording, step);
  const checks = identityChecks(recording, index).map((check) => identityText(snapshot, check));
  return {
    title: `Step ${index + 1} of ${recording.steps.length}${place}`,
    sentence: sentenceOf(recording, index),
    sections: [
      { id: "changes", heading: "Changes in this step", blocks: [changes(recording, index)] },
      ...(checks.length === 0 ? [] : [{ id: "identity" as const, heading: "Compared with is", blocks: [{ kind: "list" as const, items: checks }] }]),
      ...(paths.length === 0 ? [] : [{ id: "look-up" as const, heading: "How the next line finds attributes", blocks: [{ kind: "list" as const, items: paths.map(pathText) }] }]),
      { id: "frames", heading: "Frames", blocks: frameBlocks(recording, snapshot) },
      { id: "objects", heading: "Objects", blocks: objectBlocks(recording, snapshot) },
      { id: "threads", heading: "Threads and collector", blocks: [{ kind: "list", items: machineItems(step) }, ...laneBlocks(recording, step.clock)] },
      ...snapshot.loops.map((loop): TwinSection => ({ id: "loop", heading: "Event loop", blocks: loopBlocks(snapshot, loop) })),
      { id: "output", heading: "Output so far", blocks: [{ kind: "text", text: outputOf(recording, snapshot) }] },
    ],
  };
}

/** The twin as plain text: what "copy state as text" puts on the clipboard. */
export function twinText({ title, sentence, sections }: Twin): string {
  return [title, sentence, ...sections.flatMap(({ heading, blocks }) => [`\n${heading}`, ...blocks.map(blockText)])].join("\n");
}

function blockText(block: TwinBlock): string {
  if (block.kind === "text") return block.text;
  if (block.kind === "list") return block.items.map((item) => `- ${item}`).join("\n");
  return [block.caption, block.columns.join(" | "), ...block.rows.map((row) => row.join(" | "))].join("\n");
}

/** What the program had printed by this step. */
export function outputOf({ result }: Pick<Recording, "result">, { output }: Snapshot): string {
  const text = result.stdout.slice(0, output.stdout) + result.stderr.slice(0, output.stderr);
  return text === "" ? "Nothing was printed." : text;
}

function changes(recording: Recording, index: number): TwinBlock {
  const texts = changeTexts(recording, index);
  return texts.length === 0 ? { kind: "text", text: "Nothing has changed." } : { kind: "list", items: texts };
}

function frameBlocks(recording: Recording, snapshot: Snapshot): TwinBlock[] {
  const blocks: TwinBlock[] = [{ kind: "table", caption: "Global names", columns: ["Name", "Refers to"], rows: snapshot.globals.map((name) => [name.name, boundText(snapshot, name)]) }];
  for (const frame of snapshot.frames) blocks.push(...oneFrame(recording, snapshot, frame));
  return blocks;
}

function boundText(snapshot: Snapshot, { state, to }: NameView | SlotView): string {
  return state === "bound" ? nameIn(snapshot, to) : state;
}

function oneFrame(recording: Recording, snapshot: Snapshot, frame: FrameView): TwinBlock[] {
  const name = frameName(frame, snapshot.frames);
  const blocks: TwinBlock[] = [{ kind: "text", text: frameLine(recording, snapshot, frame, name) }];
  if (frame.slots.length > 0) blocks.push({ kind: "table", caption: `Fast locals of ${name}`, columns: ["Slot", "Name", "Kind", "Refers to"], rows: frame.slots.map((slot) => slotRow(snapshot, slot)) });
  if (frame.names) blocks.push({ kind: "table", caption: `Namespace of ${name}`, columns: ["Name", "Refers to"], rows: frame.names.map((entry) => [entry.name, boundText(snapshot, entry)]) });
  if (frame.stack.length > 0) {
    const rows = frame.stack.map(({ to, borrowed }, position) => [String(position), to === null ? "NULL" : nameIn(snapshot, to), borrowed ? "borrowed" : "owned"]);
    blocks.push({ kind: "table", caption: `Value stack of ${name}, bottom first`, columns: ["Position", "Entry", "Reference"], rows });
  }
  return blocks;
}

function slotRow(snapshot: Snapshot, slot: SlotView): string[] {
  const kind = slot.cell === null ? slot.kind : `${slot.kind}, in cell ${chipText(slot.cell)}`;
  return [String(slot.index), slot.name, slot.borrowed ? `${kind}, borrowed` : kind, boundText(snapshot, slot)];
}

function frameLine({ codes }: Recording, snapshot: Snapshot, frame: FrameView, name: string): string {
  const instruction = codes[frame.code]?.instructions[frame.instruction];
  const parts = [
    `Frame ${frame.id}, ${name} (${frame.kind}): ${frameState(snapshot, frame)}${frame.line === null ? "" : ` at line ${frame.line}`}`,
    ...(instruction ? [`instruction ${instruction.offset} ${instruction.opname}${instruction.argrepr === "" ? "" : ` ${instruction.argrepr}`}`] : []),
    ...(frame.function === null ? [] : [`called ${nameIn(snapshot, frame.function)}`]),
    ...(frame.generator === null ? [] : [`lies in ${nameIn(snapshot, frame.generator)}`]),
    ...(frame.returns === null ? [] : [`gives back ${nameIn(snapshot, frame.returns)}`]),
    ...(frame.exception === null ? [] : [`${nameIn(snapshot, frame.exception)} is on its way`]),
  ];
  return `${parts.join("; ")}.`;
}

function objectBlocks(recording: Recording, snapshot: Snapshot): TwinBlock[] {
  const rows = snapshot.objects.map((view) => objectRow(recording, snapshot, view));
  const table: TwinBlock = { kind: "table", caption: "Objects by identity", columns: ["Identity", "Type", "Value", "References", "Who refers", "Refers to", "Notes"], rows };
  return snapshot.hidden === 0 ? [table] : [table, { kind: "text", text: `${snapshot.hidden} more objects are not shown.` }];
}

function objectRow(recording: Recording, snapshot: Snapshot, view: ObjView): string[] {
  const { strong, uncounted, elsewhere } = referrersOf(snapshot, view.chip);
  const who = [...holderTexts(recording, snapshot, strong), ...uncounted.map((referrer) => `${referrerText(recording, snapshot, referrer)} (not counted)`)];
  if (elsewhere !== null && elsewhere > 0) who.push(`${elsewhere} not shown`);
  const edges = view.edges.map(({ role, label, to }) => `${label}${role === "weak" ? " (weak)" : role === "key" ? " (key)" : ""}: ${nameIn(snapshot, to)}`);
  if (view.isCut) edges.push("and more");
  return [chipText(view.chip), view.type, valueText(snapshot, view), countInFull(view), who.join(", "), edges.join(", "), notes(snapshot, view).join(", ")];
}

function notes(snapshot: Snapshot, view: ObjView): string[] {
  const { shape } = view;
  const found = [sharingText(view)];
  if (view.class !== null) found.push(`instance of ${nameIn(snapshot, view.class)}`);
  if (shape.kind === "class") found.push(`looked up in the order ${shape.mro.map(({ name, chip }) => (chip === null ? name : `${name} ${chipText(chip)}`)).join(", ")}`);
  if (shape.kind === "generator" && shape.frame !== null) found.push(`its frame is frame ${shape.frame}`);
  if (shape.kind === "exception" && shape.traceback.length > 0) found.push(`came through ${shape.traceback.map(({ name, line }) => `${name} line ${line}`).join(", ")}`);
  if (shape.kind === "exception" && shape.hidesContext) found.push("hides its context");
  if (shape.kind === "lock" && shape.owner !== null) found.push(`taken by ${snapshot.threads.find(({ id }) => id === shape.owner)?.name ?? "a thread that has ended"}`);
  if (view.generation !== null) found.push(`generation ${view.generation}`);
  if (view.weakrefs > 0) found.push(`${view.weakrefs} weak ${view.weakrefs === 1 ? "reference" : "references"} to it`);
  if (view.reach === "unreachable") found.push("unreachable");
  if (view.reach === "elsewhere") found.push("held by what is not shown");
  return found.filter((note) => note !== "");
}

function machineItems({ snapshot, clock }: Step): string[] {
  const circle = circleText(snapshot);
  return [...snapshot.threads.map((thread) => threadText(snapshot, thread)), ...(circle === "" ? [] : [circle]), `Virtual time since the program began: ${durationText(clock)}`, `Allocations since the last collections, by generation: ${snapshot.gc.join(", ")}`];
}

function threadText(snapshot: Snapshot, thread: ThreadView): string {
  const { name, state, holdsGil, frames, waitsFor, handling } = thread;
  const parts = [`${name}: ${state}${holdsGil ? ", holds the GIL" : ""}`];
  if (frames.length > 0) parts.push(`frames ${frames.join(", ")}`);
  if (waitsFor) parts.push(`waits for ${waitText(snapshot, thread)}`);
  if (handling.length > 0) parts.push(`handles ${handling.map((chip) => nameIn(snapshot, chip)).join(", ")}`);
  return parts.join("; ");
}

/** An event loop: its queue in order, its timers by time, and its tasks. */
function loopBlocks(snapshot: Snapshot, loop: LoopView): TwinBlock[] {
  const { sentence, ready, timers, tasks } = loopWords(snapshot, loop);
  return [
    { kind: "text", text: sentence },
    { kind: "table", caption: "Ready queue", columns: ["Turn", "Call"], rows: ready.map((call, index) => [String(index + 1), call]) },
    { kind: "table", caption: "Timers", columns: ["At", "Call"], rows: timers },
    { kind: "table", caption: "Tasks", columns: ["Task", "Coroutine", "State", "Waits for"], rows: tasks },
  ];
}

/** What each thread and task has done by a moment, where there are several. */
function laneBlocks({ result }: Recording, clock: number): TwinBlock[] {
  const lanes = result.concurrency?.lanes.filter(({ spans }) => spans.length > 0) ?? [];
  if (lanes.length < 2) return [];
  const rows = lanes.filter(({ spans }) => (spans[0]?.from ?? 0) <= clock).map(({ kind, process, name, spans }) => {
    const sum = (...states: readonly string[]): string => durationText(spans.reduce((total, span) => (states.includes(span.kind) ? total + Math.max(0, Math.min(span.to, clock) - span.from) : total), 0));
    const now = spans.findLast(({ from, to }) => from <= clock && clock < to);
    return [name, kind, String(process), now === undefined ? "over" : `${LANE_WORDS[now.kind]}${now.waitsFor === null ? "" : `, ${now.waitsFor}`}`, sum("running"), sum("ready"), sum("blocked", "working")];
  });
  return [{ kind: "table", caption: "Lanes over virtual time, until now", columns: ["Name", "Kind", "Process", "Now", "Ran", "Was ready", "Waited"], rows }];
}

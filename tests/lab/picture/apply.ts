import type { Change, FrameView, NameView, ObjView, SlotView, Snapshot } from "../../../lib/engine/index.ts";

/** The snapshot of the next step, from this one and the changes between them. */
export function applyChanges(snapshot: Snapshot, changes: readonly Change[]): Snapshot {
  const draft = new Draft(snapshot);
  for (const change of changes) draft.apply(change);
  return draft.finish();
}

class Draft {
  private readonly frames: Map<number, FrameView>;
  private readonly objects: Map<number, ObjView>;
  private readonly globals: NameView[];
  private rest: Pick<Snapshot, "threads" | "loops" | "constants" | "hidden" | "output" | "gc">;

  constructor({ frames, objects, globals, threads, loops, constants, hidden, output, gc }: Snapshot) {
    this.frames = new Map(frames.map((frame) => [frame.id, frame]));
    this.objects = new Map(objects.map((object) => [object.chip, object]));
    this.globals = [...globals];
    this.rest = { threads, loops, constants, hidden, output, gc };
  }

  apply(change: Change): void {
    switch (change.kind) {
      case "object":
        this.objects.set(change.object.chip, change.object);
        return;
      case "gone":
        this.objects.delete(change.object.chip);
        return;
      case "count": {
        const object = this.objects.get(change.chip);
        if (object) this.objects.set(change.chip, { ...object, refs: change.to, split: change.split });
        return;
      }
      case "contents":
        this.objects.set(change.after.chip, change.after);
        return;
      case "binding":
        this.bind(change.frame, change.slot, change.after);
        return;
      default:
        this.applyToRest(change);
    }
  }

  private applyToRest(change: Exclude<Change, { readonly kind: "object" | "gone" | "count" | "contents" | "binding" }>): void {
    switch (change.kind) {
      case "entered":
        this.frames.set(change.frame.id, change.frame);
        return;
      case "left":
        this.frames.delete(change.frame.id);
        return;
      case "frame": {
        const { slots, names } = this.frames.get(change.after.id) ?? change.after;
        this.frames.set(change.after.id, { ...change.after, slots, names });
        return;
      }
      case "threads":
        this.rest = { ...this.rest, threads: change.after };
        return;
      case "loops":
        this.rest = { ...this.rest, loops: change.after };
        return;
      case "constants":
        this.rest = { ...this.rest, constants: change.after };
        return;
      case "output":
        this.rest = { ...this.rest, output: { ...this.rest.output, [change.stream]: change.to } };
        return;
      case "collector":
        this.rest = { ...this.rest, gc: change.to };
        return;
      case "hidden":
        this.rest = { ...this.rest, hidden: change.to };
    }
  }

  private bind(frame: number | null, slot: number | null, after: NameView | SlotView): void {
    if (frame === null) {
      put(this.globals, after);
      return;
    }
    const view = this.frames.get(frame);
    if (!view) return;
    if (slot !== null) this.frames.set(frame, { ...view, slots: view.slots.with(slot, after as SlotView) });
    else {
      const names = [...(view.names ?? [])];
      put(names, after);
      this.frames.set(frame, { ...view, names });
    }
  }

  finish(): Snapshot {
    const onStacks = this.rest.threads.flatMap(({ frames }) => frames);
    const ids = [...onStacks, ...[...this.frames.keys()].filter((id) => !onStacks.includes(id)).sort((a, b) => a - b)];
    return {
      ...this.rest,
      globals: this.globals,
      frames: ids.flatMap((id) => this.frames.get(id) ?? []),
      objects: [...this.objects.values()].sort((a, b) => a.chip - b.chip),
    };
  }
}

/** Names keep the place of their first appearance. */
function put(names: NameView[], after: NameView): void {
  const at = names.findIndex(({ name }) => name === after.name);
  if (at < 0) names.push(after);
  else names[at] = after;
}

import type { Chip, FrameId, FrameView, ObjView, Snapshot } from "../../engine/index.ts";

const objects = new WeakMap<readonly ObjView[], ReadonlyMap<Chip, ObjView>>();

/** The object with this number, or undefined where the snapshot does not show it. */
export function objectOf({ objects: list }: Snapshot, chip: Chip): ObjView | undefined {
  let known = objects.get(list);
  if (!known) objects.set(list, (known = new Map(list.map((view) => [view.chip, view]))));
  return known.get(chip);
}

export function frameOf({ frames }: Snapshot, id: FrameId): FrameView | undefined {
  return frames.find((frame) => frame.id === id);
}

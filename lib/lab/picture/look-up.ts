import type { Chip, FrameId, FrameView, ObjView, Snapshot } from "../../engine/index.ts";

/** The object with this number, or undefined where the snapshot does not show it. */
export function objectOf({ objects: list }: Snapshot, chip: Chip): ObjView | undefined {
  // The list is by number. A table for each snapshot would take longer to make than all of its look-ups here.
  let from = 0;
  let to = list.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((list[middle] as ObjView).chip < chip) from = middle + 1;
    else to = middle;
  }
  const found = list[from];
  return found?.chip === chip ? found : undefined;
}

export function frameOf({ frames }: Snapshot, id: FrameId): FrameView | undefined {
  return frames.find((frame) => frame.id === id);
}

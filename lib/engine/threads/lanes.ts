import type { LaneSpan, LaneState, LaneView } from "../types.ts";
import { RoomObject } from "../vm/process.ts";

/** Spans recorded at most: a longer run is cut, not stopped. */
const MOST_SPANS = 20_000;

/** What each thread and task of a run did over virtual time; of all its processes together. */
export class Lanes extends RoomObject {
  private readonly lanes = new Map<object, { view: LaneView; spans: LaneSpan[]; state: LaneState | null; since: number }>();
  private count = 0;

  /** From this time on the lane of `owner` is in that state; null: it has ended. */
  note(owner: object, kind: LaneView["kind"], process: number, name: () => string, state: LaneState | null, time: number): void {
    let lane = this.lanes.get(owner);
    if (!lane) {
      const spans: LaneSpan[] = [];
      lane = { view: { kind, process, name: "", spans }, spans, state: null, since: time };
      this.lanes.set(owner, lane);
    }
    lane.view.name = name();
    if (lane.state !== null && (lane.state.kind !== state?.kind || lane.state.waitsFor !== state.waitsFor)) this.end(lane, time);
    else if (lane.state !== null) return;
    lane.state = state;
    lane.since = time;
  }

  private end(lane: { spans: LaneSpan[]; state: LaneState | null; since: number }, time: number): void {
    if (lane.state === null || time <= lane.since || ++this.count > MOST_SPANS) return;
    lane.spans.push({ from: lane.since, to: time, ...lane.state });
  }

  /** All lanes in the order in which they began; what goes on is cut off at that time. */
  views(time: number): LaneView[] {
    for (const lane of this.lanes.values()) {
      this.end(lane, Math.max(time, lane.since));
      lane.state = null;
    }
    return [...this.lanes.values()].map(({ view }) => view);
  }
}

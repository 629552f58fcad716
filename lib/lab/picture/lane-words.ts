import type { LaneSpan } from "../../engine/index.ts";

/** What a thread or task does, as the lanes say it. */
export const LANE_WORDS: Record<LaneSpan["kind"], string> = { running: "running", ready: "ready", blocked: "blocked", working: "works without the GIL" };

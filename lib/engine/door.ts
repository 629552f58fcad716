/** What both doors show: index.ts, where everything is at hand, and web.ts, where the rest is fetched. */
export { record } from "./record.ts";
export { run } from "./run.ts";
export { interleavings } from "./interleavings.ts";
export { openSession } from "./session.ts";
export { disassemble } from "./listing.ts";
export { DEFAULT_LIMITS } from "./interpreter.ts";
export { DEFAULT_VERSION, isVersion, VERSIONS } from "./profiles/profiles.ts";
export type { RecordOptions } from "./record.ts";
export type * from "./trace/recording.ts";
export type { VersionId } from "./profiles/types.ts";
export type {
  ConcurrencyView, Decision, ErrorView, FeedResult, Interleaving, Interleavings, LaneSpan, LaneView, Leak, Limits, ListedInstruction, Mode, ObjectView, RunOptions, RunResult, ScheduleOption, Session, SourceErrorView, StopReason, TracedLine, WaitView,
} from "./types.ts";

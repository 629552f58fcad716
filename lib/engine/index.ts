/** The engine's one door: what may be used from outside this folder. */
export { run } from "./run.ts";
export { openSession } from "./session.ts";
export { disassemble } from "./listing.ts";
export { DEFAULT_LIMITS } from "./interpreter.ts";
export { DEFAULT_VERSION, isVersion, VERSIONS } from "./profiles/profiles.ts";
export type { VersionId } from "./profiles/types.ts";
export type {
  ErrorView, FeedResult, Leak, Limits, ListedInstruction, Mode, ObjectView, RunOptions, RunResult, Session, SourceErrorView, StopReason, TracedLine,
} from "./types.ts";

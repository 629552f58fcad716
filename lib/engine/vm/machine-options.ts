import type { TypeSpec } from "../core/define.ts";
import type { SeedSight } from "../core/heap.ts";
import type { Profile } from "../profiles/types.ts";
import type { LaneState, LaneView, Limits, ScheduleOption } from "../types.ts";
import type { ModuleSpec } from "./importer.ts";
import type { Handler } from "./loop.ts";
import type { Machine } from "./machine.ts";
import type { ProcessHost } from "./process.ts";
import type { Threads } from "./thread.ts";

/** What a run asks of threads and processes. */
export interface RunSettings {
  /** Virtual cores. */
  readonly cores: number;
  /** A free-threaded build: no GIL. */
  readonly isFree: boolean;
  /** How threads take turns; null: as CPython does it. */
  readonly schedule: ScheduleOption | null;
  /** Hears what threads and tasks do. */
  readonly lanes: LaneListener | null;
}

/** See Lanes. */
export interface LaneListener {
  note(owner: object, kind: LaneView["kind"], process: number, name: () => string, state: LaneState | null, time: number): void;
  views(time: number): LaneView[];
}

export const DEFAULT_SETTINGS: RunSettings = { cores: 4, isFree: false, schedule: null, lanes: null };

/** What a machine is made of. */
export interface MachineOptions {
  readonly profile: Profile;
  readonly limits: Limits;
  readonly seed: number;
  readonly sight: SeedSight;
  /** Keep a list of every live object, for audits and inspection. */
  readonly registry: boolean;
  /** Record executed offsets. */
  readonly coverage: boolean;
  /** Compare the stack with the opcode table at each instruction. */
  readonly stackCheck: boolean;
  /** How many calls from host code into guest code may nest: the JavaScript stack is finite. */
  readonly nativeDepth: number;
  /** Makes what schedules the threads. */
  readonly threads: (vm: Machine) => Threads;
  readonly run: RunSettings;
  readonly processHost: ProcessHost;
  readonly types: readonly TypeSpec[];
  readonly modules: readonly ModuleSpec[];
  /** Instructions by name. */
  readonly handlers: ReadonlyMap<string, Handler>;
}

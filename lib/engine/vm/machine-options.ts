import type { TypeSpec } from "../core/define.ts";
import type { Profile } from "../profiles/types.ts";
import type { Limits } from "../types.ts";
import type { ModuleSpec } from "./importer.ts";
import type { Handler } from "./loop.ts";
import type { Machine } from "./machine.ts";
import type { ProcessHost } from "./process.ts";
import type { Threads } from "./thread.ts";

/** What a machine is made of. */
export interface MachineOptions {
  readonly profile: Profile;
  readonly limits: Limits;
  readonly seed: number;
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
  readonly processHost: ProcessHost;
  readonly types: readonly TypeSpec[];
  readonly modules: readonly ModuleSpec[];
  /** Instructions by name. */
  readonly handlers: ReadonlyMap<string, Handler>;
}

import type { Proof } from "../../lib/cards/card.ts";
import type { ProofResult } from "../../lib/cards/prove.ts";
import type { Version } from "../../lib/cards/versions.ts";
import type { JudgeReply, JudgeRequest } from "../../lib/lab/judge-messages.ts";
import type { WatchedWorker } from "../../lib/lab/watched-worker.ts";
import type { ReaderReply, ReadSource } from "../../lib/studio/reader-messages.ts";

/** One block in one version: not run yet, being run, run, or without an answer for the reason given. */
export type CellRun = { readonly state: "waiting" } | { readonly state: "running" } | { readonly state: "ran"; readonly result: ProofResult; readonly output: string } | { readonly state: "ended"; readonly why: string };

/** A block with its runs by version. */
export interface BlockRun {
  readonly proof: Proof;
  readonly cells: ReadonlyMap<Version, CellRun>;
}

/** What is known of the text that was read last. */
export interface Checks {
  readonly read: ReadSource | null;
  readonly blocks: readonly BlockRun[];
  readonly busy: boolean;
  /** Why nothing could be read; empty if it could. */
  readonly trouble: string;
}

interface Workers {
  readonly reader: WatchedWorker<string, Exclude<ReaderReply, { kind: "ready" }>>;
  readonly judge: WatchedWorker<JudgeRequest, Exclude<JudgeReply, { kind: "ready" }>>;
}

const PAUSE_MS = 300;
const KNOWN_AT_MOST = 500;
export const NO_CHECKS: Checks = { read: null, blocks: [], busy: false, trouble: "" };

function versionsOf(read: ReadSource, proof: Proof): readonly Version[] {
  return proof.kind === "refutes" ? (read.card.front?.versions ?? []) : proof.versions;
}

/** Reads and proves a text while it is typed, in two workers. A new text ends what the old one had begun. */
export class Checker {
  #checks: Checks = NO_CHECKS;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;
  readonly #known = new Map<string, Extract<CellRun, { readonly state: "ran" }>>();
  readonly #workers: Workers;
  readonly #seconds: number;
  readonly #listener: (checks: Checks) => void;

  /** `seconds`: after how long the judge's worker is ended; said in words. */
  constructor(workers: Workers, seconds: number, listener: (checks: Checks) => void) {
    this.#workers = workers;
    this.#seconds = seconds;
    this.#listener = listener;
  }

  #tell(change: Partial<Checks>): void {
    this.#checks = { ...this.#checks, ...change };
    this.#listener(this.#checks);
  }

  /** A text to check, a moment from now. */
  check(text: string): void {
    this.#turn += 1;
    clearTimeout(this.#timer);
    const turn = this.#turn;
    this.#timer = setTimeout(() => void this.#run(text, turn), PAUSE_MS);
  }

  async #run(text: string, turn: number): Promise<void> {
    const outcome = await this.#workers.reader.ask(text);
    if (turn !== this.#turn || outcome.kind === "superseded") return;
    if (outcome.kind !== "answered") {
      this.#tell({ busy: false, trouble: "The text could not be checked in this browser. Publishing checks it on the server." });
      return;
    }
    const { read } = outcome.reply;
    const blocks = read.card.proofs.map((proof): BlockRun => ({ proof, cells: new Map(versionsOf(read, proof).map((version) => [version, this.#remembered(proof, version)])) }));
    this.#tell({ read, blocks, busy: true, trouble: "" });
    for (const [index, block] of blocks.entries()) {
      if (!(await this.#prove(index, block, turn))) return;
    }
    this.#tell({ busy: false });
  }

  #remembered(proof: Proof, version: Version): CellRun {
    return this.#known.get(JSON.stringify([proof, version])) ?? { state: "waiting" };
  }

  /** False when a newer text took over. */
  async #prove(index: number, { proof, cells }: BlockRun, turn: number): Promise<boolean> {
    let ended = "";
    for (const [version, cell] of cells) {
      if (cell.state === "ran") continue;
      if (ended !== "") {
        this.#set(index, version, { state: "ended", why: `not run, as it did not end in Python ${ended}` });
        continue;
      }
      this.#set(index, version, { state: "running" });
      const outcome = await this.#workers.judge.ask({ proof, version });
      if (turn !== this.#turn) return false;
      if (outcome.kind === "timeout") ended = version;
      this.#set(index, version, this.#cellOf(outcome));
    }
    return true;
  }

  #cellOf(outcome: Awaited<ReturnType<Workers["judge"]["ask"]>>): CellRun {
    switch (outcome.kind) {
      case "answered": {
        if (outcome.reply.kind === "fault") return { state: "ended", why: `the engine failed: ${outcome.reply.message}` };
        const { result, output } = outcome.reply;
        return { state: "ran", result, output };
      }
      case "timeout":
        return { state: "ended", why: `stopped after ${this.#seconds} seconds: the program had not ended` };
      case "broken":
        return { state: "ended", why: `the engine failed: ${outcome.message}` };
      default:
        return { state: "ended", why: "the engine could not be loaded" };
    }
  }

  #set(index: number, version: Version, cell: CellRun): void {
    const block = this.#checks.blocks[index];
    if (block === undefined) return;
    if (cell.state === "ran") {
      if (this.#known.size >= KNOWN_AT_MOST) this.#known.clear();
      this.#known.set(JSON.stringify([block.proof, version]), cell);
    }
    const blocks = this.#checks.blocks.with(index, { ...block, cells: new Map(block.cells).set(version, cell) });
    this.#tell({ blocks });
  }

  /** Ends both workers. */
  dispose(): void {
    this.#turn += 1;
    clearTimeout(this.#timer);
    this.#workers.reader.end();
    this.#workers.judge.end();
  }
}

import { availableParallelism } from "node:os";
import { setFlagsFromString } from "node:v8";
import { parentPort, Worker, workerData } from "node:worker_threads";
import type { SoundCard } from "../cards/card.ts";
import { mutateCard } from "../cards/mutate.ts";
import { inOrder, proveCard, type ProofResult } from "../cards/prove.ts";
import type { Prover } from "../cards/prover.ts";
import type { Version } from "../cards/versions.ts";

export type Mutants = ReturnType<typeof mutateCard>;

/** A piece of work for one thread: cards by their place in the list that all threads have. */
type Job = { readonly kind: "prove"; readonly cards: readonly number[]; readonly version: Version } | { readonly kind: "mutate"; readonly cards: readonly number[] };

/** What came of it, in the order of the job's cards. */
type Done = { readonly kind: "prove"; readonly results: readonly (readonly ProofResult[])[] } | { readonly kind: "mutate"; readonly mutants: readonly Mutants[] };

function work(prover: Prover, cards: readonly SoundCard[], job: Job): Done {
  const own = job.cards.flatMap((at) => cards[at] ?? []);
  return job.kind === "prove"
    ? { kind: "prove", results: own.map((card) => proveCard(prover, card, { versions: [job.version] })) }
    : { kind: "mutate", mutants: own.map((card) => mutateCard(prover, card)) };
}

/** The part of a thread: answers one job after the other until it is ended. */
export async function serveProofs(): Promise<void> {
  const prover: Prover = await import("../engine/index.ts");
  const cards = workerData as readonly SoundCard[];
  parentPort?.on("message", (job: Job) => parentPort?.postMessage(work(prover, cards, job)));
}

/** Cards of one job: enough that sending costs nothing, few enough that threads end together. */
const JOB_CARDS = 12;

/**
 * Proofs run much code of the engine, most of it seldom: compiled for speed as early as V8 does it for servers, which is when so
 * many bytes of a function have run, it would take two fifths of the time. Until then the plain machine code of V8's baseline
 * compiler, made at the first call, beats its interpreter by a tenth.
 */
const COMPILING = ["--interrupt-budget=800000", "--always-sparkplug"];

/** Room for what is new: a machine is dead soon after its run, and what is dead costs the host's collector nothing. */
const YOUNG_MB = 192;

const chunks = <Item>(items: readonly Item[]): Item[][] => Array.from({ length: Math.ceil(items.length / JOB_CARDS) }, (_, at) => items.slice(at * JOB_CARDS, (at + 1) * JOB_CARDS));

/** Threads that prove. Each is this program again, which sees that it is a thread. */
export class ProofPool {
  private readonly cards: readonly SoundCard[];
  private threads: Worker[] = [];
  private here: Prover | null = null;

  constructor(cards: readonly SoundCard[]) {
    this.cards = cards;
    for (const flag of COMPILING) setFlagsFromString(flag);
  }

  /**
   * The proofs of all cards in these versions, but where they are known to hold: for each card what was run, in the order of the
   * file, then of the versions.
   */
  async prove(versions: readonly Version[], isKnown: (card: SoundCard, version: Version) => boolean = () => false): Promise<ProofResult[][]> {
    const all = this.cards.map((card): { readonly card: SoundCard; readonly results: ProofResult[] } => ({ card, results: [] }));
    const jobs = versions.flatMap((version) =>
      chunks(all.flatMap(({ card }, at) => (card.front.versions.includes(version) && !isKnown(card, version) ? [at] : []))).map((cards): Job => ({ kind: "prove", cards, version })),
    );
    await this.run(jobs, (job, done) => {
      if (done.kind === "prove") for (const [index, results] of done.results.entries()) all[job.cards[index] ?? -1]?.results.push(...results);
    });
    return all.map(({ card, results }) => inOrder(card, results));
  }

  /** The mutants of the cards at these places; null for the others. */
  async mutate(places: readonly number[]): Promise<(Mutants | null)[]> {
    const found: (Mutants | null)[] = this.cards.map(() => null);
    await this.run(chunks(places).map((cards): Job => ({ kind: "mutate", cards })), (job, done) => {
      if (done.kind === "mutate") for (const [index, mutants] of done.mutants.entries()) found[job.cards[index] ?? -1] = mutants;
    });
    return found;
  }

  async end(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.terminate()));
  }

  /** As many threads as there is room and work for; none where one would do it all. */
  private start(jobs: number): void {
    const wanted = Math.min(availableParallelism(), jobs);
    if (wanted > 1 && this.threads.length === 0) this.threads = Array.from({ length: wanted }, () => new Worker(process.argv[1] ?? "", { workerData: this.cards, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } }));
  }

  /** Threads take jobs from both ends of the list, so that each stays with its versions, whose library it has compiled. */
  private async run(jobs: readonly Job[], take: (job: Job, done: Done) => void): Promise<void> {
    const left = [...jobs];
    this.start(left.length);
    if (this.threads.length === 0) {
      this.here ??= (await import("../engine/index.ts")) as Prover;
      for (const job of left) take(job, work(this.here, this.cards, job));
      return;
    }
    await Promise.all(this.threads.map((thread, index) => serve(thread, () => (index % 2 === 0 ? left.shift() : left.pop()), take)));
  }
}

function serve(thread: Worker, next: () => Job | undefined, take: (job: Job, done: Done) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let job = next();
    const onMessage = (done: Done): void => {
      if (job !== undefined) take(job, done);
      job = next();
      if (job === undefined) settle();
      else thread.postMessage(job);
    };
    const settle = (error?: Error): void => {
      thread.off("message", onMessage).off("error", settle).off("exit", onExit);
      if (error === undefined) resolve();
      else reject(error);
    };
    const onExit = (status: number): void => settle(new Error(`A thread that proves cards ended with status ${status} in the middle of its work.`));
    thread.on("message", onMessage).on("error", settle).on("exit", onExit);
    if (job === undefined) settle();
    else thread.postMessage(job);
  });
}

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { SoundCard } from "../cards/card.ts";
import type { ProofResult } from "../cards/prove.ts";
import { type Version, VERSIONS } from "../cards/versions.ts";

const schema = z.object({
  /** Of the program that proved: this command with the engine in it, and the Node that ran it. */
  program: z.string(),
  /** By the hash of a card as it was read: the versions in which all its proofs held. */
  held: z.record(z.string(), z.array(z.enum(VERSIONS))),
});

type Held = z.infer<typeof schema>["held"];

/** Where a project keeps it; what `build` holds can be made again. */
export const MEMORY_FILE = path.join("build", "proofs-that-held.json");

const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

/** The program that runs: its bundle holds the engine, the reader of cards and the prover. */
export function programHash(bundle: string): string {
  return sha256(`${sha256(readFileSync(bundle))} ${process.version}`);
}

/**
 * Which proofs have held: a proof is a function of the card, the version and the engine, so one that held holds again while
 * these are the same to the byte. What failed or was stopped is not kept and runs each time.
 */
export class ProofMemory {
  private readonly file: string;
  private readonly program: string;
  private readonly held: Held;
  private readonly hashes = new Map<SoundCard, string>();

  private constructor(file: string, program: string, held: Held) {
    this.file = file;
    this.program = program;
    this.held = held;
  }

  /** What this very program has proven before; `tell` hears of a file that cannot be understood, which is begun anew. */
  static open(file: string, program: string, tell: (sentence: string) => void): ProofMemory {
    if (!existsSync(file)) return new ProofMemory(file, program, {});
    try {
      const known = schema.parse(JSON.parse(readFileSync(file, "utf8")));
      return new ProofMemory(file, program, known.program === program ? known.held : {});
    } catch (error) {
      if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error;
      tell(`${file} cannot be understood: all proofs are run, and it is written anew`);
      return new ProofMemory(file, program, {});
    }
  }

  /** Whether all of a card's proofs held in a version. */
  knows(card: SoundCard, version: Version): boolean {
    return this.held[this.hashOf(card)]?.includes(version) ?? false;
  }

  /** Keeps what held of what was run. */
  note(card: SoundCard, results: readonly ProofResult[]): void {
    const ran = [...new Set(results.map((result) => result.version))];
    const held = ran.filter((version) => results.every((result) => result.version !== version || result.outcome === "held"));
    const hash = this.hashOf(card);
    this.held[hash] = [...new Set([...(this.held[hash] ?? []), ...held])];
  }

  /** Writes what is known of these cards, and forgets all others. */
  save(cards: readonly SoundCard[]): void {
    const kept = new Set(cards.map((card) => this.hashOf(card)));
    const held = Object.fromEntries(Object.entries(this.held).filter(([hash]) => kept.has(hash)));
    mkdirSync(path.dirname(this.file), { recursive: true });
    const draft = `${this.file}.${process.pid}`;
    writeFileSync(draft, `${JSON.stringify({ program: this.program, held })}\n`);
    renameSync(draft, this.file);
  }

  private hashOf(card: SoundCard): string {
    const known = this.hashes.get(card) ?? sha256(JSON.stringify(card));
    this.hashes.set(card, known);
    return known;
  }
}

/** A counter of the specializing interpreter: it runs down, and starts anew with twice its value after each failure (Include/internal/pycore_backoff.h). */
export interface BackoffStart {
  readonly value: number;
  readonly backoff: number;
}

/** How a version's interpreter puts specialised instructions in place of others while it runs (PEP 659, Python/specialize.c). */
export interface Specialization {
  /** Specialised instructions and their numbers, by the one that they stand in for. */
  readonly forms: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** The counter of an instruction that has not been specialised yet. */
  readonly warmup: BackoffStart;
  /** The counter of one that is: it runs down by operands that do not fit. */
  readonly cooldown: BackoffStart;
  /** Instructions that change the first time they run, whatever they meet. */
  readonly atFirstRun: ReadonlySet<string>;
  /** Arithmetic with an int and a sequence has a form too (`BINARY_OP_EXTEND`). */
  readonly extendsSequences: boolean;
  /** Ints of more than one digit have no forms. */
  readonly compactInts: boolean;
}

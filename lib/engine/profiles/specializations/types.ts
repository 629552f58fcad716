/** A counter of the specializing interpreter: it runs down, and starts anew with a higher value after each failure (Include/internal/pycore_backoff.h). */
export interface BackoffStart {
  readonly value: number;
  /** Failures that it counts as having had. */
  readonly backoff: number;
}

/** How a version's interpreter puts specialised instructions in place of others while it runs (PEP 659, Python/specialize.c). */
export interface Specialization {
  /** Specialised instructions and their numbers, by the one that they stand in for. */
  readonly forms: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Two instructions that run as one, and their numbers: shown in the place of the first. */
  readonly pairs: Readonly<Record<string, number>>;
  /** How often code is entered or goes back in a loop before any instruction changes; 0: all change from the start. */
  readonly quickenedAfter: number;
  /** The counter of an instruction that has not been specialised yet. */
  readonly warmup: BackoffStart;
  /** The counter of one that is: it runs down by operands that do not fit. */
  readonly cooldown: BackoffStart;
  /** Where the counter starts after the first failure, the second and so on. */
  readonly restarts: readonly number[];
  /** Where the counter starts when operands did not fit too often; null: another form is looked for at once. */
  readonly afterMisses: BackoffStart | null;
  /** Instructions that change the first time they run, whatever they meet. */
  readonly atFirstRun: ReadonlySet<string>;
  /** Arithmetic with an int and a sequence has a form too (`BINARY_OP_EXTEND`). */
  readonly extendsSequences: boolean;
  /** Exceptions have a way of their own to be called (`tp_vectorcall`). */
  readonly callsExceptionsFast: boolean;
  /** Built-in types without a fast way of being called have the form for everything that is not written in Python. */
  readonly callsSlowTypes: boolean;
  /** `list.append` has its form even where the None that it gives is not dropped at once. */
  readonly appendsAnywhere: boolean;
  /** Functions, methods and types that are declared in another way than in later versions: `FAST`, or null where there is no form. */
  readonly olderDeclarations: Readonly<Record<string, "FAST" | null>>;
  /** Ints of more than one digit have no forms. */
  readonly compactInts: boolean;
}

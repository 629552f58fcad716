/** How dicts of a class's instances share its keys: each in the order of the first (3.10), or as slots that any of them fills in any order (3.11). */
export type KeySharing = "in-order" | "by-slot";

/** The most keys that instances share by slot (Include/internal/pycore_dict.h, SHARED_KEYS_MAX_SIZE), and the table that holds them. */
const MOST_BY_SLOT = 30;
const SLOTS_BY_SLOT = 64;

/**
 * The keys that a class has for the dicts of its instances, which then hold values alone (Objects/dictobject.c, split
 * tables; PEP 412). It never forgets a key.
 */
export class SharedKeys {
  /** Slots of its table, as `dk_size`. */
  readonly slots: number;
  /** Dicts that share it, and whether the class does still: who is alone with it answers for its memory. */
  sharers = 0;
  isOfClass = true;
  /** A dict must have its keys in the order in which they came; one that loses a key has a table of its own from then on. */
  readonly inOrder: boolean;
  private readonly positions = new Map<string, number>();
  private usable: number;

  /** `usable` is how many keys there is room for in a table of so many slots; not asked for where keys are shared by slot. */
  constructor(sharing: KeySharing, slots: number, usable: number) {
    this.inOrder = sharing === "in-order";
    this.slots = this.inOrder ? slots : SLOTS_BY_SLOT;
    this.usable = this.inOrder ? usable : MOST_BY_SLOT;
  }

  /** Values that each dict has room for. */
  get room(): number {
    return this.positions.size + this.usable;
  }

  /** An instance is made: it may bring a key of its own, so there is room for one less of the others' (init_inline_values). */
  countInstance(): void {
    if (this.usable > 1) this.usable--;
  }

  /** Whether a dict that has `used` keys so far can hold this one beside them; adds it when it is new. */
  admit(key: string, used: number): boolean {
    const position = this.positions.get(key);
    if (position !== undefined) return !this.inOrder || position === used;
    if (this.usable <= 0 || (this.inOrder && this.positions.size !== used)) return false;
    this.usable--;
    this.positions.set(key, this.positions.size);
    return true;
  }
}

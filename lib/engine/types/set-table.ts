import { type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { truthOfResult } from "../protocol/compare.ts";

export interface SetEntry {
  readonly key: PyObject;
  readonly hash: bigint;
}

/** A place whose key was removed; searches go on past it. */
export const DUMMY = "dummy";
type Place = SetEntry | typeof DUMMY | null;

/** PySet_MINSIZE, LINEAR_PROBES, PERTURB_SHIFT. */
const MINIMUM_SLOTS = 8;
const LINEAR_PROBES = 9;
const PERTURB_SHIFT = 5n;

/**
 * The hash table of a set: open addressing, a few neighbouring places first, then a jump that mixes in the upper bits of
 * the hash (Objects/setobject.c). The order of the places is the order of iteration. Keys are owned by whoever owns the
 * table.
 */
export class SetTable {
  places: Place[] = new Array<Place>(MINIMUM_SLOTS).fill(null);
  mask = MINIMUM_SLOTS - 1;
  /** Places in use, dummies included. */
  fill = 0;
  used = 0;
  /** Where `pop` looks next. */
  finger = 0;

  /** The entry of a key, or null. Runs the `__eq__` of keys with the same hash and starts anew when that changed the table. */
  find(rt: Runtime, key: PyObject, hash: bigint): SetEntry | null {
    const position = this.search(rt, key, hash);
    const place = position < 0 ? null : this.places[position];
    return place === DUMMY ? null : place;
  }

  /** Adds a key; false when an equal one is there. Retains the key. */
  add(rt: Runtime, key: PyObject, hash: bigint): boolean {
    retain(key);
    const position = this.searchSafely(rt, key, hash);
    if (position >= 0) {
      release(key);
      return false;
    }
    this.places[-1 - position] = { key, hash };
    this.fill++;
    this.used++;
    if (this.fill * 5 >= this.mask * 3) this.resize(this.used > 50000 ? this.used * 2 : this.used * 4);
    return true;
  }

  private searchSafely(rt: Runtime, key: PyObject, hash: bigint): number {
    let done = false;
    try {
      const position = this.search(rt, key, hash);
      done = true;
      return position;
    } finally {
      if (!done) release(key);
    }
  }

  /** Takes a key out and hands its reference over; null when it is not there. */
  take(rt: Runtime, key: PyObject, hash: bigint): PyObject | null {
    const position = this.search(rt, key, hash);
    if (position < 0) return null;
    return this.takeAt(position);
  }

  /** Takes out the next key from where the last `takeAny` stopped (set_pop). */
  takeAny(rt: Runtime): PyObject | null {
    if (this.used === 0) return null;
    this.noteOrder(rt);
    let position = this.finger & this.mask;
    while (!isEntry(this.places[position])) position = position === this.mask ? 0 : position + 1;
    this.finger = position + 1;
    return this.takeAt(position);
  }

  private takeAt(position: number): PyObject | null {
    const place = this.places[position];
    if (!isEntry(place)) return null;
    this.places[position] = DUMMY;
    this.used--;
    return place.key;
  }

  /** The position of a key, or `-1 - position` of the free place where it would go (set_lookkey, set_add_entry). */
  private search(rt: Runtime, key: PyObject, hash: bigint): number {
    restart: for (;;) {
      let { mask } = this;
      let perturb = BigInt.asUintN(64, hash);
      let i = Number(perturb & BigInt(mask));
      for (;;) {
        const last = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
        for (let p = i; p <= last; p++) {
          const place = this.places[p];
          if (place === null) return -1 - p;
          if (place === DUMMY || place.hash !== hash) continue;
          if (place.key === key) return p;
          const { places } = this;
          const same = this.sameKey(rt, place, key);
          if (this.places !== places || this.places[p] !== place) continue restart;
          if (same) return p;
          mask = this.mask;
        }
        perturb >>= PERTURB_SHIFT;
        i = Number((BigInt(i * 5 + 1) + perturb) & BigInt(mask));
      }
    }
  }

  private sameKey(rt: Runtime, place: SetEntry, key: PyObject): boolean {
    rt.charge(1);
    const candidate = retain(place.key);
    try {
      return truthOfResult(rt, rt.compare(candidate, key, "=="));
    } finally {
      release(candidate);
    }
  }

  /** Rebuilds with room for more than `minimum` keys, without dummies (set_table_resize). */
  resize(minimum: number): void {
    let slots = MINIMUM_SLOTS;
    while (slots <= minimum) slots *= 2;
    const old = this.places;
    this.places = new Array<Place>(slots).fill(null);
    this.mask = slots - 1;
    this.fill = this.used;
    for (const place of old) if (isEntry(place)) this.insertClean(place);
  }

  private insertClean(entry: SetEntry): void {
    let perturb = BigInt.asUintN(64, entry.hash);
    let i = Number(perturb & BigInt(this.mask));
    for (;;) {
      const last = i + LINEAR_PROBES <= this.mask ? i + LINEAR_PROBES : i;
      for (let p = i; p <= last; p++) {
        if (this.places[p] === null) {
          this.places[p] = entry;
          return;
        }
      }
      perturb >>= PERTURB_SHIFT;
      i = Number((BigInt(i * 5 + 1) + perturb) & BigInt(this.mask));
    }
  }

  /** Adds all keys of another table, retaining them (set_merge_lock_held). */
  merge(rt: Runtime, other: SetTable): void {
    if (other === this || other.used === 0) return;
    rt.charge(other.used);
    if ((this.fill + other.used) * 5 >= this.mask * 3) this.resize((this.used + other.used) * 2);
    if (this.fill === 0 && this.mask === other.mask && other.fill === other.used) {
      this.places = other.places.map((place) => {
        if (isEntry(place)) retain(place.key);
        return place;
      });
      this.fill = other.fill;
      this.used = other.used;
      return;
    }
    if (this.fill === 0) {
      for (const entry of other.entries(rt)) {
        retain(entry.key);
        this.insertClean(entry);
      }
      this.fill = other.used;
      this.used = other.used;
      return;
    }
    other.each(rt, ({ key, hash }) => {
      this.add(rt, key, hash);
    });
  }

  /** Exchanges contents, so that whoever walks either one sees what it has from now on. */
  exchange(other: SetTable): void {
    const { places, mask, fill, used, finger } = this;
    Object.assign(this, { places: other.places, mask: other.mask, fill: other.fill, used: other.used, finger: other.finger });
    Object.assign(other, { places, mask, fill, used, finger });
  }

  /**
   * Calls back with each entry until one answers false; false then. Guest code may run in between: the key is held, and what
   * it adds, removes or clears counts (set_next).
   */
  each(rt: Runtime, visit: (entry: SetEntry) => boolean | void): boolean {
    this.noteOrder(rt);
    rt.charge(this.places.length >> 5);
    for (let at = 0; at <= this.mask; at++) {
      const place = this.places[at];
      if (!isEntry(place)) continue;
      retain(place.key);
      try {
        if (visit(place) === false) return false;
      } finally {
        release(place.key);
      }
    }
    return true;
  }

  /** The entries in table order, as they are now. With a runtime the empty places are paid for too: there may be many. */
  entries(rt: Runtime | null = null): SetEntry[] {
    if (rt) this.noteOrder(rt);
    rt?.charge(this.places.length >> 5);
    return this.places.filter(isEntry);
  }

  /** The order of the places is about to matter. */
  noteOrder(rt: Runtime): void {
    if (!rt.heap.seedSeen && this.followsSeed()) rt.heap.seedSeen = true;
  }

  /** Whether the order of the places could differ under another seed. That of integers is always the same. */
  followsSeed(): boolean {
    return this.used > 1 && this.places.some((place) => isEntry(place) && place.key.type !== place.key.type.rt.types.int);
  }
}

export function isEntry(place: Place | undefined): place is SetEntry {
  return place !== null && place !== undefined && place !== DUMMY;
}

interface Run {
  start: number;
  length: number;
  power: number;
}

/** Wins in a row after which merging gallops. */
const MIN_GALLOP = 7;
/** Lists shorter than this are sorted by insertion alone. */
const MAX_MINRUN = 64;

/**
 * Python's merge sort, comparison for comparison (Objects/listsort.txt, listobject.c): natural runs extended by binary
 * insertion, merged by the powersort policy, with galloping. Keeps the order of equal items. References are only moved,
 * so an exception from a comparison leaves a permutation.
 */
export class Timsort<Key> {
  private readonly keys: Key[];
  /** Moved along with the keys; null when the keys are the values. */
  private readonly values: unknown[] | null;
  private readonly less: (left: Key, right: Key) => boolean;
  private readonly pending: Run[] = [];
  private minGallop = MIN_GALLOP;

  /** Equal neighbours may belong to a descending run. */
  private readonly equalRuns: boolean;

  constructor(keys: Key[], values: unknown[] | null, less: (left: Key, right: Key) => boolean, equalRuns: boolean) {
    this.equalRuns = equalRuns;
    this.keys = keys;
    this.values = values;
    this.less = less;
  }

  /** Sorts in place. Whatever `less` throws passes. */
  sort(): void {
    let left = this.keys.length;
    if (left < 2) return;
    const minimum = minimumRun(left);
    let low = 0;
    while (left > 0) {
      let length = this.countRun(low, left);
      if (length < minimum) {
        const forced = Math.min(left, minimum);
        this.binaryInsertion(low, low + forced, low + length);
        length = forced;
      }
      this.foundNewRun(length);
      this.pending.push({ start: low, length, power: 0 });
      low += length;
      left -= length;
    }
    while (this.pending.length > 1) {
      let n = this.pending.length - 2;
      if (n > 0 && this.pending[n - 1].length < this.pending[n + 1].length) n--;
      this.mergeAt(n);
    }
  }

  /** Length of the run at `low`, made ascending; equal neighbours belong to either direction (count_run). */
  private countRun(low: number, left: number): number {
    const { keys, less } = this;
    const end = low + left;
    let i = low + 1;
    while (i < end && !less(keys[i], keys[i - 1])) i++;
    if (i === end) return left;
    if (!this.equalRuns) {
      if (i > low + 1) return i - low;
      while (++i < end && less(keys[i], keys[i - 1]));
      this.reverse(low, i);
      return i - low;
    }
    if (i > low + 1) {
      if (less(keys[low], keys[i - 1])) return i - low;
      // All equal so far: reversing them now keeps their order when the whole run is reversed.
      this.reverse(low, i);
    }
    i++;
    let equals = 0;
    for (; i < end; i++) {
      if (less(keys[i], keys[i - 1])) {
        if (equals > 0) this.reverse(i - equals - 1, i);
        equals = 0;
      } else if (less(keys[i - 1], keys[i])) break;
      else equals++;
    }
    if (equals > 0) this.reverse(i - equals - 1, i);
    this.reverse(low, i);
    while (i < end && !less(keys[i], keys[i - 1])) i++;
    return i - low;
  }

  private reverse(low: number, high: number): void {
    for (const array of this.values ? [this.keys, this.values] : [this.keys]) {
      for (let i = low, j = high - 1; i < j; i++, j--) [array[i], array[j]] = [array[j], array[i]];
    }
  }

  /** Sorts [low, high) of which [low, start) is sorted already. */
  private binaryInsertion(low: number, high: number, start: number): void {
    const { keys, values, less } = this;
    for (let i = start; i < high; i++) {
      const pivot = keys[i];
      let left = low;
      let right = i;
      while (left < right) {
        const middle = left + ((right - left) >> 1);
        if (less(pivot, keys[middle])) right = middle;
        else left = middle + 1;
      }
      keys.copyWithin(left + 1, left, i);
      keys[left] = pivot;
      if (values) {
        const value = values[i];
        values.copyWithin(left + 1, left, i);
        values[left] = value;
      }
    }
  }

  /** Merges what powersort says is due before a run of this length is pushed (found_new_run). */
  private foundNewRun(length: number): void {
    const { pending } = this;
    if (pending.length === 0) return;
    const last = pending[pending.length - 1];
    const power = powerOf(last.start, last.length, length, this.keys.length);
    while (pending.length > 1 && pending[pending.length - 2].power > power) this.mergeAt(pending.length - 2);
    pending[pending.length - 1].power = power;
  }

  private mergeAt(n: number): void {
    const { keys, pending } = this;
    const first = pending[n];
    const second = pending[n + 1];
    let { start, length } = first;
    let otherLength = second.length;
    const otherStart = second.start;
    pending[n] = { start, length: length + otherLength, power: first.power };
    pending.splice(n + 1, 1);
    const skipped = this.gallopRight(keys[otherStart], keys, start, length, 0);
    start += skipped;
    length -= skipped;
    if (length === 0) return;
    otherLength = this.gallopLeft(keys[start + length - 1], keys, otherStart, otherLength, otherLength - 1);
    if (otherLength <= 0) return;
    if (length <= otherLength) this.mergeLow(start, length, otherStart, otherLength);
    else this.mergeHigh(start, length, otherStart, otherLength);
  }

  /** Where `key` goes in a sorted stretch, left of equal ones; `hint` is where to look first (gallop_left). */
  private gallopLeft(key: Key, array: readonly Key[], base: number, length: number, hint: number): number {
    const { less } = this;
    let last = 0;
    let offset = 1;
    if (less(array[base + hint], key)) {
      const most = length - hint;
      while (offset < most && less(array[base + hint + offset], key)) {
        last = offset;
        offset = offset * 2 + 1;
      }
      offset = Math.min(offset, most);
      last += hint;
      offset += hint;
    } else {
      const most = hint + 1;
      while (offset < most && !less(array[base + hint - offset], key)) {
        last = offset;
        offset = offset * 2 + 1;
      }
      offset = Math.min(offset, most);
      [last, offset] = [hint - offset, hint - last];
    }
    last++;
    while (last < offset) {
      const middle = last + ((offset - last) >> 1);
      if (less(array[base + middle], key)) last = middle + 1;
      else offset = middle;
    }
    return offset;
  }

  /** Where `key` goes in a sorted stretch, right of equal ones (gallop_right). */
  private gallopRight(key: Key, array: readonly Key[], base: number, length: number, hint: number): number {
    const { less } = this;
    let last = 0;
    let offset = 1;
    if (less(key, array[base + hint])) {
      const most = hint + 1;
      while (offset < most && less(key, array[base + hint - offset])) {
        last = offset;
        offset = offset * 2 + 1;
      }
      offset = Math.min(offset, most);
      [last, offset] = [hint - offset, hint - last];
    } else {
      const most = length - hint;
      while (offset < most && !less(key, array[base + hint + offset])) {
        last = offset;
        offset = offset * 2 + 1;
      }
      offset = Math.min(offset, most);
      last += hint;
      offset += hint;
    }
    last++;
    while (last < offset) {
      const middle = last + ((offset - last) >> 1);
      if (less(key, array[base + middle])) offset = middle;
      else last = middle + 1;
    }
    return offset;
  }

  /** Merges two neighbouring runs, the first the shorter: from the left, with the first one set aside (merge_lo). */
  private mergeLow(start: number, length: number, otherStart: number, otherLength: number): void {
    const { keys, values } = this;
    const side = { keys: keys.slice(start, start + length), values: values?.slice(start, start + length) };
    const at = { dest: start, a: 0, na: length, b: otherStart, nb: otherLength };
    const takeA = (count: number): void => {
      for (let i = 0; i < count; i++, at.a++, at.dest++) {
        keys[at.dest] = side.keys[at.a];
        if (values && side.values) values[at.dest] = side.values[at.a];
      }
      at.na -= count;
    };
    const takeB = (count: number): void => {
      keys.copyWithin(at.dest, at.b, at.b + count);
      values?.copyWithin(at.dest, at.b, at.b + count);
      at.b += count;
      at.dest += count;
      at.nb -= count;
    };
    takeB(1);
    try {
      if (at.nb > 0 && at.na > 1) this.mergeLowLoop(at, side.keys, takeA, takeB);
      if (at.na === 1) takeB(at.nb);
    } finally {
      takeA(at.na);
    }
  }

  private mergeLowLoop(at: { a: number; na: number; b: number; nb: number }, side: Key[], takeA: (count: number) => void, takeB: (count: number) => void): void {
    const { keys, less } = this;
    for (;;) {
      let winsA = 0;
      let winsB = 0;
      while (winsA < this.minGallop && winsB < this.minGallop) {
        if (less(keys[at.b], side[at.a])) {
          takeB(1);
          winsB++;
          winsA = 0;
          if (at.nb === 0) return;
        } else {
          takeA(1);
          winsA++;
          winsB = 0;
          if (at.na === 1) return;
        }
      }
      this.minGallop++;
      do {
        if (this.minGallop > 1) this.minGallop--;
        winsA = this.gallopRight(keys[at.b], side, at.a, at.na, 0);
        takeA(winsA);
        if (winsA > 0 && at.na <= 1) return;
        takeB(1);
        if (at.nb === 0) return;
        winsB = this.gallopLeft(side[at.a], keys, at.b, at.nb, 0);
        takeB(winsB);
        if (at.nb === 0) return;
        takeA(1);
        if (at.na === 1) return;
      } while (winsA >= MIN_GALLOP || winsB >= MIN_GALLOP);
      this.minGallop++;
    }
  }

  /** Merges two neighbouring runs, the second the shorter: from the right, with the second one set aside (merge_hi). */
  private mergeHigh(start: number, length: number, otherStart: number, otherLength: number): void {
    const { keys, values } = this;
    const end = otherStart + otherLength;
    const side = { keys: keys.slice(otherStart, end), values: values?.slice(otherStart, end) };
    // `dest`, `a` and `b` are the positions behind what comes next, from the right.
    const at = { dest: end, base: start, na: length, nb: otherLength };
    const takeA = (count: number): void => {
      const from = at.base + at.na - count;
      keys.copyWithin(at.dest - count, from, from + count);
      values?.copyWithin(at.dest - count, from, from + count);
      at.dest -= count;
      at.na -= count;
    };
    const takeB = (count: number): void => {
      for (let i = 0; i < count; i++) {
        at.dest--;
        at.nb--;
        keys[at.dest] = side.keys[at.nb];
        if (values && side.values) values[at.dest] = side.values[at.nb];
      }
    };
    takeA(1);
    try {
      if (at.na > 0 && at.nb > 1) this.mergeHighLoop(at, side.keys, takeA, takeB);
      if (at.nb === 1) takeA(at.na);
    } finally {
      takeB(at.nb);
    }
  }

  private mergeHighLoop(at: { base: number; na: number; nb: number }, side: Key[], takeA: (count: number) => void, takeB: (count: number) => void): void {
    const { keys, less } = this;
    for (;;) {
      let winsA = 0;
      let winsB = 0;
      while (winsA < this.minGallop && winsB < this.minGallop) {
        if (less(side[at.nb - 1], keys[at.base + at.na - 1])) {
          takeA(1);
          winsA++;
          winsB = 0;
          if (at.na === 0) return;
        } else {
          takeB(1);
          winsB++;
          winsA = 0;
          if (at.nb === 1) return;
        }
      }
      this.minGallop++;
      do {
        if (this.minGallop > 1) this.minGallop--;
        winsA = at.na - this.gallopRight(side[at.nb - 1], keys, at.base, at.na, at.na - 1);
        takeA(winsA);
        if (at.na === 0) return;
        takeB(1);
        if (at.nb === 1) return;
        winsB = at.nb - this.gallopLeft(keys[at.base + at.na - 1], side, 0, at.nb, at.nb - 1);
        takeB(winsB);
        if (winsB > 0 && at.nb <= 1) return;
        takeA(1);
        if (at.na === 0) return;
      } while (winsA >= MIN_GALLOP || winsB >= MIN_GALLOP);
      this.minGallop++;
    }
  }
}

/** Shorter runs are extended to this length, so that the number of runs is near a power of two (merge_compute_minrun). */
function minimumRun(length: number): number {
  let n = length;
  let odd = 0;
  while (n >= MAX_MINRUN) {
    odd |= n & 1;
    n >>= 1;
  }
  return n + odd;
}

/** The depth of the boundary between two runs in a balanced tree over the whole list (powerloop). */
function powerOf(start: number, length: number, nextLength: number, total: number): number {
  let a = 2 * start + length;
  let b = a + length + nextLength;
  let power = 0;
  for (;;) {
    power++;
    if (a >= total) {
      a -= total;
      b -= total;
    } else if (b >= total) return power;
    a *= 2;
    b *= 2;
  }
}

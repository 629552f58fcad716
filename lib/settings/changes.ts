/** Of each setting that changed, what it was and what it became. */
export type Changes = Readonly<Record<string, readonly [before: unknown, after: unknown]>>;

/** What differs between two sets of settings in the fields named; null where nothing does. */
export function changesOf<Name extends string>(before: Readonly<Record<Name, unknown>>, after: Readonly<Record<Name, unknown>>, names: readonly Name[]): Changes | null {
  const changed = names.filter((name) => before[name] !== after[name]);
  return changed.length === 0 ? null : Object.fromEntries(changed.map((name) => [name, [before[name], after[name]]]));
}

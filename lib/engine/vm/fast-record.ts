/** Records of machines that have ended, by what their names depend on, and how many names they have. */
const spare = new Map<string, object[]>();
const sizes = new Map<string, number>();

/**
 * Objects to which many names are added become hash tables in the host; one that serves as a prototype is laid out again
 * as a record, which reads several times faster.
 */
export function makeFast(kind: string, object: object): void {
  sizes.set(kind, Object.keys(object).length);
  function Holder(): void {}
  Holder.prototype = object;
  void new (Holder as unknown as new () => object)();
}

/**
 * A record of an ended machine, or an empty one. Where each machine had one of its own, each would have another layout:
 * code that reads them would be compiled for none, and V8 would keep whole machines alive by their layouts.
 */
export function takeRecord<T>(kind: string): Record<string, T> {
  return (spare.get(kind)?.pop() ?? Object.create(null)) as Record<string, T>;
}

/** Takes the record of a machine that is not used any more, and empties it. One that has got more names than others of its kind is of no use. */
export function giveBackRecord(kind: string, record: Record<string, unknown>): void {
  const names = Object.keys(record);
  if (names.length !== sizes.get(kind)) return;
  for (const name of names) record[name] = null;
  const records = spare.get(kind);
  if (records) records.push(record);
  else spare.set(kind, [record]);
}

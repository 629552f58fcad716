/**
 * Objects to which many names are added become hash tables in the host; one that serves as a prototype is laid out again
 * as a record, which reads several times faster.
 */
export function makeFast(object: object): void {
  function Holder(): void {}
  Holder.prototype = object;
  void new (Holder as unknown as new () => object)();
}

/** Rules of a version's free-threaded build (PEP 703); null where the version has none. */
export interface FreeThreading {
  /** What functions, classes, modules and code are: immortal from the first start of a thread on (3.13), or with deferred reference counting (3.14). */
  readonly sharedCode: "immortal-with-threads" | "deferred";
}

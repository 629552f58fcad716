/** How a version keeps the frames of calls, and what it tells of them. */
export interface FrameRules {
  /** `locals()` of a function gives the frame's one dict, or a new snapshot each call (PEP 667). */
  readonly locals: "shared-dict" | "snapshot";
  /** A call's frame is an object on the heap, or lies on the thread's stack of memory until someone asks for the object (3.11). */
  readonly allocation: "heap" | "stack";
  /** A call's arguments move from the caller's stack into the new frame (3.11), or stay there as well until it returns. */
  readonly arguments: "moved" | "copied";
  /** A frame that ends gives its variables up in this order. */
  readonly clearing: "first-local-first" | "last-local-first";
  /** A trace function is told of a line when the instruction before belonged to another, or where the code of a line begins (3.12). */
  readonly lineEvents: "by-instruction" | "by-line-start";
  /** `sys._current_exceptions()` gives type, exception and traceback of a thread, or the exception (3.12). */
  readonly currentExceptions: "triples" | "instances";
  /** Which events allow `frame.f_lineno = line`, and what is done for it. */
  readonly jumps: {
    /** By the frame's state and whether it has a trace function, or by the event that is told of (3.11). */
    readonly isKnownByFrame: boolean;
    /** Outside of a trace function it is refused as in a call's event, or as that (3.12). */
    readonly outside: "as-call" | "as-outside";
    /** In the call event of a generator that goes on it is allowed (3.12). */
    readonly fromResume: boolean;
    /** Unbound locals are bound to None, with a warning (3.12). */
    readonly bindsNone: boolean;
    /** In the return event of a yield: the generator goes on past the first instruction of the line, at it (3.13), or it goes there instead of yielding (3.14). */
    readonly afterYield: "past-first" | "at-first" | "instead";
  };
  /** A group that `except*` makes around a lone exception has a traceback (3.13). */
  readonly tracesMadeGroups: boolean;
  readonly recursionLimit: number;
  /** A call of a built-in function of one argument counts in the depth that is held against the limit (cfunction_vectorcall_O, up to 3.11). */
  readonly builtinsAddDepth: boolean;
}

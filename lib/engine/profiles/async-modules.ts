/** Rules of `asyncio` that differ between versions. */
export interface AsyncModules {
  /** Task groups, timeouts as blocks, runners, barriers and counted cancellation; no coroutines of the old kind (3.11). */
  readonly hasGroups: boolean;
  /** Tasks may begin at once, and loops may come from a factory (3.12). */
  readonly hasEager: boolean;
  /** `wait_for` runs what it awaits in the same task (3.12). */
  readonly waitsInBlock: boolean;
  /** A StopIteration cannot be the exception of a future, but its cause (3.12). */
  readonly stopIsChained: boolean;
  /** `as_completed` can be gone through by `async for` (3.13). */
  readonly completesAsynchronously: boolean;
  /** Taking the last request back undoes a cancellation that has not come yet (3.13). */
  readonly uncancelForgets: boolean;
  /** A condition's waiter that fails passes its notification on (3.13). */
  readonly conditionsPassOn: boolean;
  /** Timeouts show in the contexts of what else was raised (3.13). */
  readonly timeoutsMarkContexts: boolean;
  /** Task groups forget their errors and keep count of the parent's cancellations (3.13). */
  readonly groupsForget: boolean;
  /** `EventLoop` is a name of the default loop (3.13). */
  readonly hasLoopAlias: boolean;
  /** A task that is made with a name uses up no number for one of its own (3.13). */
  readonly namesWhenMade: boolean;
  /** Callbacks are shown with their arguments only while debugging (3.13). */
  readonly hidesArguments: boolean;
  /** Functions that tell who awaits whom (3.14). */
  readonly hasGraph: boolean;
  /** `run` takes any awaitable (3.14). */
  readonly runsAwaitables: boolean;
  /** Errors of what nobody awaits any more behind a shield are reported (3.14). */
  readonly shieldReports: boolean;
  /** Task groups can be cancelled (3.15). */
  readonly groupsCancel: boolean;
  /** What `get_event_loop` does in the main thread where no loop was set. */
  readonly loopsOnDemand: "silently" | "with-warning" | "never";
}

const in310: AsyncModules = {
  hasGroups: false, hasEager: false, waitsInBlock: false, stopIsChained: false,
  completesAsynchronously: false, uncancelForgets: false, conditionsPassOn: false, timeoutsMarkContexts: false,
  groupsForget: false, hasLoopAlias: false, namesWhenMade: false, hidesArguments: false, hasGraph: false, runsAwaitables: false, shieldReports: false, groupsCancel: false,
  loopsOnDemand: "silently",
};
const in311: AsyncModules = { ...in310, hasGroups: true };
const in312: AsyncModules = { ...in311, hasEager: true, waitsInBlock: true, stopIsChained: true, loopsOnDemand: "with-warning" };
const in313: AsyncModules = {
  ...in312, completesAsynchronously: true, uncancelForgets: true, conditionsPassOn: true,
  timeoutsMarkContexts: true, groupsForget: true, hasLoopAlias: true, namesWhenMade: true, hidesArguments: true,
};
const in314: AsyncModules = { ...in313, hasGraph: true, runsAwaitables: true, shieldReports: true, loopsOnDemand: "never" };
const in315: AsyncModules = { ...in314, groupsCancel: true };

/** By version. */
export const asyncModules = { "3.10": in310, "3.11": in311, "3.12": in312, "3.13": in313, "3.14": in314, "3.15": in315 } as const;

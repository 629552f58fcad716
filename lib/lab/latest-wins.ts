// One request at a time, for a worker that must keep what it has recorded: newer questions wait their turn instead of ending it.

/** Asks one after another. Of those that wait only the newest is asked; the others are answered with null. */
export function latestWins<Request, Reply>(ask: (request: Request) => Promise<Reply>): (request: Request) => Promise<Reply | null> {
  let busy = false;
  let waiting: { readonly request: Request; readonly settle: (reply: Promise<Reply> | null) => void } | null = null;
  const start = (request: Request): Promise<Reply> => {
    busy = true;
    return ask(request).finally(() => {
      busy = false;
      const next = waiting;
      waiting = null;
      next?.settle(start(next.request));
    });
  };
  return (request) => {
    if (!busy) return start(request);
    waiting?.settle(null);
    return new Promise((resolve) => {
      waiting = { request, settle: resolve };
    });
  };
}

/** Called once by Next before it serves: gives our server (lib/setup/serve.mjs) what it needs of the app's own code. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ libraryPages, takes }, { PageStore }, { readLibraryStamp }, { libraryChanges }] = await Promise.all([
    import("./lib/http/captured/library-pages.ts"),
    import("./lib/http/captured/page-store.ts"),
    import("./lib/content/data.ts"),
    import("./lib/content/changes.ts"),
  ]);
  const development = process.env.NODE_ENV === "development";
  const answer = libraryPages({
    store: development ? null : new PageStore({ stamp: readLibraryStamp, changes: libraryChanges, now: () => performance.now() }),
    https: process.env.NEXTAUTH_URL?.startsWith("https:") ?? false,
    development,
  });
  Object.assign(globalThis, { heapwisePages: { takes, answer } });
  // A build loads this file too, and has no database to look after.
  if (!("heapwiseServing" in globalThis)) return;
  const [{ startRounds }, { scheduleReproof }] = await Promise.all([import("./lib/rounds/actions.ts"), import("./lib/reproof/actions.ts")]);
  await startRounds();
  scheduleReproof();
}

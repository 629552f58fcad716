/** The first thing that Tab reaches. */
export function SkipLink() {
  return <a href="#main" className="sr-only focus:not-sr-only focus:fixed focus:left-3 focus:top-3 focus:z-20 focus:rounded-lg focus:bg-surface focus:px-4 focus:py-3">Skip to the content</a>;
}

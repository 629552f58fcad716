const link = "inline-flex min-h-14 min-w-11 items-center px-2.5 text-ink-2 hover:text-ink sm:px-3";

/** The header of a page that knows neither who reads nor where it stands. Whole loads: only those come from the device. */
export function PlainHeader() {
  return (
    <header className="border-b border-line">
      <div className="mx-auto flex max-w-5xl flex-wrap items-center px-4 sm:px-6">
        <a href="/" className="inline-flex min-h-14 min-w-11 items-center font-bold tracking-tight">Heapwise</a>
        <nav aria-label="Main" className="-mr-2 ml-auto flex flex-wrap justify-end text-[0.95rem] sm:-mr-3">
          <a className={link} href="/review">Review</a>
          <a className={link} href="/library">Library</a>
          <a className={link} href="/play">Playground</a>
        </nav>
      </div>
    </header>
  );
}

import Link from "next/link";

const link = "inline-flex min-h-11 items-center underline-offset-4 hover:text-ink hover:underline";

/** The same on every page, with what the header has no room for on a narrow screen. */
export function SiteFooter({ signedIn, author }: { readonly signedIn: boolean; readonly author: boolean }) {
  return (
    <footer className="mt-auto border-t border-line">
      <div className="mx-auto flex max-w-5xl in-[body:has(main[data-width=full])]:max-w-[100rem] flex-wrap items-center gap-x-6 px-4 py-3 text-sm text-ink-2 sm:px-6">
        <p>Heapwise. Free software under the MIT licence.</p>
        <nav aria-label="More" className="flex flex-wrap gap-x-6 sm:ml-auto">
          {signedIn && <Link prefetch={false} className={`${link} sm:hidden`} href="/progress">Progress</Link>}
          {author && <Link prefetch={false} className={link} href="/studio">Studio</Link>}
          <a className={link} href="/library">Library</a>
          <Link prefetch={false} className={link} href="/play">Playground</Link>
          <a className={link} href="/library/glossary">Glossary</a>
          <a className={link} href="/library/scheduling">Scheduling</a>
          <Link prefetch={false} className={link} href="/settings">Colours and keys</Link>
        </nav>
      </div>
    </footer>
  );
}

/** A page as it is sent. */
export interface StoredPage {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
  /** The same, packed. */
  readonly gzip: Buffer;
  readonly etag: string;
}

interface Entry {
  readonly stamp: string;
  readonly page: StoredPage;
}

interface PageStoreOptions {
  /** Differs whenever something was published, in any process. */
  readonly stamp: () => Promise<string>;
  /** Counts what this process published itself: a new count makes it ask for the stamp at once. */
  readonly changes?: () => number;
  /** Milliseconds, of any clock that goes on evenly. */
  readonly now: () => number;
  /** How long a stamp is believed. */
  readonly stampForMs?: number;
  readonly bytesAtMost?: number;
}

/**
 * Finished pages of one state of the library. A page that was made before something was published is never given out once
 * the stamp was asked for again, which happens with the first request that comes `stampForMs` after the last time.
 */
export class PageStore {
  private readonly options: Required<PageStoreOptions>;
  private readonly entries = new Map<string, Entry>();
  private readonly renders = new Map<string, Promise<StoredPage>>();
  private bytes = 0;
  private asked: { readonly at: number; readonly changes: number; readonly stamp: Promise<string> } | null = null;

  constructor(options: PageStoreOptions) {
    this.options = { stampForMs: 2_000, changes: () => 0, bytesAtMost: 96 * 1024 * 1024, ...options };
  }

  /** The page under a key: a stored one, or one that `render` makes, once for all who wait for it. Kept if its status is 200. */
  async get(key: string, render: () => Promise<StoredPage>): Promise<StoredPage> {
    const known = this.entries.get(key);
    const stamp = await this.currentStamp().catch(() => null);
    // The database is busy or gone: what was true a moment ago is better than nothing.
    if (known !== undefined && (stamp === null || known.stamp === stamp)) return this.used(key, known);
    const turn = `${stamp} ${key}`;
    const running = this.renders.get(turn) ?? this.renderFor(key, turn, stamp, render);
    return running;
  }

  /** How much is kept. */
  get size(): { readonly pages: number; readonly bytes: number } {
    return { pages: this.entries.size, bytes: this.bytes };
  }

  private renderFor(key: string, turn: string, stamp: string | null, render: () => Promise<StoredPage>): Promise<StoredPage> {
    const running = render()
      .then((page) => {
        // The stamp is from before the render: what was published meanwhile makes the page old, not lost.
        if (page.status === 200 && stamp !== null) this.keep(key, { stamp, page });
        return page;
      })
      .finally(() => this.renders.delete(turn));
    this.renders.set(turn, running);
    return running;
  }

  private currentStamp(): Promise<string> {
    const [at, changes] = [this.options.now(), this.options.changes()];
    if (this.asked === null || at - this.asked.at >= this.options.stampForMs || changes !== this.asked.changes) this.asked = { at, changes, stamp: this.options.stamp() };
    return this.asked.stamp;
  }

  /** Moves a page to the end: the first of the map is the one that was not asked for the longest. */
  private used(key: string, entry: Entry): StoredPage {
    this.entries.delete(key);
    this.entries.set(key, entry);
    return entry.page;
  }

  private keep(key: string, entry: Entry): void {
    this.drop(key);
    this.entries.set(key, entry);
    this.bytes += sizeOf(entry);
    for (const oldest of this.entries.keys()) {
      if (this.bytes <= this.options.bytesAtMost) break;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    const entry = this.entries.get(key);
    if (entry === undefined) return;
    this.entries.delete(key);
    this.bytes -= sizeOf(entry);
  }
}

const sizeOf = ({ page }: Entry): number => page.body.length + page.gzip.length;

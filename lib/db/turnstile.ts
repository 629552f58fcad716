/** Lets one through at a time, in the order of arrival. */
export class Turnstile {
  #last: Promise<void> = Promise.resolve();

  /** Waits for one's turn; the next one waits until the returned function is called (calling it again does nothing). */
  async enter(): Promise<() => void> {
    let leave!: () => void;
    const gone = new Promise<void>((resolve) => {
      leave = resolve;
    });
    const before = this.#last;
    this.#last = gone;
    await before;
    return leave;
  }
}

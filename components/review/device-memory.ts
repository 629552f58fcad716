/** A short text that this browser remembers; null where it remembers none, or nothing at all. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`heapwise.${name}`);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** Has this browser remember a short text. Does nothing where storage is full or switched off: no name stands for something that may not be lost. */
export function remember(name: string, text: string): void {
  try {
    localStorage.setItem(`heapwise.${name}`, text);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

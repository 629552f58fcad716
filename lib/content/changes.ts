// On globalThis: Next bundles this module several times.
const holder = globalThis as { heapwiseLibraryChanges?: number };

/** Says that this process has just written what readers of the library see: what it keeps of the library is to be asked for anew. */
export function noteLibraryChange(): void {
  holder.heapwiseLibraryChanges = libraryChanges() + 1;
}

/** How many changes this process has made. */
export const libraryChanges = (): number => holder.heapwiseLibraryChanges ?? 0;

/** What ends each helper of this thread. */
const ends = new Set<() => void>();

/** Notes how a helper is ended; gives what forgets it. */
export function running(end: () => void): () => void {
  ends.add(end);
  return () => void ends.delete(end);
}

/** Ends every helper of this thread: their file was given up. */
export function endHelpers(): void {
  for (const end of ends) end();
  ends.clear();
}

import type { Store } from "../store/index.ts";
import { inStore } from "./database.ts";

/**
 * Opens the database for a decision that changes which values count or whose they are; afterwards the documents concerned are compared
 * with the others anew. Where an unfinished run left more to compare, the next run does it all.
 */
export async function deciding(path: string, work: (store: Store) => Promise<void>): Promise<void> {
  const { uncomparedReadings } = await import("../store/index.ts");
  await inStore(path, {}, async (store) => {
    const unfinished = uncomparedReadings(store).length > 0;
    await work(store);
    if (unfinished) return;
    const { compareDocuments } = await import("../batch/compare-documents.ts");
    compareDocuments(store);
  });
}

import type { Skipped, SkipReason } from "../batch/walk.ts";
import { messages } from "./language.ts";

/** What of the folders was not read, counted by why; empty where nothing was left out. */
export function skippedLine(skipped: readonly Skipped[]): string {
  if (skipped.length === 0) return "";
  const counts = new Map<SkipReason, number>();
  for (const { why } of skipped) counts.set(why, (counts.get(why) ?? 0) + 1);
  const reasons = [...counts].map(([why, n]) => `${messages.ingest.skipReason[why]} ${n}`);
  return messages.ingest.skipped(skipped.length, reasons.join(", "));
}

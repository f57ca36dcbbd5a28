import { clearOfficeFolders } from "../lib/helper/office-folders.ts";
import { messages } from "./language.ts";
import { say } from "./print.ts";

/** What a run that was killed left behind is taken away, and said to be. */
export function tellLeftovers(): void {
  const left = clearOfficeFolders().length;
  if (left > 0) say(messages.leftovers(left));
}

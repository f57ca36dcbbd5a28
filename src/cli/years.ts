import { InvalidArgumentError } from "commander";
import { messages } from "./language.ts";

/** `2019-2024`, `2024`: first and last year, both included. */
export interface Years {
  readonly from: number;
  readonly to: number;
}

/** An option's value as years. */
export function years(text: string): Years {
  const [, from, to = from] = /^((?:19|20)\d\d)(?:[-–—~至]((?:19|20)\d\d))?$/u.exec(text.trim()) ?? [];
  if (from === undefined || Number(from) > Number(to)) throw new InvalidArgumentError(messages.panel.badYears);
  return { from: Number(from), to: Number(to) };
}

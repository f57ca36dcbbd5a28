import { InvalidArgumentError } from "commander";
import { messages } from "./language.ts";

/** An option's value as a whole number from 1. */
export const positive = (text: string): number => {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 1) throw new InvalidArgumentError(messages.usageError.positive);
  return n;
};

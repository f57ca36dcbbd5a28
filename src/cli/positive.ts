import { InvalidArgumentError } from "commander";
import { messages } from "./language.ts";

/** An option's value as a whole number from 1. */
export const positive = (text: string): number => {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 1) throw new InvalidArgumentError(messages.usageError.positive);
  return n;
};

/** An option's value as a whole number from 0. */
export const wholeNumber = (text: string): number => {
  const n = Number(text);
  if (text.trim() === "" || !Number.isSafeInteger(n) || n < 0)
    throw new InvalidArgumentError(messages.usageError.wholeNumber);
  return n;
};

/** As `wholeNumber`, with an end. */
export const wholeNumberUpTo =
  (most: number) =>
  (text: string): number => {
    const n = wholeNumber(text);
    if (n > most) throw new InvalidArgumentError(messages.usageError.atMost(most));
    return n;
  };

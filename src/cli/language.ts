import { en } from "./messages/en.ts";
import { type Messages, zh } from "./messages/zh.ts";

/** The language of the messages: English where the locale says so, else Chinese. */
export function messagesFor(environment: Readonly<Record<string, string | undefined>>): Messages {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return /^en/i.test(locale) ? en : zh;
}

/** The messages of this process. */
export const messages: Messages = messagesFor(process.env);
/** Which of the two, for texts that are data (the claims of the rules). */
export const language: "zh" | "en" = messages === en ? "en" : "zh";

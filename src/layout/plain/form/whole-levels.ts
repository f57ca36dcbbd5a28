import { LEVEL1, LEVEL2 } from "../../../../schemas/forms/performance/levels.ts";
import { joined, type Word } from "./words.ts";

/** A level's name is broken over so many lines at most. */
const LEVEL_LINES = 4;
const LEVELS: ReadonlySet<string> = new Set([...LEVEL1, ...LEVEL2].filter((name) => name.endsWith("指标")));

/** 可持续影⏎响指标, 服务对象⏎满意度指⏎标: the name of a level that a narrow cell broke over lines is one word again. */
export function wholeLevels(words: readonly Word[]): Word[] {
  const out: Word[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    let lines = 1;
    if (!LEVELS.has(word.text))
      for (let [k, name] = [i + 1, word.text]; k < Math.min(words.length, i + LEVEL_LINES); k++) {
        const next = words[k]!;
        if (next.line === words[k - 1]!.line || (next.blanks ?? 0) > 0) break;
        name += next.text;
        if (LEVELS.has(name) && words[k + 1]?.line !== next.line && words[i - 1]?.line !== word.line) lines = k + 1 - i;
      }
    out.push(lines === 1 ? word : { ...word, text: joined(words.slice(i, i + lines)) });
    i += lines - 1;
  }
  return out;
}

import { raised } from "../../lib/note-marks.ts";

/** Circled digits 1–20. */
const CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
const CIRCLE = /^[○◯〇Oo]$/u;

/**
 * What an EQ field prints: `\\f(1,2)` is 1/2, `\\s\\up5(2)` stands above the line, `\\o\\ac(○,1)` is a circled 1 (ECMA-376 part 1, 17.16.5.17).
 * Empty for any other field.
 */
export function equationText(instruction: string): string {
  const body = /^\s*eq\s+(.*)$/is.exec(instruction)?.[1];
  return body === undefined ? "" : textOf(body).trim();
}

function textOf(source: string): string {
  let out = "";
  for (let i = 0; i < source.length; i++) {
    if (source[i] !== "\\") {
      out += source[i];
      continue;
    }
    const command = /^\\([a-z]+)(?:\s*\\[a-z]{1,3}-?\d*)*\s*(?=\()/i.exec(source.slice(i));
    if (!command) {
      i++;
      out += source[i] ?? "";
      continue;
    }
    const start = i + command[0].length;
    const end = closing(source, start);
    out += printed(command[1]!.toLowerCase(), command[0], argumentsOf(source.slice(start + 1, end)));
    i = end;
  }
  return out;
}

function printed(command: string, options: string, parts: readonly string[]): string {
  const texts = parts.map((part) => textOf(part.trim()));
  if (command === "f" && texts.length === 2) return `${texts[0]}/${texts[1]}`;
  if (command === "s" && /\\up/i.test(options)) return raised(texts.join(""));
  if (command === "o") {
    const inside = texts.filter((text) => !CIRCLE.test(text)).join("");
    const circled = texts.length > 1 && texts.some((text) => CIRCLE.test(text));
    return (circled ? CIRCLED[Number(inside) - 1] : undefined) ?? inside;
  }
  return texts.join(command === "l" || command === "a" ? " " : "");
}

/** Where the bracket opened at `start` closes. */
function closing(source: string, start: number): number {
  let depth = 0;
  for (let i = start; i < source.length; i++) {
    if (source[i] === "\\") i++;
    else if (source[i] === "(") depth++;
    else if (source[i] === ")" && --depth === 0) return i;
  }
  return source.length;
}

/** The arguments between brackets, parted by commas or semicolons of their own level. */
function argumentsOf(inside: string): string[] {
  const parts = [""];
  let depth = 0;
  for (let i = 0; i < inside.length; i++) {
    const c = inside[i]!;
    if (c === "\\") parts[parts.length - 1] += c + (inside[++i] ?? "");
    else if (depth === 0 && (c === "," || c === ";" || c === "，")) parts.push("");
    else {
      if (c === "(") depth++;
      if (c === ")") depth--;
      parts[parts.length - 1] += c;
    }
  }
  return parts;
}

import { z } from "zod";

const code = (text: string): string => `\`${text}\``;
const WORDS: Readonly<Record<string, readonly [string, string]>> = {
  string: ["文本", "text"],
  number: ["数", "number"],
  integer: ["整数", "integer"],
  boolean: ["是否", "yes or no"],
  array: ["列表", "list"],
  object: ["对象", "object"],
};

/** Language of a dictionary. */
export type Language = "zh" | "en";

/** A field's type in words: `文本，可空`, `decimal, optional`. Read off its JSON Schema, so that it cannot drift. */
export function typeOf(type: z.ZodType, language: Language): string {
  const at = language === "zh" ? 0 : 1;
  const optional = type.safeParse(undefined).success;
  const nullable = type.safeParse(null).success;
  const words = [wordOf(z.toJSONSchema(type) as JsonType, at)];
  if (nullable) words.push(["可空", "or null"][at]!);
  if (optional) words.push(["可缺", "may be absent"][at]!);
  return words.join(at === 0 ? "，" : ", ");
}

interface JsonType {
  readonly type?: string;
  readonly const?: string | boolean;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly anyOf?: readonly JsonType[];
  readonly $ref?: string;
  readonly items?: JsonType;
}

function wordOf(json: JsonType, at: number): string {
  const one = json.anyOf?.filter((part) => part.type !== "null");
  if (one?.length === 1) return wordOf(one[0]!, at);
  if (json.$ref) return code(json.$ref.replace("#/$defs/", ""));
  if (json.const !== undefined) return code(String(json.const));
  if (json.enum) return json.enum.length > 7 ? code(["枚举", "enumeration"][at]!) : json.enum.map(code).join(" ");
  if (json.pattern?.startsWith("^-?\\d+")) return ["十进制数", "decimal as text"][at]!;
  if (json.type === "array" && json.items && Object.keys(json.items).length > 0)
    return `${WORDS.array![at]}${at === 0 ? "：" : " of "}${wordOf(json.items, at)}`;
  return WORDS[json.type ?? "object"]?.[at] ?? WORDS.object![at]!;
}

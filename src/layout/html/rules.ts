import type { HtmlElement } from "./nodes.ts";

/** One simple selector chain: `td`, `.old`, `#menu`, `[hidden]`. */
interface Compound {
  readonly tag: string | null;
  readonly classes: readonly string[];
  readonly id: string | null;
  readonly attributes: readonly { readonly name: string; readonly value: string | null }[];
}
interface Step {
  readonly compound: Compound;
  /** How the compound before it must stand: anywhere above, or right above. */
  readonly above: " " | ">";
}
interface Rule {
  /** From the element outwards. */
  readonly steps: readonly Step[];
  readonly weight: number;
  readonly pseudo: "before" | "after" | null;
  readonly declarations: ReadonlyMap<string, Declaration>;
}
interface Declaration {
  readonly value: string;
  readonly important: boolean;
}

/** The page's own style sheets, indexed by the rarest part of what each rule is about. */
export type Rules = ReadonlyMap<string, readonly Rule[]>;

/** An attribute's value; undefined where the element has none. */
export const attribute = (element: HtmlElement, name: string): string | undefined =>
  element.attrs.find((a) => a.name === name)?.value;

/** How far above an element the parts of a selector are looked for. */
const CLIMB = 60;

/** Reads style sheets as a screen shows them; rules for paper, @page and selectors of states or siblings are left out. */
export function readRules(sheets: readonly string[]): Rules {
  const rules = new Map<string, Rule[]>();
  for (const sheet of sheets) readSheet(withoutComments(sheet), rules, 0);
  return rules;
}

/** Blocks inside blocks are followed so far. */
const DEPTH_LIMIT = 4;

function readSheet(css: string, rules: Map<string, Rule[]>, nesting: number): void {
  let depth = 0;
  let start = 0;
  let selector = "";
  for (let i = 0; i < css.length; i++) {
    if (css[i] === ";" && depth === 0) start = i + 1;
    else if (css[i] === "{") {
      if (depth++ === 0) selector = css.slice(start, i).trim();
      if (depth === 1) start = i + 1;
    } else if (css[i] === "}" && depth > 0 && --depth === 0) {
      const body = css.slice(start, i);
      if (!selector.startsWith("@")) addRule(rules, selector, body);
      else if (/^@media\s+(?:only\s+)?(?:all|screen)\s*$/i.test(selector) && nesting < DEPTH_LIMIT)
        readSheet(body, rules, nesting + 1);
      start = i + 1;
    }
  }
}

/** Each piece after a `/*` counts from its end mark on. */
const withoutComments = (sheet: string): string =>
  sheet
    .split("/*")
    .map((piece, i) => (i === 0 ? piece : piece.includes("*/") ? piece.slice(piece.indexOf("*/") + 2) : ""))
    .join("")
    .replace(/<!--|-->/g, "");

function addRule(rules: Map<string, Rule[]>, selectors: string, body: string): void {
  const declarations = declarationsOf(body);
  for (const selector of selectors.split(",")) {
    const [, plain = "", pseudo] = /^(.*?)(?:::?(before|after))?$/is.exec(selector.trim()) ?? [];
    const steps = stepsOf(plain.trim());
    const own = steps?.[0]?.compound;
    if (!steps || !own) continue;
    const weight = steps.reduce(
      (sum, { compound: c }) =>
        sum + (c.id === null ? 0 : 100) + (c.classes.length + c.attributes.length) * 10 + (c.tag === null ? 0 : 1),
      0,
    );
    const key = own.id !== null ? `#${own.id}` : own.classes.length > 0 ? `.${own.classes[0]}` : (own.tag ?? "*");
    const list = rules.get(key) ?? [];
    rules.set(key, list);
    list.push({ steps, weight, declarations, pseudo: (pseudo?.toLowerCase() as "before" | "after") ?? null });
  }
}

/** The compounds of a selector from the last to the first; null for one that is not understood. */
function stepsOf(selector: string): Step[] | null {
  const parts = selector.replace(/\s*>\s*/g, " > ").split(/\s+/);
  const steps: Step[] = [];
  let above: " " | ">" = " ";
  for (const part of parts) {
    if (part === ">") {
      above = ">";
      continue;
    }
    const match = /^(\*|[a-z][\w-]*)?((?:[.#][\w-]+|\[[\w-]+(?:=["']?[^"'\]]*["']?)?\])*)$/i.exec(part);
    if (!match || part === "") return null;
    const pieces = match[2]!.match(/[.#][\w-]+|\[[^\]]*\]/g) ?? [];
    const compound: Compound = {
      tag: match[1] === undefined || match[1] === "*" ? null : match[1].toLowerCase(),
      classes: pieces.filter((p) => p.startsWith(".")).map((p) => p.slice(1)),
      id: pieces.find((p) => p.startsWith("#"))?.slice(1) ?? null,
      attributes: pieces
        .filter((p) => p.startsWith("["))
        .map((p) => {
          const [, name = "", value] = /^\[([\w-]+)(?:=["']?([^"'\]]*)["']?)?\]$/.exec(p) ?? [];
          return { name: name.toLowerCase(), value: value ?? null };
        }),
    };
    steps.unshift({ compound, above });
    above = " ";
  }
  return steps;
}

/** `color: red; display: none !important` by name; the last of a name counts. */
export function declarationsOf(body: string): Map<string, Declaration> {
  const found = new Map<string, Declaration>();
  for (const part of body.split(";")) {
    const colon = part.indexOf(":");
    if (colon < 1) continue;
    const written = part.slice(colon + 1);
    const name = part.slice(0, colon).trim().toLowerCase();
    const value = written.replace(/!\s*important/i, "").trim();
    found.set(name, {
      value: name === "content" ? value : value.toLowerCase(),
      important: /!\s*important/i.test(written),
    });
  }
  return found;
}

/** What the sheets and the element itself declare, in the order in which it counts. */
export function declarations(element: HtmlElement, rules: Rules): (readonly [string, string])[] {
  const sheets = matching(element, rules).filter(({ pseudo }) => pseudo === null);
  const all = [...sheets.map((rule) => rule.declarations), declarationsOf(attribute(element, "style") ?? "")];
  const listed = all.flatMap((some) => [...some]);
  return [...listed.filter(([, d]) => !d.important), ...listed.filter(([, d]) => d.important)].map(
    ([name, { value }]) => [name, value] as const,
  );
}

/** What the sheets and the element itself declare of a property; undefined where neither does. */
export const declared = (element: HtmlElement, name: string, rules: Rules): string | undefined =>
  declarations(element, rules).findLast(([property]) => property === name)?.[1];

/** What a sheet prints before or after an element's content (`content: "万元"`); blank where it is anything but words. */
export function generated(element: HtmlElement, place: "before" | "after", rules: Rules): string {
  const content = matching(element, rules)
    .filter(({ pseudo }) => pseudo === place)
    .map((rule) => rule.declarations)
    .filter((some) => some.get("display")?.value !== "none")
    .findLast((some) => some.has("content"))
    ?.get("content")?.value;
  const words = /^(["'])([^"'\\]*)\1$/.exec(content ?? "")?.[2] ?? "";
  return /[\ue000-\uf8ff]/.test(words) ? "" : words;
}

function matching(element: HtmlElement, rules: Rules): Rule[] {
  if (rules.size === 0) return [];
  const id = attribute(element, "id");
  const keys = [
    element.tagName,
    "*",
    ...classesOf(element).map((c) => `.${c}`),
    ...(id === undefined ? [] : [`#${id}`]),
  ];
  return keys
    .flatMap((key) => rules.get(key) ?? [])
    .filter((rule) => stands(element, rule.steps, 0))
    .sort((a, b) => a.weight - b.weight);
}

/** Whether the element, and what stands above it, are what a selector asks for from `at` on. */
function stands(element: HtmlElement, steps: readonly Step[], at: number): boolean {
  const step = steps[at]!;
  if (!isSuch(element, step.compound)) return false;
  if (at + 1 === steps.length) return true;
  let above = element.parentNode;
  for (let i = 0; i < CLIMB && above && "tagName" in above; i++, above = above.parentNode) {
    if (stands(above, steps, at + 1)) return true;
    if (step.above === ">") return false;
  }
  return false;
}

const isSuch = (element: HtmlElement, { tag, id, classes, attributes }: Compound): boolean => {
  const own = classes.length === 0 ? [] : classesOf(element);
  return (
    (tag === null || tag === element.tagName) &&
    (id === null || id === attribute(element, "id")) &&
    classes.every((c) => own.includes(c)) &&
    attributes.every(({ name, value }) => {
      const is = attribute(element, name);
      return is !== undefined && (value === null || value === is);
    })
  );
};

const classesOf = (element: HtmlElement): string[] =>
  (attribute(element, "class") ?? "").split(/\s+/).filter((c) => c !== "");

import type { Child } from "hono/jsx";
import type { Language, Words } from "../words.ts";

/** What every page is made with. */
export interface Setting {
  readonly language: Language;
  readonly words: Words;
  /** Path and question of the page asked for. */
  readonly address: URL;
  /** Null where the pages only show. */
  readonly review: { readonly author: string; readonly token: string } | null;
}

/** An address with some parameters set, others (undefined) gone. */
export function addressWith(address: URL, change: Readonly<Record<string, string | undefined>>): string {
  const next = new URL(address);
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) next.searchParams.delete(name);
    else next.searchParams.set(name, value);
  }
  return `${next.pathname}${next.search}`;
}

/** A link within the pages that keeps the language chosen in the address. */
export function local(
  { address }: Setting,
  path: string,
  params: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const given = Object.entries({ ...params, lang: address.searchParams.get("lang") ?? undefined });
  const query = new URLSearchParams(
    given.flatMap(([k, v]) => (v === undefined ? [] : [[k, String(v)] as [string, string]])),
  );
  return query.size > 0 ? `${path}?${query}` : path;
}

const NAV = ["documents", "findings", "panel", "entities", "search"] as const;

/** The frame of a page. `scripts`: browser modules it uses; without them it still works. */
export function Frame({
  setting,
  title,
  scripts = [],
  children,
}: {
  readonly setting: Setting;
  readonly title: string;
  readonly scripts?: readonly string[];
  readonly children?: Child;
}) {
  const { words, language, address } = setting;
  const here = (path: string): "page" | undefined => (address.pathname === path ? "page" : undefined);
  return (
    <html lang={language === "zh" ? "zh-CN" : "en"}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${words.name}`}</title>
        <link rel="stylesheet" href="/static/style.css" />
        <link rel="icon" href="/static/icon.svg" type="image/svg+xml" />
        {scripts.map((name) => (
          <script type="module" src={`/static/${name}.js`} />
        ))}
      </head>
      <body>
        <a class="skip" href="#content">
          {words.skip}
        </a>
        <header>
          <nav aria-label={words.name}>
            <a class="brand" href={local(setting, "/")} aria-current={here("/")}>
              {words.name}
            </a>
            {NAV.map((name) => (
              <a href={local(setting, `/${name}`)} aria-current={here(`/${name}`)}>
                {words.nav[name]}
              </a>
            ))}
            <a
              class="lang"
              lang={language === "zh" ? "en" : "zh-CN"}
              href={addressWith(address, { lang: language === "zh" ? "en" : "zh" })}
            >
              {words.other}
            </a>
          </nav>
        </header>
        <main id="content" tabindex={-1}>
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
  );
}

/** What may be wider than the window: scrolled by itself, by keys too. */
export function Scroll({ label, children }: { readonly label: string; readonly children?: Child }) {
  return (
    <section class="scroll" tabindex={0} aria-label={label}>
      {children}
    </section>
  );
}

/** One field of a form that asks. */
export function Field({
  label,
  name,
  value,
  type = "text",
  options,
}: {
  readonly label: string;
  readonly name: string;
  readonly value: string | undefined;
  readonly type?: "text" | "number";
  readonly options?: readonly (readonly [value: string, shown: string])[];
}) {
  return (
    <label class="field" for={`ask-${name}`}>
      <span>{label}</span>
      {options ? (
        <select id={`ask-${name}`} name={name}>
          {options.map(([v, shown]) => (
            <option value={v} selected={v === (value ?? "")}>
              {shown}
            </option>
          ))}
        </select>
      ) : (
        <input id={`ask-${name}`} name={name} type={type} value={value ?? ""} />
      )}
    </label>
  );
}

/** A form whose fields become the address. */
export function Ask({
  setting,
  action,
  button,
  children,
}: {
  readonly setting: Setting;
  readonly action: string;
  readonly button: string;
  readonly children?: Child;
}) {
  const lang = setting.address.searchParams.get("lang");
  return (
    <form class="ask" method="get" action={action}>
      {lang && <input type="hidden" name="lang" value={lang} />}
      {children}
      <button type="submit">{button}</button>
    </form>
  );
}

/** The same rows as files, and the next page of a list. */
export function Ends({
  setting,
  path,
  next,
}: {
  readonly setting: Setting;
  readonly path: string;
  readonly next?: string | null;
}) {
  const { words, address } = setting;
  const query = new URLSearchParams(address.searchParams);
  for (const own of ["lang", "cursor", "plot", "against"]) query.delete(own);
  for (const [name, value] of [...query]) if (value === "") query.delete(name);
  const question = query.size > 0 ? `?${query}` : "";
  return (
    <p class="ends">
      {next && <a href={addressWith(address, { cursor: next })}>{words.next}</a>}
      <span>
        {words.take}
        {["csv", "xlsx", "parquet", "ndjson"].map((ending) => (
          <a href={`/api/v1/${path}.${ending}${question}`}>{ending.toUpperCase()}</a>
        ))}
        <a href={`/api/v1/${path}${question}`}>JSON</a>
      </span>
    </p>
  );
}

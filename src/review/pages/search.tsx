import type { AnswerOf } from "../../questions/index.ts";
import { Ask, Field, Frame, local, type Setting } from "./layout.tsx";

/** Pages on which words stand, each with a small picture. `answer` null: nothing was asked yet. */
export function Search({ setting, answer }: { readonly setting: Setting; readonly answer: AnswerOf<"search"> | null }) {
  const { words, address } = setting;
  const asked = (name: string): string | undefined => address.searchParams.get(name) ?? undefined;
  return (
    <Frame setting={setting} title={words.nav.search}>
      <Ask setting={setting} action="/search" button={words.find}>
        <Field label={words.find} name="words" value={asked("words")} />
        <Field label={words.entity} name="entity" value={asked("entity")} />
        <Field label={words.year} name="fiscal_year" type="number" value={asked("fiscal_year")} />
      </Ask>
      {answer && (
        <>
          <p>{words.hits(answer.pages, answer.rows.length)}</p>
          <ul class="hits">
            {answer.rows.map(({ sha256, file, entity, fiscalYear, page, snippet, marks }) => (
              <li>
                <img
                  src={`/documents/${sha256}/pages/${page}.png?dpi=24`}
                  alt=""
                  loading="lazy"
                  width="99"
                  height="140"
                />
                <div>
                  <a href={local(setting, `/documents/${sha256}`, { page })}>
                    {entity ?? file} {fiscalYear} {words.goto} {page}
                  </a>
                  <p>{pieces(snippet, marks).map(([text, marked]) => (marked ? <mark>{text}</mark> : text))}</p>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </Frame>
  );
}

function pieces(text: string, marks: readonly (readonly number[])[]): [string, boolean][] {
  const parts: [string, boolean][] = [];
  let at = 0;
  for (const [from, to] of marks as [number, number][]) {
    if (from < at) continue;
    parts.push([text.slice(at, from), false], [text.slice(from, to), true]);
    at = to;
  }
  parts.push([text.slice(at), false]);
  return parts;
}

/** What is wrong with a request, with the search box. */
export function Failed({
  setting,
  status,
  detail,
  allowed,
}: {
  readonly setting: Setting;
  readonly status: number;
  readonly detail: string;
  readonly allowed: readonly string[];
}) {
  const { words } = setting;
  return (
    <Frame setting={setting} title={words.errors[status] ?? words.errors[500]!}>
      <p>{detail}</p>
      {allowed.length > 0 && (
        <p>
          {words.allowed}
          {allowed.join(", ")}
        </p>
      )}
      <Ask setting={setting} action="/search" button={words.find}>
        <Field label={words.find} name="words" value={undefined} />
      </Ask>
    </Frame>
  );
}

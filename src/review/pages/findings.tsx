import type { AnswerOf } from "../../questions/index.ts";
import { Ask, Ends, Field, Frame, local, type Setting } from "./layout.tsx";
import { PictureSheet, StoredSheet } from "./sheet.tsx";

type Finding = AnswerOf<"findings">["rows"][number];

/** The list of findings with its filters. */
export function Findings({ setting, answer }: { readonly setting: Setting; readonly answer: AnswerOf<"findings"> }) {
  const { words, address } = setting;
  const asked = (name: string): string | undefined => address.searchParams.get(name) ?? undefined;
  const query = new URLSearchParams(address.searchParams);
  query.delete("cursor");
  return (
    <Frame setting={setting} title={words.nav.findings} scripts={["filters", "keys"]}>
      <Ask setting={setting} action="/findings" button={words.filter}>
        <Field label={words.entity} name="entity" value={asked("entity")} />
        <Field label={words.year} name="fiscal_year" type="number" value={asked("fiscal_year")} />
        <Field label={words.rule} name="rule" value={asked("rule")} />
        <Field
          label={words.severity}
          name="severity"
          value={asked("severity")}
          options={[["", words.any], ...Object.entries(words.severities)]}
        />
        <Field
          label={words.status}
          name="status"
          value={asked("status")}
          options={[["", words.any], ...Object.entries(words.findingStatuses), ["decided", words.decidedAtAll]]}
        />
      </Ask>
      <p class="keys">{words.keys}</p>
      {answer.rows.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <ol class="findings">
          {answer.rows.map((finding) => (
            <li data-item tabindex={-1}>
              <span class={`severity ${finding.severity}`}>
                {words.severities[finding.severity] ?? finding.severity}
              </span>{" "}
              <a href={local(setting, `/findings/${finding.sha256}/${finding.key}`)}>{finding.message}</a>
              <small>
                {finding.entity} {finding.fiscalYear} · {finding.rule} · {words.findingStatuses[finding.status]}
                {finding.reopened !== null && ` · ${words.reopened(finding.reopened)}`}
              </small>
            </li>
          ))}
        </ol>
      )}
      <p>
        {words.list}：<a href={`/findings/report?${query}`}>{words.print}</a>{" "}
        <a href={`/findings/report.docx?${query}`}>Word</a> <a href={`/findings/report.xlsx?${query}`}>Excel</a>
      </p>
      <Ends setting={setting} path="findings" next={answer.next} />
    </Frame>
  );
}

/** What each side shows: its page as a picture where there is one, else as the store holds it. */
export interface SideSheet {
  readonly sha256: string;
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** Why there is no picture; null where there is one. */
  readonly noPicture: string | null;
  readonly cells: {
    readonly tables: AnswerOf<"document.tables">["rows"];
    readonly paragraphs: AnswerOf<"document.text">["rows"];
    /** The cell of each number, by its slot: `table/row/column`. */
    readonly places: ReadonlyMap<string, string>;
  } | null;
}

/** One finding: all its places lit, what was decided, and the form to decide. `next`: the next finding of the list. */
export function FindingPage({
  setting,
  finding,
  sheets,
  next,
}: {
  readonly setting: Setting;
  readonly finding: Finding;
  readonly sheets: readonly SideSheet[];
  readonly next: Finding | undefined;
}) {
  const { words, review } = setting;
  return (
    <Frame setting={setting} title={finding.message} scripts={["highlight", "keys"]}>
      <p class="about">
        <span class={`severity ${finding.severity}`}>{words.severities[finding.severity] ?? finding.severity}</span>{" "}
        <a href={local(setting, `/documents/${finding.sha256}`)}>{finding.entity ?? finding.file}</a>{" "}
        {finding.fiscalYear} · {finding.rule} · {words.status}：{words.findingStatuses[finding.status]}
      </p>
      {finding.reopened !== null && <p class="note">{words.reopened(finding.reopened)}</p>}
      <dl>
        {(["equation", "difference", "tolerance", "cause"] as const).map(
          (name) =>
            finding[name] !== null && (
              <>
                <dt>{words[name]}</dt>
                <dd>{finding[name]}</dd>
              </>
            ),
        )}
      </dl>
      <h2>{words.sides}</h2>
      <Sides setting={setting} finding={finding} />
      <div class="beside">
        {sheets.map((sheet) => (
          <figure>
            <figcaption>
              {finding.sides.find(({ sha256 }) => sha256 === sheet.sha256)?.file} {sheet.page}
            </figcaption>
            <SideOf setting={setting} finding={finding} sheet={sheet} />
          </figure>
        ))}
      </div>
      {finding.decisions.length > 0 && (
        <>
          <h2>{words.decisions}</h2>
          <ol>
            {finding.decisions.map(({ action, reason, author, on }) => (
              <li>
                {on} {words.findingStatuses[action]}：{reason} {author && `（${author}）`}
              </li>
            ))}
          </ol>
        </>
      )}
      {review ? (
        <form class="decide" method="post" action={`/findings/${finding.sha256}/${finding.key}`}>
          <h2>{words.decision}</h2>
          <input type="hidden" name="token" value={review.token} />
          <label class="field">
            <span>{words.reason}</span>
            <input name="reason" required maxlength={400} />
          </label>
          <p>
            {(["accepted", "ignored", "asked", "open"] as const).map((action) => (
              <button
                type="submit"
                name="action"
                value={action}
                data-key={{ accepted: "a", ignored: "i", asked: "", open: "" }[action]}
              >
                {words.decide[action]}
              </button>
            ))}
          </p>
        </form>
      ) : (
        <p class="note">{words.readonly}</p>
      )}
      {next && (
        <p>
          <a data-key="j" href={local(setting, `/findings/${next.sha256}/${next.key}`)}>
            {words.next}：{next.message}
          </a>
        </p>
      )}
      <p class="keys">{words.keys}</p>
    </Frame>
  );
}

/** A page with the places of the sides that stand on it. */
function SideOf({
  setting,
  finding,
  sheet,
}: {
  readonly setting: Setting;
  readonly finding: Finding;
  readonly sheet: SideSheet;
}) {
  const { cells, noPicture, sha256, page } = sheet;
  const here = finding.sides.flatMap((side, n) =>
    side.sha256 === sha256 && side.page === page ? [{ side, id: `side:${n}` }] : [],
  );
  if (cells === null)
    return (
      <PictureSheet
        setting={setting}
        {...sheet}
        marks={here.flatMap(({ side, id }) =>
          side.box ? [{ id, box: [...side.box] as const, sort: "side" as const, said: side.label ?? "" }] : [],
        )}
      />
    );
  const { noPicture: why } = setting.words;
  const targets = here.flatMap(({ side, id }) => {
    const place = side.slot === null ? undefined : cells.places.get(side.slot);
    return place === undefined ? [] : [[place, id] as const];
  });
  return (
    <>
      <p class="note">{why[noPicture ?? "no-pages"] ?? why.unreadable}</p>
      <StoredSheet
        setting={setting}
        paragraphs={cells.paragraphs}
        tables={cells.tables}
        targets={new Map(targets)}
        sort="side"
      />
    </>
  );
}

function Sides({ setting, finding }: { readonly setting: Setting; readonly finding: Finding }) {
  const { words } = setting;
  return (
    <ul class="records">
      {finding.sides.map((side, n) => {
        const page = local(setting, `/documents/${side.sha256}`, { page: side.page });
        const to = side.slot === null ? page : `${page}#${encodeURIComponent(side.slot.replace(/\s/gu, "_"))}`;
        return (
          <li id={`side:${n}`} tabindex={0}>
            <a data-key={n === 0 ? "e" : undefined} href={to}>
              {side.label} {side.value}
              {side.unit}
            </a>
            <small>
              {side.file} · {words.page(side.page, side.page).split("，")[0]} · {side.quote}
            </small>
          </li>
        );
      })}
    </ul>
  );
}

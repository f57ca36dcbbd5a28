import type { Child } from "hono/jsx";
import type { AnswerOf } from "../../questions/index.ts";
import { CorrectForm } from "./correct.tsx";
import { addressWith, Ends, Frame, local, type Setting } from "./layout.tsx";
import { recordWords } from "./record-words.ts";
import { idOf, type Mark, PictureSheet, StoredSheet } from "./sheet.tsx";

type Record_ = AnswerOf<"document.records">["rows"][number];

/** What is known of one page of a document. */
export interface DocumentPage {
  readonly document: AnswerOf<"document">;
  readonly page: number;
  readonly records: readonly Record_[];
  readonly indicators: AnswerOf<"document.indicators">["rows"];
  readonly tables: AnswerOf<"document.tables">["rows"];
  readonly unread: AnswerOf<"document.unread">["rows"];
  readonly paragraphs: AnswerOf<"document.text">["rows"];
  readonly findings: AnswerOf<"findings">["rows"];
  /** Null where the page can be painted; else why not: `gone`, `changed`, … */
  readonly noPicture: string | null;
}

/** Where an unread number stands: its table, row and column, or its sentence. */
const placeOf = (
  { table, r, c, sentence }: Pick<DocumentPage["unread"][number], "table" | "r" | "c" | "sentence">,
  { words }: Setting,
): string => (table === null ? (sentence ?? "") : `${words.table(table)} ${words.row(r ?? 0, c ?? 0)}`);

/** A page of a document: picture left, what was read of it right. */
export function Document({ setting, shown }: { readonly setting: Setting; readonly shown: DocumentPage }) {
  const { words } = setting;
  const { document, page, records, indicators, tables, paragraphs, findings, noPicture } = shown;
  const sheet = document.sheets.find(({ number }) => number === page);
  const unread = shown.unread.map((row, n) => ({
    ...row,
    id: row.table === null ? `unread:${n}` : `unread:${row.table}/${row.r}/${row.c}`,
  }));
  const unclaimed = tables.filter(({ claimed }) => !claimed);
  const marks: Mark[] = [
    ...unclaimed.flatMap(({ table, box, title }): Mark[] =>
      box
        ? [{ id: `table:${table}`, box: [...box], sort: "unclaimed", said: `${words.table(table)} ${title ?? ""}` }]
        : [],
    ),
    ...unread.flatMap(({ id, box, text, sentence }): Mark[] =>
      box ? [{ id, box: [...box], sort: "unread", said: sentence === null ? text : `${text}　${sentence}` }] : [],
    ),
    ...records.flatMap((record): Mark[] =>
      record.box
        ? [
            {
              id: idOf(record.slot),
              box: [...record.box],
              sort: record.uncertain ? "doubtful" : "record",
              said: `${recordWords(record, setting)} ${record.value}${record.unit ?? ""}`,
            },
          ]
        : [],
    ),
  ];
  const targets = new Map([
    ...unread.flatMap(({ table, r, c, id }) => (table === null ? [] : [[`${table}/${r}/${c}`, id] as const])),
    ...records.flatMap(({ table, row, col, slot }) =>
      table === null ? [] : [[`${table}/${row}/${col}`, idOf(slot)] as const],
    ),
  ]);
  return (
    <Frame setting={setting} title={document.title ?? document.file} scripts={["highlight", "keys"]}>
      <p class="about">
        {document.entityId === null ? (
          document.entity
        ) : (
          <a href={local(setting, `/entities/${document.entityId}`)}>{document.entity}</a>
        )}{" "}
        {document.fiscalYear} {document.types.map((type) => words.kinds[type] ?? type).join("、")}
        {!document.current && <span class="mark"> {words.superseded}</span>}
      </p>
      <Pages setting={setting} document={document} page={page} />
      <div class="beside">
        <section aria-label={words.page(page, document.pages)}>
          {noPicture === null && sheet ? (
            <PictureSheet
              setting={setting}
              sha256={document.sha256}
              page={page}
              width={sheet.width}
              height={sheet.height}
              marks={marks}
            />
          ) : (
            <>
              <p class="note">{words.noPicture[noPicture ?? "no-pages"] ?? words.noPicture.unreadable}</p>
              <StoredSheet setting={setting} paragraphs={paragraphs} tables={tables} targets={targets} />
            </>
          )}
        </section>
        <section aria-label={words.pageRecords}>
          <h2>{words.pageRecords}</h2>
          {records.length === 0 ? (
            <p>{words.noRecords}</p>
          ) : (
            <Records setting={setting} records={records} sha256={document.sha256} />
          )}
          {unread.length > 0 && (
            <>
              <h2>{words.pageUnread}</h2>
              <ul class="records">
                {unread.map((row) => (
                  <li id={row.id} tabindex={0}>
                    <a href={`#${encodeURIComponent(`box:${row.id}`)}`}>
                      {row.text}　{placeOf(row, setting)}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          )}
          {unclaimed.length > 0 && (
            <>
              <h2>{words.pageUnclaimed}</h2>
              <ul class="records">
                {unclaimed.map(({ table, title }) => (
                  <li id={`table:${table}`} tabindex={0}>
                    <a href={`#${encodeURIComponent(`box:table:${table}`)}`}>
                      {words.table(table)} {title}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          )}
          {indicators.length > 0 && (
            <>
              <h2>{words.pageIndicators}</h2>
              <ul class="records">
                {indicators.map(({ level1, level2, level3, target, actual, weight, score }) => (
                  <li>
                    {[level1, level2, level3].filter(Boolean).join(" / ")}：
                    {[target, actual].filter(Boolean).join(" → ")} {[score, weight].filter(Boolean).join("/")}
                  </li>
                ))}
              </ul>
            </>
          )}
          {setting.review && <CorrectForm setting={setting} sha256={document.sha256} page={page} records={records} />}
        </section>
      </div>
      {findings.length > 0 && (
        <section>
          <h2>{words.pageFindings}</h2>
          <ul>
            {findings.map(({ key, severity, message, status }) => (
              <li>
                <span class={`severity ${severity}`}>{words.severities[severity] ?? severity}</span>{" "}
                <a href={local(setting, `/findings/${document.sha256}/${key}`)}>{message}</a>{" "}
                {words.findingStatuses[status]}
              </li>
            ))}
          </ul>
        </section>
      )}
      <About setting={setting} document={document} />
      <Ends setting={setting} path={`documents/${document.sha256}/records`} />
    </Frame>
  );
}

function Pages({
  setting,
  document,
  page,
}: {
  readonly setting: Setting;
  readonly document: AnswerOf<"document">;
  readonly page: number;
}) {
  const { words, address } = setting;
  return (
    <nav class="pages" aria-label={words.pages}>
      {page > 1 && (
        <a rel="prev" href={addressWith(address, { page: String(page - 1) })}>
          {words.previousPage}
        </a>
      )}
      <span>{words.page(page, document.pages)}</span>
      {page < document.pages && (
        <a rel="next" href={addressWith(address, { page: String(page + 1) })}>
          {words.nextPage}
        </a>
      )}
      <form method="get">
        <label>
          {words.goto} <input type="number" name="page" min={1} max={document.pages} value={page} />
        </label>
        <button type="submit">{words.show}</button>
      </form>
    </nav>
  );
}

function Records({
  setting,
  records,
  sha256,
}: {
  readonly setting: Setting;
  readonly records: readonly Record_[];
  readonly sha256: string;
}) {
  const { words } = setting;
  return (
    <ul class="records">
      {records.map((record) => {
        const { slot, value, unit, read, status, uncertain, alternatives, approximate, table, quote, page } = record;
        const id = idOf(slot);
        return (
          <li id={id} tabindex={0} data-slot={slot} class={uncertain ? "doubtful" : undefined}>
            <a href={`#${encodeURIComponent(`box:${id}`)}`}>{recordWords(record, setting)}</a>{" "}
            <b>
              {approximate ? "≈" : ""}
              {value}
              {unit}
            </b>
            {uncertain && (
              <span class="mark">
                {" "}
                {words.doubtful} {alternatives.length > 0 && words.otherReadings + alternatives.join("、")}
              </span>
            )}
            {words.statuses[status] && <span class="mark"> {words.statuses[status]}</span>}
            {read !== null && (
              <small>
                {words.readAs} {read}
              </small>
            )}
            <small>
              {table === null ? words.prose : words.table(table)}：{quote}
            </small>
            <a
              class="here"
              href={`${local(setting, `/documents/${sha256}`, { page })}#${encodeURIComponent(id)}`}
              aria-label={`${recordWords(record, setting)} #`}
            >
              #
            </a>
          </li>
        );
      })}
    </ul>
  );
}

/** A way back to a portal. What a journal calls an address may be anything: only a web address is a link. */
function PortalLink({ address, children }: { readonly address: string; readonly children: Child }) {
  return /^https?:\/\//iu.test(address) ? (
    <a href={address} rel="noreferrer noopener" title={address}>
      {children}
    </a>
  ) : (
    <span>{address}</span>
  );
}

function About({ setting, document }: { readonly setting: Setting; readonly document: AnswerOf<"document"> }) {
  const { words } = setting;
  return (
    <section>
      <h2>{words.about}</h2>
      <dl>
        <dt>{words.paths}</dt>
        {document.paths.map((path) => (
          <dd>{path}</dd>
        ))}
        {document.sources.length > 0 && <dt>{words.sources}</dt>}
        {document.sources.map(({ address, foundOn, words: link, site, published, publishedFrom }) => (
          <dd>
            <PortalLink address={address}>{link ?? address}</PortalLink> {site}{" "}
            {published !== null && words.published(published, publishedFrom!)}{" "}
            {foundOn !== null && <PortalLink address={foundOn}>{words.foundOn}</PortalLink>}
          </dd>
        ))}
        <dt>SHA-256</dt>
        <dd>
          <code>{document.sha256}</code>
        </dd>
        <dt>{words.reader}</dt>
        <dd>
          {document.reader} · {document.engine}
        </dd>
      </dl>
      {document.versions.length > 1 && (
        <>
          <h2>{words.versions}</h2>
          <ul>
            {document.versions.map(({ kind, version, relation, effective, sha256, file }) => (
              <li>
                {words.kinds[kind] ?? kind} {version} <a href={local(setting, `/documents/${sha256}`)}>{file}</a>{" "}
                {words.relations[relation] ?? relation}
                {effective && <b> {words.effective}</b>}
              </li>
            ))}
          </ul>
        </>
      )}
      {document.trouble.length > 0 && (
        <>
          <h2>{words.trouble}</h2>
          <ul>
            {document.trouble.map(({ code, place, message }) => (
              <li>
                {code} {place} {message}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

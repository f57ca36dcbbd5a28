import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { QUESTIONS, type QuestionName } from "../questions/index.ts";
import { api, problemResponse } from "./api.ts";
import { AskError, type Asker } from "./asker.ts";
import type { Deciding } from "./deciding.ts";
import { formToken, fromOurForm, type Guard, headers, ownHost, withToken } from "./guards.ts";
import { documentPage, findingPage, pictureOf } from "./page-data.ts";
import { Document } from "./pages/document.tsx";
import { Documents } from "./pages/documents.tsx";
import { Entities, Entity } from "./pages/entities.tsx";
import { FindingPage, Findings } from "./pages/findings.tsx";
import { Home } from "./pages/home.tsx";
import type { Setting } from "./pages/layout.tsx";
import { Panel, type PanelPage } from "./pages/panel.tsx";
import { Failed, Search } from "./pages/search.tsx";
import { UnreadFiles } from "./pages/unread-files.tsx";
import { ProblemError, problem, problemOf, readParams } from "./problem.ts";
import { reportRoutes } from "./report/routes.tsx";
import { staticFiles } from "./static.ts";
import { languageOf, wordsIn } from "./words.ts";

/** What the pages are made over. */
export interface Review {
  readonly asker: Asker;
  readonly guard: Guard;
  /** Null: the pages only show. */
  readonly deciding: Deciding | null;
  readonly version: string;
  /** Tells the state of the store: the same state gives the same answers. */
  readonly state: () => Promise<string>;
  /** Told what went wrong on our side; whoever asked is told only that something did. */
  readonly onBug: (error: Error) => void;
}

/** A form holds a reason and some fields. */
const FORM_BYTES = 32 * 1024;
/** Bodies on a page of the panel where nothing else is asked for. */
const PANEL_BODIES = "50";
const OWN = new Set(["lang", "plot", "against", "page", "dpi", "token"]);

/** The whole server: pages, JSON, pictures. */
export function reviewApp({ asker, guard, deciding, version, state, onBug }: Review): Hono {
  const app = new Hono();
  const token = formToken();
  const review = deciding === null ? null : { author: deciding.author, token };

  const setting = (c: Context): Setting => {
    const language = languageOf(c.req.query("lang"), c.req.header("accept-language"));
    return { language, words: wordsIn(language), address: new URL(c.req.url), review };
  };
  const page = (c: Context, body: unknown, status: 200 | 400 | 401 | 403 | 404 | 405 | 413 | 421 | 500 | 503 = 200) =>
    c.html(`<!doctype html>${String(body)}`, status);
  const refuse = (c: Context, status: 401 | 403 | 404 | 421): Response | Promise<Response> =>
    c.req.path.startsWith("/api/")
      ? problemResponse(c, problem(status, c.req.path))
      : page(c, <Failed setting={setting(c)} status={status} detail="" allowed={[]} />, status);
  /** The question of a page: what is in its address but for what the pages themselves use. */
  const paramsOf = <N extends QuestionName>(c: Context, name: N, more: Record<string, string> = {}) => {
    const query = Object.fromEntries(Object.entries(c.req.query()).filter(([key]) => !OWN.has(key)));
    return readParams(QUESTIONS[name].params, { ...query, ...more });
  };
  const found = <T,>(answer: T | null, c: Context): T => {
    if (answer === null) throw new ProblemError(problem(404, c.req.path));
    return answer;
  };

  app.use(headers);
  app.use(ownHost(guard, refuse));
  app.use(withToken(guard, refuse));
  app.use(compress());
  app.use(bodyLimit({ maxSize: FORM_BYTES, onError: (c) => problemResponse(c, problem(413, "too long")) }));
  app.onError((error, c) => {
    const told =
      error instanceof ProblemError
        ? error.problem
        : error instanceof AskError
          ? problemOf(error.code, error.message)
          : problem(500, "");
    if (told.status === 500) onBug(error);
    return page(
      c,
      <Failed setting={setting(c)} status={told.status} detail={told.detail} allowed={told.allowed ?? []} />,
      told.status,
    );
  });
  app.notFound((c) => refuse(c, 404) as Response);

  app.route("/static", staticFiles());
  app.route("/api/v1", api(asker, version, state, onBug));
  app.get("/api/v1/documents/:sha256/pages/:page{\\d+\\.png}", (c) => pictureOf(c, asker));
  app.get("/documents/:sha256/pages/:page{\\d+\\.png}", (c) => pictureOf(c, asker));

  app.get("/", async (c) => {
    const { place, kind } = paramsOf(c, "coverage") as { place?: string; kind?: string };
    const [overview, map] = await Promise.all([asker.ask("overview", {}), asker.ask("coverage", { place, kind })]);
    return page(c, <Home setting={setting(c)} overview={overview!} map={map!.rows} place={place} kind={kind} />);
  });
  app.get("/documents", async (c) => {
    const answer = await asker.ask("documents", paramsOf(c, "documents"));
    return page(c, <Documents setting={setting(c)} answer={answer!} />);
  });
  app.get("/unread-files", async (c) => {
    const answer = await asker.ask("unread.files", paramsOf(c, "unread.files"));
    return page(c, <UnreadFiles setting={setting(c)} answer={answer!} />);
  });
  app.get("/documents/:sha256", async (c) => {
    const { sha256 } = paramsOf(c, "document", { sha256: c.req.param("sha256") }) as { sha256: string };
    const shown = await documentPage(asker, sha256, c.req.query("page"));
    return page(c, <Document setting={setting(c)} shown={found(shown, c)} />);
  });
  app.route("/findings", reportRoutes(asker, setting));
  app.get("/findings", async (c) => {
    const answer = await asker.ask("findings", paramsOf(c, "findings"));
    return page(c, <Findings setting={setting(c)} answer={answer!} />);
  });
  app.get("/findings/:sha256/:key", async (c) => {
    const asked = paramsOf(c, "findings", c.req.param()) as { sha256: string; key: string };
    const shown = await findingPage(asker, asked.sha256, asked.key);
    return page(c, <FindingPage setting={setting(c)} {...found(shown, c)} />);
  });
  app.get("/panel", async (c) => {
    // A page for people is shorter than one for programs.
    const short = c.req.query("limit") === undefined ? { limit: PANEL_BODIES } : {};
    const asked = paramsOf(c, "panel", short) as { concept: string; measure: string; unit: string };
    const plot = c.req.query("plot") ?? "";
    const against = plot === "against" ? c.req.query("against") || null : null;
    const { cursor: _, limit: __, ...ofAll } = asked as typeof asked & { cursor?: string; limit: number };
    const other = against === null ? null : (paramsOf(c, "panel", { concept: against }) as typeof asked).concept;
    const drawn = plot === "" || plot === "series" ? [] : [asked.concept, ...(other === null ? [] : [other])];
    const [choices, values, places, ...lastYear] = await Promise.all([
      asker.ask("panel.choices", {}),
      asker.ask("panel", asked),
      asker.ask("panel.coverage", asked),
      ...drawn.map((concept) => asker.ask("panel.points", { ...ofAll, concept })),
    ]);
    // Few bodies are drawn over all years; of many, who do not fit on a page, the last year.
    const many = values!.next !== null || c.req.query("cursor") !== undefined;
    const plotted = many && drawn.length > 0 ? lastYear[0]!.rows : values!.rows;
    const set = other === null ? null : many ? lastYear[1] : await asker.ask("panel", { ...asked, concept: other });
    const shown = {
      choices: choices!,
      values: values!.rows,
      places: places!.rows,
      next: values!.next,
      plotted: plotted as PanelPage["plotted"],
      against: (set?.rows ?? []) as PanelPage["against"],
      asked,
    };
    return page(c, <Panel setting={setting(c)} shown={shown} />);
  });
  app.get("/entities", async (c) => {
    const answer = await asker.ask("entities", paramsOf(c, "entities"));
    return page(c, <Entities setting={setting(c)} answer={answer!} />);
  });
  app.get("/entities/:id", async (c) => {
    const { id } = paramsOf(c, "entity", c.req.param()) as { id: string };
    const entity = found(await asker.ask("entity", { id }), c);
    if (entity.mergedInto !== null) return c.redirect(`/entities/${entity.mergedInto}`, 308);
    const findings = await asker.ask("findings", { entity_id: id, limit: 100 });
    return page(c, <Entity setting={setting(c)} entity={entity} findings={findings!.rows} />);
  });
  app.get("/search", async (c) => {
    const words = c.req.query("words")?.trim();
    const answer = words ? await asker.ask("search", paramsOf(c, "search")) : null;
    return page(c, <Search setting={setting(c)} answer={answer} />);
  });

  /** The fields of one of our own forms; anything else that would change something is refused. */
  const ourForm = async (c: Context): Promise<Record<string, string>> => {
    if (deciding === null) throw new ProblemError(problem(403, "read-only"));
    const fields = Object.fromEntries(
      Object.entries(await c.req.parseBody()).filter(
        (field): field is [string, string] => typeof field[1] === "string",
      ),
    );
    if (!fromOurForm(c, guard.hosts, token, fields.token)) throw new ProblemError(problem(403, "not from our form"));
    return fields;
  };
  app.post("/findings/:sha256/:key", async (c) => {
    const fields = await ourForm(c);
    const { sha256, key } = readParams(QUESTIONS.findings.params, c.req.param()) as { sha256: string; key: string };
    deciding!.finding(sha256, key, fields);
    const shown = await findingPage(asker, sha256, key);
    const to = shown?.next ?? { sha256, key };
    return c.redirect(`/findings/${to.sha256}/${to.key}`, 303);
  });
  app.post("/documents/:sha256/correct", async (c) => {
    const fields = await ourForm(c);
    const { sha256 } = readParams(QUESTIONS.document.params, c.req.param()) as { sha256: string };
    deciding!.correction(sha256, fields);
    return c.redirect(`/documents/${sha256}?page=${encodeURIComponent(fields.page ?? "1")}`, 303);
  });
  app.all("*", (c) => {
    if (c.req.method === "GET" || c.req.method === "HEAD") return refuse(c, 404);
    throw new ProblemError(problem(405, c.req.method));
  });
  return app;
}

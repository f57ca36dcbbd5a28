import {
  type Addition,
  type CorrectionError,
  correct,
  decideFinding,
  type FindingDecisionError,
  type FindingStatus,
  type Judgement,
  openStore,
} from "../store/index.ts";
import { ProblemError, problem } from "./problem.ts";

type Fields = Readonly<Record<string, string | undefined>>;

const ACTIONS: readonly string[] = ["accepted", "ignored", "asked", "open"] satisfies FindingStatus[];

/** What people do in the pages, written to the store at once: few statements, far apart. */
export interface Deciding {
  readonly author: string;
  /** Throws ProblemError. */
  finding(sha256: string, key: string, fields: Fields): void;
  /** Throws ProblemError. */
  correction(sha256: string, fields: Fields): void;
}

/** Decisions into a database under a name. `today`: YYYY-MM-DD. */
export function deciding(database: string, author: string, today: () => string): Deciding {
  const inStore = (work: (store: ReturnType<typeof openStore>) => void): void => {
    const store = openStore(database);
    try {
      work(store);
    } catch (error) {
      const { name, code, message } = error as Error & { readonly code?: string };
      if (name === "FindingDecisionError")
        throw new ProblemError(problem((code as FindingDecisionError["code"]) === "no-finding" ? 404 : 400, message));
      if (name === "CorrectionError" || name === "DecisionError")
        throw new ProblemError(problem(400, `${code as CorrectionError["code"]}: ${message}`));
      if (name === "StoreError") throw new ProblemError(problem(503, message));
      throw error;
    } finally {
      store.close();
    }
  };
  return {
    author,
    finding: (sha256, key, { action = "", reason = "" }) => {
      if (!ACTIONS.includes(action)) throw new ProblemError(problem(400, `action: ${action}`, ACTIONS));
      inStore((store) =>
        decideFinding(store, { sha256, key, action: action as FindingStatus, reason, author, on: today() }),
      );
    },
    correction: (sha256, fields) => {
      const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value?.trim())) as Fields;
      const { action, slot = "", value, unit, reason = "", concept = "", measure, year, quote, page } = given;
      if (action === "add") {
        const told = { value, unit, measure, year, quote, page };
        const addition = { file: sha256, action, concept, reason, author, ...defined(told) } as Addition;
        inStore((store) => correct(store, [addition]));
      } else if (action === "set" || action === "confirm" || action === "reject") {
        const told = action === "set" ? { value, unit } : {};
        const judgement: Judgement = { file: sha256, slot, action, reason, author, ...defined(told) };
        inStore((store) => correct(store, [judgement]));
      } else throw new ProblemError(problem(400, `action: ${action ?? ""}`, ["set", "confirm", "reject", "add"]));
    },
  };
}

/** Without what was not given. */
const defined = (fields: Fields): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]])));

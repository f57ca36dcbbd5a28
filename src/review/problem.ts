import type { z } from "zod";

/** What is wrong with a request, as RFC 9457 has it. */
export interface Problem {
  readonly type: "about:blank";
  readonly title: string;
  readonly status: 400 | 401 | 403 | 404 | 405 | 413 | 421 | 500 | 503;
  readonly detail: string;
  /** With 400: the parameters there are. */
  readonly allowed?: readonly string[];
}

const TITLES: Readonly<Record<Problem["status"], string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  413: "Content Too Large",
  421: "Misdirected Request",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

/** A problem in words. */
export const problem = (status: Problem["status"], detail: string, allowed?: readonly string[]): Problem => ({
  type: "about:blank",
  title: TITLES[status],
  status,
  detail,
  ...(allowed && { allowed }),
});

/** A request that is no question of ours; carries what is told. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly problem: Problem;
  constructor(told: Problem) {
    super(told.detail);
    this.problem = told;
  }
}

/** What a failed question is told as: a bad cursor 400, a store that cannot be used 503. */
export function problemOf(code: string, message: string): Problem {
  if (code === "CursorError") return problem(400, `cursor: ${message}`, ["cursor"]);
  if (code.startsWith("StoreError") || code === "SqliteError" || code === "ThreadGone")
    return problem(503, `the store cannot be used: ${code.replace("StoreError:", "")}`);
  return problem(500, "the question failed");
}

/** Parameters of an address as a question takes them. Throws ProblemError that names the ones there are. */
export function readParams<P extends z.ZodObject>(params: P, given: Readonly<Record<string, string>>): z.output<P> {
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
  const read = params.safeParse(filled);
  if (read.success) return read.data;
  const detail = read.error.issues
    .map(({ path, message, code, ...issue }) =>
      code === "unrecognized_keys"
        ? `unknown: ${(issue as { keys: string[] }).keys.join(", ")}`
        : `${path.join(".")}: ${message}`,
    )
    .join("; ");
  throw new ProblemError(problem(400, detail, Object.keys(params.shape)));
}

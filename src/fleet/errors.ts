/** Why the fleet cannot go on. Wording for people lives in `cli/`. */
export type FleetErrorCode =
  | "no-server"
  | "pooled"
  | "not-begun"
  | "other-engine"
  | "other-round"
  | "password"
  | "no-sources"
  | "other-bytes";

/** What is in the way, and where. */
export class FleetError extends Error {
  override readonly name = "FleetError";
  readonly code: FleetErrorCode;
  readonly subject: string;
  constructor(code: FleetErrorCode, subject: string, cause?: unknown) {
    super(`${code}: ${subject}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.subject = subject;
  }
}

/** SQLSTATE classes and system codes of a server that is away for now: 08 connection, 57 shutdown, 53 no room. */
const AWAY = /^(?:08|57P|53)|^(?:ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)$/u;

/** Whether an error says that the server is away, which passes. */
export function isAway(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: string };
  if (typeof code === "string" && AWAY.test(code)) return true;
  return /Connection terminated|Client has encountered a connection error|timeout expired|not queryable/u.test(
    message ?? "",
  );
}

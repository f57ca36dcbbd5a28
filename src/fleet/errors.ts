/** Why the fleet cannot go on. Wording for people lives in `cli/`. */
export type FleetErrorCode =
  | Away
  | "pooled"
  | "not-begun"
  | "other-engine"
  | "other-round"
  | "password"
  | "gathering"
  | "no-room"
  | "missing"
  | "other-bytes";

/** What passes: the server is not there, its disk is full, the sources are not there. Whoever has begun waits for it. */
export type Away = "no-server" | "server-full" | "no-sources";

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
const AWAY =
  /^(?:08|57P|53|25P03)|^(?:ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/u;
/** A disk that is full, a file that cannot grow. */
const SERVER_FULL = /^53100$/u;

/** Whether an error says something that passes, and what. */
export function awayBecause(error: unknown): Away | null {
  if (error instanceof FleetError)
    return error.code === "no-server" || error.code === "server-full" || error.code === "no-sources"
      ? error.code
      : null;
  const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: string };
  if (typeof code === "string" && SERVER_FULL.test(code)) return "server-full";
  if (typeof code === "string" && AWAY.test(code)) return "no-server";
  return /Connection terminated|Client has encountered a connection error|timeout expired|not queryable/u.test(
    message ?? "",
  )
    ? "no-server"
    : null;
}

/** An error of the server as the fleet tells it; any other as it is. */
export function asFleetError(error: unknown): unknown {
  if (error instanceof FleetError) return error;
  const because = awayBecause(error);
  const { message = "", code = "" } = (error ?? {}) as { readonly message?: string; readonly code?: string };
  return because === null ? error : new FleetError(because, message || code, error);
}

/** Codes of the system for a disk of this machine on which nothing more can be written. */
export const isNoRoom = (error: unknown): boolean =>
  /^(?:ENOSPC|EDQUOT)$/u.test(String((error as { readonly code?: unknown } | null)?.code));

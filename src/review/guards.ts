import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";

/** Who may talk to the server and how. */
export interface Guard {
  /** `Host` headers that are ours: `127.0.0.1:8317`, `localhost:8317`, the name given with --host. */
  readonly hosts: ReadonlySet<string>;
  /** Needed from everyone where the server listens beyond this machine. */
  readonly token: string | null;
}

const CSP = [
  "default-src 'none'",
  "img-src 'self'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

const COOKIE = "mingzhang_token";

/** Whether two secrets are the same, in time that tells nothing of them. */
export function sameSecret(a: string, b: string): boolean {
  const [x, y] = [a, b].map((text) => createHmac("sha256", "compare").update(text).digest()) as [Buffer, Buffer];
  return timingSafeEqual(x, y);
}

/** Headers on every answer. Nothing of a document is ever taken for a page of ours. */
export const headers: MiddlewareHandler = async (c, next) => {
  await next();
  c.header("Content-Security-Policy", CSP);
  c.header("X-Content-Type-Options", "nosniff");
  // Not "no-referrer": with it browsers send `Origin: null` with our own forms.
  c.header("Referrer-Policy", "same-origin");
  c.header("Cross-Origin-Opener-Policy", "same-origin");
  c.header("Cross-Origin-Resource-Policy", "same-origin");
};

/** A request for another host reached us by a name that was bent to this address: refused with 421. */
export const ownHost =
  ({ hosts }: Guard, refuse: (c: Context, status: 421) => Response | Promise<Response>): MiddlewareHandler =>
  async (c, next) => {
    const host = c.req.header("host")?.toLowerCase() ?? "";
    if (!hosts.has(host)) return await refuse(c, 421);
    return await next();
  };

/** Where a token is set, it comes as a Bearer header, a cookie, or once in the address, which then sets the cookie. */
export const withToken =
  ({ token }: Guard, refuse: (c: Context, status: 401) => Response | Promise<Response>): MiddlewareHandler =>
  async (c, next) => {
    if (token === null) return await next();
    const bearer = /^Bearer (\S+)$/u.exec(c.req.header("authorization") ?? "")?.[1];
    const given = bearer ?? getCookie(c, COOKIE);
    if (given !== undefined && sameSecret(given, token)) return await next();
    const asked = c.req.query("token");
    if (asked !== undefined && sameSecret(asked, token) && c.req.method === "GET") {
      setCookie(c, COOKIE, token, { httpOnly: true, sameSite: "Strict", path: "/" });
      const address = new URL(c.req.url);
      address.searchParams.delete("token");
      return c.redirect(`${address.pathname}${address.search}`, 303);
    }
    return await refuse(c, 401);
  };

/** The secret of this process that every form carries. */
export const formToken = (): string => randomBytes(24).toString("base64url");

/**
 * What changes something must come from a page of ours: an `Origin` that is this very host, and the token of its form. Either alone is
 * not enough: a browser sends JSON across origins without asking when it is called plain text, and a token may be read over a shoulder.
 */
export function fromOurForm(c: Context, hosts: ReadonlySet<string>, expected: string, given: unknown): boolean {
  const origin = c.req.header("origin");
  if (origin === undefined || !URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  const site = c.req.header("sec-fetch-site");
  return (
    hosts.has(host.toLowerCase()) &&
    host.toLowerCase() === c.req.header("host")?.toLowerCase() &&
    (site === undefined || site === "same-origin") &&
    typeof given === "string" &&
    sameSecret(given, expected)
  );
}

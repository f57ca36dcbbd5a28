import { afterAll, expect, test } from "vitest";
import { storedFile } from "../support/stored-file.ts";
import { databaseWith, HOST, pagesOver } from "./support.ts";

const database = databaseWith([storedFile()]);
const known = new Map<string, ReturnType<typeof pagesOver>>();
/** Pages of these rights, started once. */
const opened = (author: string | null, token: string | null = null) => {
  const key = `${author}/${token}`;
  const pages = known.get(key) ?? pagesOver(database, author, token);
  known.set(key, pages);
  return pages;
};
afterAll(async () => {
  for (const pages of known.values()) await pages.close();
});

test.each([
  ["evil.example", 421],
  ["evil.example:8317", 421],
  ["127.0.0.1:9999", 421],
  ["127.0.0.1", 421],
  [HOST, 200],
  ["localhost:8317", 200],
])("a request for the host %s is answered with %i", async (host, status) => {
  const { ask } = opened(null);
  expect((await ask("/", { headers: { host } })).status).toBe(status);
  expect((await ask("/api/v1/overview", { headers: { host } })).status).toBe(status);
});

test("every answer forbids what a page of ours does not need", async () => {
  const { ask } = opened(null);
  const policy = (await ask("/")).headers.get("content-security-policy")!;
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect((await ask("/nothing")).headers.get("content-security-policy")).toBe(policy);
});

test("with a token nobody comes in without it; the address gives a cookie once", async () => {
  const { ask } = opened(null, "geheim");
  expect((await ask("/")).status).toBe(401);
  expect((await ask("/?token=falsch")).status).toBe(401);
  expect((await ask("/api/v1/overview", { headers: { authorization: "Bearer falsch" } })).status).toBe(401);
  expect((await ask("/api/v1/overview", { headers: { authorization: "Bearer geheim" } })).status).toBe(200);
  const entered = await ask("/documents?token=geheim&lang=en");
  expect(entered.status).toBe(303);
  expect(entered.headers.get("location")).toBe("/documents?lang=en");
  const cookie = entered.headers.get("set-cookie")!;
  expect(cookie).toMatch(/HttpOnly.*SameSite=Strict|SameSite=Strict.*HttpOnly/u);
  expect((await ask("/", { headers: { cookie: cookie.split(";")[0]! } })).status).toBe(200);
});

const SHA = storedFile().file.sha256;
const path = `/documents/${SHA}/correct`;
const fields = { action: "set", slot: "sangong.total|合计|actual|2024|||table|", value: "7.40", reason: "看错" };

test("a form is taken from our own page alone: origin and token together", async () => {
  const { ask, submit } = opened("王审计");
  const html = await (await ask(`/documents/${SHA}`)).text();
  const token = /name="token" value="([^"]+)"/u.exec(html)![1]!;
  const send = (headers: Record<string, string>, body: Record<string, string>) =>
    ask(path, { method: "POST", body: new URLSearchParams(body), headers });
  expect((await send({}, { token, ...fields })).status).toBe(403);
  expect((await send({ origin: "http://evil.example" }, { token, ...fields })).status).toBe(403);
  expect((await send({ origin: "null" }, { token, ...fields })).status).toBe(403);
  expect((await send({ origin: `http://${HOST}` }, fields)).status).toBe(403);
  expect((await send({ origin: `http://${HOST}` }, { token: "x", ...fields })).status).toBe(403);
  expect((await send({ origin: `http://${HOST}`, "sec-fetch-site": "cross-site" }, { token, ...fields })).status).toBe(
    403,
  );
  const json = await ask(path, {
    method: "POST",
    body: JSON.stringify({ token, ...fields }),
    headers: { origin: `http://${HOST}`, "content-type": "text/plain" },
  });
  expect(json.status).toBe(403);
  expect((await submit(`/documents/${SHA}`, path, fields)).status).toBe(303);
});

test("read-only pages take nothing, whoever asks", async () => {
  const { ask } = opened(null);
  const response = await ask(path, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { origin: `http://${HOST}` },
  });
  expect(response.status).toBe(403);
});

test("a body longer than a form is refused", async () => {
  const { ask } = opened("王审计");
  const response = await ask(path, {
    method: "POST",
    body: new URLSearchParams({ reason: "x".repeat(64 * 1024) }),
    headers: { origin: `http://${HOST}` },
  });
  expect(response.status).toBe(413);
});

test("an unknown page is told with the search box, a bad parameter with those there are", async () => {
  const { ask } = opened(null);
  const missing = await ask("/documents/xyz");
  expect(missing.status).toBe(400);
  const gone = await ask(`/documents/${"f".repeat(64)}`);
  expect(gone.status).toBe(404);
  expect(await gone.text()).toContain('action="/search"');
  const bad = await ask("/documents?farbe=rot");
  expect(bad.status).toBe(400);
  expect(await bad.text()).toContain("fiscal_year");
});

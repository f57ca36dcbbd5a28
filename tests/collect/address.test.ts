import { request } from "undici";
import { expect, test } from "vitest";
import { mayConnect, refusedAddress } from "../../src/collect/address.ts";
import { checkedAgent } from "../../src/collect/connect.ts";
import { retryAfter } from "../../src/collect/host.ts";
import { COLLECT_LIMITS } from "../../src/collect/limits.ts";
import { portal } from "../support/portal.ts";

test.each([
  ["8.8.8.8", true, true],
  ["10.1.2.3", false, true],
  ["100.64.0.1", false, true],
  ["127.0.0.1", false, true],
  ["172.31.255.255", false, true],
  ["192.168.0.1", false, true],
  ["0.0.0.0", false, false],
  ["169.254.169.254", false, false],
  ["224.0.0.1", false, false],
  ["255.255.255.255", false, false],
  ["2400:3200::1", true, true],
  ["::1", false, true],
  ["fd00::1", false, true],
  ["fe80::1", false, false],
  ["::", false, false],
  ["::ffff:8.8.8.8", false, false],
  ["::ffff:127.0.0.1", false, false],
  ["::ffff:7f00:1", false, false],
  ["64:ff9b::7f00:1", false, false],
  ["64:ff9b:1::1", false, false],
  ["2002:7f00:1::", false, false],
  ["2001:0:7f00:1::", false, false],
  ["ff02::1", false, false],
  ["no address", false, false],
])("%s: of itself %s, named by a person %s", (ip, open, named) => {
  expect([mayConnect(ip, false), mayConnect(ip, true)]).toEqual([open, named]);
});

test.each([
  ["http://www.example.org/a", null],
  ["ftp://www.example.org/a", "scheme"],
  ["http://user:pass@www.example.org/", "password"],
  ["http://0x7f.1/", "private-address"],
  ["http://2130706433/", "private-address"],
  ["http://①②⑦.0.0.1/", "private-address"],
  ["http://[::ffff:7f00:1]/", "private-address"],
  ["http://localhost./", "private-address"],
  ["http://a.localhost/", "private-address"],
  ["http://metadata.google.internal/", "private-address"],
  ["http://1.1.1.1/", null],
])("%s", (address, why) => {
  expect(refusedAddress(new URL(address), new Set())).toBe(why);
});

test("a named host is named by exactly its name", () => {
  const named = new Set(["oa.local", "10.0.0.8"]);
  const why = (address: string): string | null => refusedAddress(new URL(address), named);
  expect(["http://oa.local/", "http://10.0.0.8:8080/"].map(why)).toEqual([null, null]);
  expect(["http://www.oa.local/", "http://10.0.0.9/"].map(why)).toEqual(["private-address", "private-address"]);
});

test.each([
  ["120", 120_000],
  ["0", 0],
  [" 30 ", 30_000],
  ["Thu, 01 Jan 1970 00:05:00 GMT", 300_000],
  ["Thursday, 01-Jan-70 00:05:00 GMT", 300_000],
  ["-5", null],
  ["1.5", null],
  ["2023", 2_023_000],
  ["soon", null],
  [undefined, null],
])("Retry-After: %s", (value, moment) => {
  expect(retryAfter(value, 0)).toBe(moment);
});

test.each([
  ["localhost", [], "a name that resolves into the house"],
  ["127.0.0.1", [], "a literal address, which no lookup is asked about"],
  ["127.0.0.1", ["localhost"], "an address where its name was named"],
])("the connection itself is refused: %s, named %j: %s", async (host, named) => {
  const site = await portal({ "/": "页" });
  const agent = checkedAgent(new Set(named), COLLECT_LIMITS);
  try {
    const asked = request(`http://${host}:${site.port}/`, { dispatcher: agent });
    await expect(asked).rejects.toMatchObject({ code: "PRIVATE_ADDRESS" });
    expect(site.asked).toEqual([]);
  } finally {
    await agent.destroy();
    await site.close();
  }
});

test("a named name is connected to", async () => {
  const site = await portal({ "/": "页" });
  const agent = checkedAgent(new Set(["localhost"]), COLLECT_LIMITS);
  try {
    const { statusCode, body } = await request(`http://localhost:${site.port}/`, { dispatcher: agent });
    await body.dump();
    expect(statusCode).toBe(200);
  } finally {
    await agent.destroy();
    await site.close();
  }
});

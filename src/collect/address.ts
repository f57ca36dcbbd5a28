import { BlockList, isIP } from "node:net";

/** Addresses that are nobody's portal, whoever names them: this network, link-local (with the clouds' own services), multicast, reserved. */
const NEVER: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["169.254.0.0", 16],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];
/** Addresses inside a house: loopback, private, carrier-grade NAT. */
const INSIDE: readonly (readonly [string, number])[] = [
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
];
/** The part of IPv6 that is routed in public, and what of it is not: documentation, Teredo and other tunnels that carry an IPv4 address. */
const PUBLIC_V6 = ["2000::", 3] as const;
const NOT_PUBLIC_V6: readonly (readonly [string, number])[] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
];
const INSIDE_V6: readonly (readonly [string, number])[] = [
  ["::1", 128],
  ["fc00::", 7],
];

const listOf = (subnets: readonly (readonly [string, number])[], type: "ipv4" | "ipv6"): BlockList => {
  const list = new BlockList();
  for (const [net, prefix] of subnets) list.addSubnet(net, prefix, type);
  return list;
};
const never = listOf(NEVER, "ipv4");
const inside = listOf(INSIDE, "ipv4");
const publicV6 = listOf([PUBLIC_V6], "ipv6");
const notPublicV6 = listOf(NOT_PUBLIC_V6, "ipv6");
const insideV6 = listOf(INSIDE_V6, "ipv6");

/**
 * Whether an IP address may be connected to. `named`: a person named this very host, which may then be inside the house; mapped and NAT64
 * addresses, link-local and reserved ones are refused even so.
 */
export function mayConnect(ip: string, named: boolean): boolean {
  if (isIP(ip) === 4) return !never.check(ip, "ipv4") && (named || !inside.check(ip, "ipv4"));
  if (isIP(ip) !== 6) return false;
  if (named && insideV6.check(ip, "ipv6")) return true;
  // ::ffff:0:0/96 and 64:ff9b::/96 lie outside 2000::/3, as does everything local.
  return publicV6.check(ip, "ipv6") && !notPublicV6.check(ip, "ipv6");
}

/** A host of an address without the brackets of IPv6 and without the dot that may end a name. */
export const bareHost = (hostname: string): string => hostname.replace(/^\[|\]$/gu, "").replace(/\.$/u, "");

/** Names that a machine gives to itself or its house. */
const OWN_NAME = /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|home\.arpa)$/iu;

/** Why an address cannot be asked; null where it can, as far as its text tells. The connection is checked again. */
export function refusedAddress(url: URL, named: ReadonlySet<string>): "scheme" | "password" | "private-address" | null {
  if (url.protocol !== "http:" && url.protocol !== "https:") return "scheme";
  if (url.username !== "" || url.password !== "") return "password";
  const host = bareHost(url.hostname);
  if (isIP(host) !== 0) return mayConnect(host, named.has(host)) ? null : "private-address";
  return OWN_NAME.test(host) && !named.has(host) ? "private-address" : null;
}

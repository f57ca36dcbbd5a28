import { lookup as resolve } from "node:dns";
import { isIP, type LookupFunction, type Socket } from "node:net";
import { Agent, buildConnector } from "undici";
import { bareHost, mayConnect } from "./address.ts";
import type { Limits } from "./limits.ts";

/** A connection that was not made, or was ended at once, because of where it leads. */
export class PrivateAddress extends Error {
  override readonly name = "PrivateAddress";
  readonly code = "PRIVATE_ADDRESS";
}

/** An IPv4 connection of a socket that speaks both is told as `::ffff:192.0.2.1`. */
const plain = (ip: string): string => ip.replace(/^::ffff:(?=\d+\.)/iu, "");

/**
 * Connections that are checked where they are made: a name may resolve to anything, and to something else than a moment ago. The addresses
 * a name resolves to are checked before one of them is used, literal addresses (which no lookup is asked about) before connecting, and
 * the other end of every socket once more.
 */
export function checkedAgent(named: ReadonlySet<string>, limits: Limits): Agent {
  const lookup: LookupFunction = (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, "", 4);
      const refused = found.find(({ address }) => !mayConnect(address, named.has(bareHost(hostname))));
      if (refused) return callback(new PrivateAddress(`${hostname} is ${refused.address}`), "", 4);
      if (options.all) callback(null, found);
      else callback(null, found[0]!.address, found[0]!.family);
    });
  };
  const connector = buildConnector({ lookup, timeout: limits.silenceMs });
  return new Agent({
    connections: 1,
    headersTimeout: limits.silenceMs,
    bodyTimeout: limits.silenceMs,
    connect: (options, callback) => {
      const host = bareHost(options.hostname);
      if (isIP(host) !== 0 && !mayConnect(host, named.has(host))) return callback(new PrivateAddress(host), null);
      connector(options, (...[error, socket]) => {
        if (error) return callback(error, null);
        const other = plain((socket as Socket).remoteAddress ?? "");
        if (mayConnect(other, named.has(host))) return callback(null, socket);
        (socket as Socket).destroy();
        callback(new PrivateAddress(`${host} is ${other}`), null);
      });
    },
  });
}

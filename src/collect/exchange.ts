import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw } from "node:zlib";
import { type Agent, request } from "undici";
import type { Clock } from "./clock.ts";
import type { Limits } from "./limits.ts";

/** Why a request brought nothing. */
export type ExchangeTrouble =
  | "private-address"
  | "unknown-host"
  | "not-reached"
  | "old-tls"
  | "certificate"
  | "silent"
  | "too-slow"
  | "cut"
  | "too-large"
  | "unpacks-too-large"
  | "unknown-packing";

/** A request without an answer that can be used. */
export class ExchangeError extends Error {
  override readonly name = "ExchangeError";
  readonly code: ExchangeTrouble;
  readonly detail: string;
  constructor(code: ExchangeTrouble, detail: string) {
    super(`${code}: ${detail}`);
    this.code = code;
    this.detail = detail;
  }
}

/** Troubles that may be gone the next time. */
const PASSING: ReadonlySet<ExchangeTrouble> = new Set(["not-reached", "silent", "too-slow", "cut"]);
export const mayPass = ({ code }: ExchangeError): boolean => PASSING.has(code);

/** One answer, its body whole and unpacked. */
export interface Exchange {
  readonly status: number;
  /** Lower-case names; values byte for byte as Latin-1. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** One GET, without following it anywhere. Throws ExchangeError. */
export async function exchange(
  agent: Agent,
  address: URL,
  headers: Readonly<Record<string, string>>,
  limits: Limits,
  clock: Clock,
): Promise<Exchange> {
  const began = clock.now();
  const ending = new AbortController();
  try {
    const answer = await request(address, {
      method: "GET",
      dispatcher: agent,
      headers: { accept: "*/*", "accept-encoding": "gzip, deflate", ...headers },
      signal: ending.signal,
    });
    const told = Object.fromEntries(
      Object.entries(answer.headers).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, Array.isArray(value) ? value.join(", ") : value]],
      ),
    );
    if (Number(told["content-length"]) > limits.bodyBytes) {
      ending.abort();
      throw new ExchangeError("too-large", `${told["content-length"]} bytes`);
    }
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of answer.body as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      if (length > limits.bodyBytes) throw new ExchangeError("too-large", `more than ${limits.bodyBytes} bytes`);
      if (clock.now() - began > limits.requestMs) throw new ExchangeError("too-slow", `${length} bytes so far`);
      chunks.push(chunk);
    }
    const body = await unpacked(Buffer.concat(chunks), told["content-encoding"] ?? "", limits);
    return { status: answer.statusCode, headers: told, body };
  } catch (error) {
    throw asExchangeError(error);
  } finally {
    ending.abort();
  }
}

const unpackers = {
  gzip: promisify(gunzip),
  "x-gzip": promisify(gunzip),
  br: promisify(brotliDecompress),
  // Some servers send deflate without the frame that the name promises.
  deflate: (bytes: Uint8Array, options: { maxOutputLength: number }) =>
    promisify(inflate)(bytes, options).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "Z_DATA_ERROR") throw error;
      return promisify(inflateRaw)(bytes, options);
    }),
} as const;

async function unpacked(body: Uint8Array, encoding: string, limits: Limits): Promise<Uint8Array> {
  const packings = encoding
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  let bytes = body;
  for (const packing of packings.reverse()) {
    if (bytes.length === 0) return bytes;
    const unpack = unpackers[packing as keyof typeof unpackers];
    if (!unpack) throw new ExchangeError("unknown-packing", packing);
    bytes = await unpack(bytes, { maxOutputLength: limits.unpackedBytes });
  }
  return bytes;
}

const CODES: Readonly<Record<string, ExchangeTrouble>> = {
  PRIVATE_ADDRESS: "private-address",
  ENOTFOUND: "unknown-host",
  EAI_AGAIN: "not-reached",
  UND_ERR_HEADERS_TIMEOUT: "silent",
  UND_ERR_BODY_TIMEOUT: "silent",
  UND_ERR_CONNECT_TIMEOUT: "silent",
  ETIMEDOUT: "silent",
  UND_ERR_SOCKET: "cut",
  ECONNRESET: "cut",
  EPIPE: "cut",
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "cut",
  Z_BUF_ERROR: "cut",
  ERR_BUFFER_TOO_LARGE: "unpacks-too-large",
  ERR_SSL_UNSAFE_LEGACY_RENEGOTIATION_DISABLED: "old-tls",
  ERR_SSL_UNSUPPORTED_PROTOCOL: "old-tls",
  ERR_SSL_DH_KEY_TOO_SMALL: "old-tls",
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: "old-tls",
};

function asExchangeError(error: unknown): ExchangeError {
  if (error instanceof ExchangeError) return error;
  const { code = "", message, errors } = error as NodeJS.ErrnoException & { errors?: readonly unknown[] };
  // Several addresses of a name were tried.
  if (errors?.length) return asExchangeError(errors[0]);
  const known = CODES[code];
  if (known) return new ExchangeError(known, message);
  if (code.startsWith("HPE_")) return new ExchangeError("cut", message);
  if (code.startsWith("Z_")) return new ExchangeError("unknown-packing", message);
  if (/^(?:CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_CERT)/u.test(code))
    return new ExchangeError("certificate", message);
  if (code === "" && !(error instanceof Error && /socket|closed|network/iu.test(error.message))) throw error;
  return new ExchangeError("not-reached", message);
}

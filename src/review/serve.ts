import { networkInterfaces } from "node:os";
import { serve as listen } from "@hono/node-server";
import { engineVersion } from "../batch/engine-version.ts";
import { lastChange, openStore } from "../store/index.ts";
import { reviewApp } from "./app.tsx";
import { asker } from "./asker.ts";
import { deciding } from "./deciding.ts";

/** How the pages are served. */
export interface ServeOptions {
  readonly database: string;
  readonly host: string;
  readonly port: number;
  /** Needed from everyone where the host is not this machine alone. */
  readonly token: string | null;
  /** Name under which people decide; null: the pages only show. */
  readonly author: string | null;
  readonly version: string;
  /** Told what went wrong on our side. */
  readonly onBug: (error: Error) => void;
}

/** A server that runs. */
export interface Serving {
  readonly address: string;
  close(): Promise<void>;
}

/** The port is somebody else's, or the host is no address of this machine. */
export class ServeError extends Error {
  override readonly name = "ServeError";
  readonly code: "port-taken" | "no-host";
  constructor(code: "port-taken" | "no-host", where: string) {
    super(where);
    this.code = code;
  }
}

/** Pages that between them have the parts of all. */
const FIRST_PAGES = ["/", "/panel?limit=2", "/documents?limit=2"];

const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);

/** Whether only programs of this machine reach a host. */
export const isLoopback = (host: string): boolean => LOOPBACK.has(host);

/** Starts the pages over a database. Throws StoreError where it cannot be read, ServeError where nothing can listen. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { database, host, port, token, author, version, onBug } = options;
  // A store that cannot be read is told before anything listens; `--review` needs one that can be written.
  const store = openStore(database, { readonly: author === null });
  const engine = engineVersion({});
  const state = async (): Promise<string> => `${lastChange(store)}-${engine.slice(0, 12)}-${version}`;
  const threads = asker(database);
  const hosts = new Set<string>();
  const today = (): string => new Date().toISOString().slice(0, 10);
  const app = reviewApp({
    asker: threads,
    guard: { hosts, token },
    deciding: author === null ? null : deciding(database, author, today),
    version,
    state,
    onBug,
  });
  const server = await new Promise<ReturnType<typeof listen>>((resolve, reject) => {
    const started = listen({ fetch: app.fetch, hostname: host, port }, () => resolve(started));
    started.on("error", (error: NodeJS.ErrnoException) => {
      void threads.close();
      store.close();
      reject(
        error.code === "EADDRINUSE"
          ? new ServeError("port-taken", `${host}:${port}`)
          : new ServeError("no-host", `${host}:${port} (${error.code ?? error.message})`),
      );
    });
  });
  const { port: actual } = server.address() as { port: number };
  for (const name of ownNames(host)) {
    hosts.add(`${name}:${actual}`.toLowerCase());
    if (actual === 80) hosts.add(name.toLowerCase());
  }
  await threads.ready();
  // The first to look at a page does not wait for its code to be made: it has been made once by then.
  const [own] = hosts;
  const asks = {
    headers: { host: own!, ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
  };
  for (const path of FIRST_PAGES) await app.request(`http://${own}${path}`, asks);
  const shown = host.includes(":") ? `[${host}]` : host;
  return {
    address: `http://${shown}:${actual}/`,
    close: async () => {
      await new Promise<void>((done) => server.close(() => done()));
      await threads.close();
      store.close();
    },
  };
}

/** Names under which this machine is asked: those of the host, of every address where it listens on all. */
function ownNames(host: string): string[] {
  const bracketed = (address: string): string => (address.includes(":") ? `[${address}]` : address);
  if (isLoopback(host)) return ["127.0.0.1", "localhost", "[::1]"];
  if (host !== "0.0.0.0" && host !== "::") return [bracketed(host)];
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list?.map(({ address }) => address) ?? []);
  return ["localhost", ...addresses.map(bracketed)];
}

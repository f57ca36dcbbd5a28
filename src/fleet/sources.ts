import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { AwsClient } from "aws4fetch";
import { systemPath } from "../lib/file-names.ts";
import { FleetError, isNoRoom } from "./errors.ts";

/** Where the files of a round lie for all workers, under their sha256: a shared folder or a bucket that speaks S3. */
export interface Sources {
  /** Puts a file there unless it is there already. Throws FleetError `no-sources`, `no-room`. */
  putIfAbsent(sha256: string, path: string): Promise<void>;
  /**
   * Brings a file to `path`; its bytes are checked. Throws FleetError `missing` and `other-bytes` (this file alone), `no-sources` (none can be
   * had for now), `no-room` (it cannot be put down here).
   */
  get(sha256: string, path: string): Promise<void>;
}

/** A folder, or `s3://bucket/prefix` with AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION, AWS_ENDPOINT_URL in the environment. */
export const sourcesAt = (where: string): Sources => (where.startsWith("s3://") ? bucket(where) : folder(where));

/** The sha256 of a file's bytes. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(systemPath(path)), hash);
  return hash.digest("hex");
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

function folder(root: string): Sources {
  const placeOf = (sha256: string): string => join(root, sha256.slice(0, 2), sha256);
  const failed = (error: unknown): FleetError =>
    new FleetError(isNoRoom(error) ? "no-room" : "no-sources", `${root}: ${(error as Error).message}`, error);
  return {
    putIfAbsent: async (sha256, path) => {
      const to = placeOf(sha256);
      if (await isThere(to)) return;
      // Under another name first: whoever looks sees the whole file or none.
      const part = `${to}.${process.pid}.part`;
      try {
        await mkdir(join(root, sha256.slice(0, 2)), { recursive: true });
        await copyFile(systemPath(path), part);
        await rename(part, to);
      } catch (error) {
        await rm(part, { force: true }).catch(() => {});
        throw failed(error);
      }
    },
    get: async (sha256, path) => {
      try {
        await copyFile(placeOf(sha256), path);
      } catch (error) {
        // A share that is not mounted lacks every file.
        const gone = (error as NodeJS.ErrnoException).code === "ENOENT" && (await isThere(root));
        throw gone ? new FleetError("missing", sha256, error) : failed(error);
      }
      await checked(sha256, path);
    },
  };
}

async function checked(sha256: string, path: string): Promise<void> {
  if ((await sha256Of(path)) === sha256) return;
  await rm(path, { force: true });
  throw new FleetError("other-bytes", sha256);
}

function bucket(where: string): Sources {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_REGION, AWS_ENDPOINT_URL } = process.env;
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY || !AWS_ENDPOINT_URL) throw new FleetError("no-sources", where);
  const client = new AwsClient({
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN && { sessionToken: AWS_SESSION_TOKEN }),
    region: AWS_REGION ?? "us-east-1",
    service: "s3",
  });
  const { host, pathname } = new URL(where);
  const address = (sha256: string): string =>
    `${AWS_ENDPOINT_URL.replace(/\/$/u, "")}/${host}${pathname.replace(/\/$/u, "")}/${sha256.slice(0, 2)}/${sha256}`;
  const ask = async (sha256: string, init: RequestInit = {}): Promise<Response> => {
    const response = await client.fetch(address(sha256), init).catch((error: unknown) => {
      throw new FleetError("no-sources", `${where}: ${(error as Error).message}`, error);
    });
    if (response.ok || response.status === 404) return response;
    throw new FleetError("no-sources", `${where}: ${response.status}`);
  };
  return {
    putIfAbsent: async (sha256, path) => {
      if ((await ask(sha256, { method: "HEAD" })).ok) return;
      const put = await ask(sha256, { method: "PUT", body: new Uint8Array(await readFile(systemPath(path))) });
      if (!put.ok) throw new FleetError("no-sources", `${where}: ${put.status}`);
    },
    get: async (sha256, path) => {
      const response = await ask(sha256);
      if (!response.ok) throw new FleetError("missing", sha256);
      const body = await response.arrayBuffer().catch((error: unknown) => {
        throw new FleetError("no-sources", `${where}: ${(error as Error).message}`, error);
      });
      await writeFile(path, new Uint8Array(body)).catch((error: unknown) => {
        throw isNoRoom(error) ? new FleetError("no-room", path, error) : error;
      });
      await checked(sha256, path);
    },
  };
}

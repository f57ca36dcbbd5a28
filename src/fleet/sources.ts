import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AwsClient } from "aws4fetch";
import { FleetError } from "./errors.ts";

/** Where the files of a round lie for all workers, under their sha256: a shared folder or a bucket that speaks S3. */
export interface Sources {
  /** Puts a file there unless it is there already. */
  putIfAbsent(sha256: string, path: string): Promise<void>;
  /** Brings a file to `path`; its bytes are checked. Throws FleetError `other-bytes`. */
  get(sha256: string, path: string): Promise<void>;
}

/** A folder, or `s3://bucket/prefix` with AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION, AWS_ENDPOINT_URL in the environment. */
export const sourcesAt = (where: string): Sources => (where.startsWith("s3://") ? bucket(where) : folder(where));

/** The sha256 of a file's bytes. */
export const sha256Of = async (path: string): Promise<string> =>
  createHash("sha256")
    .update(await readFile(path))
    .digest("hex");

const below = (sha256: string): string => join(sha256.slice(0, 2), sha256);

function folder(root: string): Sources {
  return {
    putIfAbsent: async (sha256, path) => {
      const to = join(root, below(sha256));
      if (
        await stat(to).then(
          () => true,
          () => false,
        )
      )
        return;
      await mkdir(join(root, sha256.slice(0, 2)), { recursive: true });
      // Under another name first: whoever looks sees the whole file or none.
      const part = `${to}.${process.pid}.part`;
      await copyFile(path, part);
      await rename(part, to);
    },
    get: async (sha256, path) => {
      await copyFile(join(root, below(sha256)), path);
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
  const failed = (response: Response): FleetError => new FleetError("no-sources", `${where}: ${response.status}`);
  return {
    putIfAbsent: async (sha256, path) => {
      const there = await client.fetch(address(sha256), { method: "HEAD" });
      if (there.ok) return;
      if (there.status !== 404) throw failed(there);
      const put = await client.fetch(address(sha256), { method: "PUT", body: new Uint8Array(await readFile(path)) });
      if (!put.ok) throw failed(put);
    },
    get: async (sha256, path) => {
      const response = await client.fetch(address(sha256));
      if (!response.ok) throw failed(response);
      await writeFile(path, new Uint8Array(await response.arrayBuffer()));
      await checked(sha256, path);
    },
  };
}

import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AwsV4Signer } from "aws4fetch";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sourcesAt } from "../../src/fleet/sources.ts";

const KEYS = { accessKeyId: "AKTEST", secretAccessKey: "geheim" };
const objects = new Map<string, Buffer>();
let server: Server;

/** A bucket that looks at the signature of every request, as S3 does. */
beforeAll(async () => {
  server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      void (async () => {
        const url = `http://${request.headers.host}${request.url}`;
        const date = String(request.headers["x-amz-date"]);
        const hash = String(request.headers["x-amz-content-sha256"] ?? "UNSIGNED-PAYLOAD");
        const signer = new AwsV4Signer({
          ...KEYS,
          url,
          method: request.method!,
          headers: { "x-amz-content-sha256": hash },
          datetime: date,
          service: "s3",
          region: "us-east-1",
        });
        const { headers } = await signer.sign();
        if (headers.get("authorization") !== request.headers.authorization) {
          response.writeHead(403).end();
          return;
        }
        const found = objects.get(request.url!);
        if (request.method === "PUT") {
          objects.set(request.url!, Buffer.concat(pieces));
          response.writeHead(200).end();
        } else if (!found) response.writeHead(404).end();
        else response.writeHead(200).end(request.method === "HEAD" ? undefined : found);
      })();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  process.env.AWS_ENDPOINT_URL = `http://127.0.0.1:${port}`;
});
afterAll(() => {
  server.close();
  for (const name of ["AWS_ENDPOINT_URL", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]) delete process.env[name];
});

test("a bucket keeps each file once under its hash; other bytes and a wrong key are told", async () => {
  process.env.AWS_ACCESS_KEY_ID = KEYS.accessKeyId;
  process.env.AWS_SECRET_ACCESS_KEY = KEYS.secretAccessKey;
  const folder = mkdtempSync(join(tmpdir(), "bucket-"));
  const path = join(folder, "决算.txt");
  writeFileSync(path, "白鹭县档案馆2024年度部门决算");
  const sha256 = createHash("sha256").update(readFileSync(path)).digest("hex");
  const place = sourcesAt("s3://disclosures/2024");
  await place.putIfAbsent(sha256, path);
  await place.putIfAbsent(sha256, path);
  expect([...objects.keys()]).toEqual([`/disclosures/2024/${sha256.slice(0, 2)}/${sha256}`]);
  await place.get(sha256, join(folder, "again"));
  expect(readFileSync(join(folder, "again"), "utf8")).toBe(readFileSync(path, "utf8"));
  objects.set([...objects.keys()][0]!, Buffer.from("tampered"));
  await expect(place.get(sha256, join(folder, "bad"))).rejects.toMatchObject({ code: "other-bytes" });
  process.env.AWS_SECRET_ACCESS_KEY = "falsch";
  await expect(sourcesAt("s3://disclosures/2024").get(sha256, join(folder, "x"))).rejects.toMatchObject({
    code: "no-sources",
  });
});

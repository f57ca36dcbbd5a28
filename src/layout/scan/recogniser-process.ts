import process from "node:process";
import { watched } from "../../lib/helper/watched.ts";
import type { ReadAnswer, ReadRequest } from "./recogniser-processes.ts";

/** What one call may take: the process is ended beyond it. */
const MEGABYTES = 700;
const SECONDS = 240;

/** The other side of `recognisers`: answers calls with `read`, one after the other, and ends with the process that started it. */
export function serve<Request, Read>(read: (request: Request) => Promise<Read>): void {
  // It leaves nothing behind that it would have to tidy up.
  const busy = watched({ megabytes: MEGABYTES, seconds: SECONDS }, 0);
  process.on("message", async ({ id, request }: ReadRequest<Request>) => {
    busy(true);
    const said = await read(request).then(
      (known): ReadAnswer<Read> => ({ id, read: known }),
      (error: unknown): ReadAnswer<Read> => ({ id, trouble: String(error) }),
    );
    busy(false);
    process.send?.(said);
  });
  process.on("disconnect", () => process.exit());
}

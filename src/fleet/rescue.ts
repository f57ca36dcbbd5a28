import type { Connection } from "./connection.ts";
import { FLEET, IS_ALIVE, MOST_STARTS, QUEUE, QUEUE_SCHEMA, RESCUED } from "./schema.ts";

const LOST = `
SELECT c.job, c.attempt, c.worker, c.page FROM ${FLEET}.claim AS c
  JOIN ${QUEUE_SCHEMA}.job AS j ON j.id = c.job AND j.name = '${QUEUE}' AND j.state = 'active' AND j.retry_count = c.attempt
WHERE NOT ${IS_ALIVE("c.worker")} LIMIT 50`;

/**
 * Gives back what workers hold whose session is gone, at once and without a clock: PostgreSQL knows who is there. It comes before all that
 * waits: jobs of one transaction bear one time, and the queue would give what was put back last of them. A task that ended its third worker
 * is set aside with the page it had reached. Gives the number of tasks given back.
 */
export async function rescue({ pool, boss, transaction }: Connection): Promise<number> {
  const { rows } = await pool.query<{ job: string; attempt: number; worker: number; page: number | null }>(LOST);
  for (const { job, attempt, worker, page } of rows)
    await transaction(async (client, db) => {
      // Fenced by the attempt: another one that rescues at the same time, or a holder that came back, changes nothing twice.
      const { affected } = (await boss.fail(QUEUE, { id: job, retryCount: attempt }, { worker, page }, { db })) as {
        affected: number;
      };
      if (affected !== 1) return;
      await boss.update({ name: QUEUE, options: { id: job, priority: RESCUED, db } });
      await client.query(`DELETE FROM ${FLEET}.claim WHERE job = $1 AND attempt = $2`, [job, attempt]);
      if (attempt + 1 >= MOST_STARTS)
        await client.query(`UPDATE ${FLEET}.task SET state = 'aside', note = $2 WHERE job = $1 AND state = 'waiting'`, [
          job,
          page === null ? `${MOST_STARTS} workers ended` : `${MOST_STARTS} workers ended, page ${page}`,
        ]);
    });
  return rows.length;
}

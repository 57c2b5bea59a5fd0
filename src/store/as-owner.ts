import { connectOrm, faultOf } from './connection.ts';
import { execute, WRITER_LOCK, type Writing } from './database.ts';

/**
 * One transaction of the owner, in the writer's turn, for what no serving login may do: erasing. The work is committed
 * whole or not at all.
 */
export async function asOwner<T>(ownerUrl: string, work: (em: Writing) => Promise<T>): Promise<T> {
  const orm = connectOrm(ownerUrl);
  const em = orm.em.fork();
  let fault: unknown = null;
  try {
    return await orm.em.getConnection().getClient().transaction().execute(async (transaction) => {
      em.setTransactionContext(transaction);
      try {
        await execute(em, `select set_config('app.erasing', 'yes', true), pg_advisory_xact_lock($1)`, [WRITER_LOCK]);
        return await work(em);
      } catch (error) {
        fault = error;
        throw error;
      }
    });
  } catch (error) {
    // The fault of the work, rather than that of the rollback it led to.
    throw faultOf(fault ?? error);
  } finally {
    await orm.close();
  }
}

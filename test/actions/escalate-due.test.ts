import type { Client } from 'pg';
import { escalateDue } from '../../src/actions/escalate-due.ts';
import { startEscalating, type WatchServices } from '../../src/actions/start-escalating.ts';
import type { LogFields } from '../../src/logging/log-fields.ts';
import { connectClient } from '../../src/store/connection.ts';
import { asWriter, openDatabase, type Database } from '../../src/store/database.ts';
import { ALERT_CHANNEL, settleAlert } from '../../src/store/write/alert-store.ts';
import { aDecidingHub, MINUTE, type DecidingHub } from './a-deciding-hub.ts';
import { AT_TWO, anAlert, raised, toldOf } from './an-alert.ts';

let hub: DecidingHub;
let client: Client;
beforeAll(async () => {
  hub = await aDecidingHub();
  client = await connectClient(hub.ingest.superuserUrl);
});
afterEach(async () => {
  await hub.ingest.rows('delete from briefing_notice');
  await hub.ingest.rows(`delete from audit_event where kind = 'ESCALATION'`);
});
afterAll(async () => {
  await client.end();
  await hub.close();
});

const after = (minutes: number): number => AT_TWO + minutes * MINUTE;
const raise = (changes: Parameters<typeof anAlert>[0] = {}): Promise<string> => raised(hub.services.database, anAlert(changes));

/** What one hub needs, at a moment, and what it said in its log. */
function aWatch(now: () => number, database: Database = hub.services.database): WatchServices & { readonly said: readonly (readonly [string, LogFields | undefined])[] } {
  const said: (readonly [string, LogFields | undefined])[] = [];
  const say = (event: string, fields?: LogFields): void => {
    said.push([event, fields]);
  };
  return { database, clock: now, log: { warn: say, error: say }, followDirectory: () => Promise.resolve(), said };
}

interface Written {
  readonly at: string;
  readonly alert: string;
  readonly step: number;
  readonly notAnsweredBy: string;
  readonly next: string | null;
}

async function written(): Promise<Written[]> {
  const rows = await hub.ingest.rows<{ at: string; body: Omit<Written, 'at'> }>(
    `select to_char(at at time zone 'UTC', 'HH24:MI') as at, body from audit_event where kind = 'ESCALATION' order by body->>'answerBy', body->>'step'`,
  );
  return rows.map(({ at, body: { alert, step, notAnsweredBy, next } }) => ({ at, alert, step, notAnsweredBy, next }));
}

describe('an alert that is not answered in its time', () => {
  test('is written down once for each step, with who did not answer, when it was seen, and who is next', async () => {
    const alert = await raise();
    const watch = aWatch(() => after(15));
    expect(await escalateDue(watch)).toBe(after(30));
    expect(await escalateDue(watch)).toBe(after(30));
    expect(await written()).toEqual([{ at: '02:15', alert, step: 1, notAnsweredBy: 'SENIOR_WORKER:northmere', next: 'TEAM_MANAGER:northmere' }]);
    expect(watch.said).toEqual([['alert-escalated', expect.objectContaining({ reference: alert, role: 'SENIOR_WORKER', agency: 'northmere', count: 1 })]]);
  });

  test('is an act of the hub, on the child as they are shown, in words of closed lists and ids', async () => {
    const [record] = await hub.ingest.rows<{ record: string }>('select record from record_group where child_id = $1', [hub.child]);
    const { about } = anAlert();
    await raise({ about, child: record?.record ?? '' });
    await escalateDue(aWatch(() => after(15)));
    expect(await hub.ingest.rows(`select actor, agency, role, children, body from audit_event where kind = 'ESCALATION'`)).toEqual([
      {
        actor: 'homeward',
        agency: 'homeward',
        role: 'HUB',
        children: [hub.child],
        body: expect.objectContaining({ action: 'escalateAlert', of: 'ALARM', about, answerBy: '2025-11-20T02:15:00.000Z' }) as unknown,
      },
    ]);
  });

  test('waits a moment before its time, and nothing waits where it was answered', async () => {
    const alert = await raise();
    expect(await escalateDue(aWatch(() => after(15) - 1))).toBe(after(15));
    await asWriter(hub.services.database, (em) => settleAlert(em, { alert }, { by: 'sal@northmere', at: after(15) - 1 }));
    expect(await escalateDue(aWatch(() => after(600)))).toBeNull();
    expect(await written()).toEqual([]);
  });

  test('is written down without those that were', async () => {
    const [answered, open] = [await raise(), await raise()];
    await asWriter(hub.services.database, (em) => settleAlert(em, { alert: answered }, { by: 'sal@northmere', at: after(1) }));
    await escalateDue(aWatch(() => after(15)));
    expect((await written()).map(({ alert }) => alert)).toEqual([open]);
  });

  test('by the last of the chain alarms the log, and stays before all of them', async () => {
    await raise();
    const watch = aWatch(() => after(60));
    expect(await escalateDue(watch)).toBeNull();
    expect(watch.said.map(([event]) => event)).toEqual(['alert-escalated', 'alert-escalated', 'alert-escalated', 'alert-unanswered']);
    expect((await written()).at(-1)).toMatchObject({ step: 4, notAnsweredBy: 'HUB_COORDINATOR:northmere', next: null });
    expect((await Promise.all(['sal', 'mo', 'ede', 'nia'].map((who) => toldOf(hub, who, after(600))))).map(({ length }) => length)).toEqual([1, 1, 1, 1]);
  });

  test('is said on the channel by the id of the notice that is to be seen now', async () => {
    const alert = await raise();
    const [next] = await toldOf(hub, 'mo', after(15));
    const heard = await hearing(1, () => escalateDue(aWatch(() => after(15))));
    expect(heard).toEqual([{ alert, notice: next?.['id'] }]);
  });

  test('while every hub was down is caught up with at the start: the next see it, and the log says when', async () => {
    const alert = await raise();
    // Nothing ran since: that they see it does not depend on it.
    expect(await toldOf(hub, 'mo', after(17))).toHaveLength(1);
    const restarted = startEscalating(aWatch(() => after(32)), { intervalMs: MINUTE });
    await restarted.stop();
    expect(await written()).toEqual([
      { at: '02:32', alert, step: 1, notAnsweredBy: 'SENIOR_WORKER:northmere', next: 'TEAM_MANAGER:northmere' },
      { at: '02:32', alert, step: 2, notAnsweredBy: 'TEAM_MANAGER:northmere', next: 'EDT:northmere' },
    ]);
    const again = startEscalating(aWatch(() => after(40)), { intervalMs: MINUTE });
    await again.stop();
    expect(await written()).toHaveLength(2);
  });
});

describe('the watch over alerts', () => {
  test('wakes when the next answer is due', async () => {
    await raise();
    // The look at the start, and reckoning how long to wait, are just before the time.
    const times = [after(15) - 5, after(15) - 5];
    const heard = await hearing(1, () => Promise.resolve(startEscalating(aWatch(() => times.shift() ?? after(15)), { intervalMs: 10 * MINUTE })));
    expect(heard).toHaveLength(1);
    expect(await written()).toMatchObject([{ step: 1 }]);
  });

  test('puts what waits before who stands there now first, so that nobody is written down as silent who has left', async () => {
    const alert = await raise();
    const followDirectory = async (): Promise<void> => {
      await asWriter(hub.services.database, (em) => settleAlert(em, { alert }, { by: 'homeward', at: after(15) }));
    };
    await startEscalating({ ...aWatch(() => after(20)), followDirectory }, { intervalMs: MINUTE }).stop();
    expect(await written()).toEqual([]);
  });

  test('writes down who did not answer though it could not be looked who stands there', async () => {
    await raise();
    const watch = { ...aWatch(() => after(20)), followDirectory: () => Promise.reject(new TypeError('no directory')) };
    await startEscalating(watch, { intervalMs: MINUTE }).stop();
    expect(watch.said.map(([event]) => event)).toContain('escalation-failed');
    expect(await written()).toMatchObject([{ step: 1 }]);
  });

  test('looks again after a look that failed, and says that it did', async () => {
    await raise();
    let looks = 0;
    const watch = aWatch(() => {
      looks += 1;
      if (looks === 1) {
        throw new TypeError('the clock stopped');
      }
      return after(15);
    });
    await hearing(1, () => Promise.resolve(startEscalating(watch, { intervalMs: 1 })));
    expect(watch.said.map(([event]) => event)).toContain('escalation-failed');
    expect(await written()).toMatchObject([{ step: 1 }]);
  });
});

describe('several hubs on one database', () => {
  let other: Database;
  beforeAll(async () => {
    other = await openDatabase({ hub: hub.ingest.hubUrl, owner: null });
  });
  afterAll(() => other.close());

  test('write each step down once between them', async () => {
    // More than are taken in one turn.
    const alerts = await Promise.all(Array.from({ length: 120 }, () => raise()));
    const watches = [aWatch(() => after(60)), aWatch(() => after(60), other)];
    await Promise.all([...watches, ...watches].map((watch) => escalateDue(watch)));
    const steps = (await written()).map(({ alert, step }) => `${alert} ${String(step)}`);
    expect(new Set(steps)).toEqual(new Set(alerts.flatMap((alert) => [1, 2, 3, 4].map((step) => `${alert} ${String(step)}`))));
    expect(steps).toHaveLength(480);
    expect(watches.flatMap(({ said }) => said)).toHaveLength(480);
  });

  test('of which one is killed after marking a step and before writing it down: another does both, once', async () => {
    const alert = await raise();
    await client.query('begin');
    // Whoever writes an audit event now waits.
    await client.query('lock table audit_event in exclusive mode');
    const killed = aWatch(() => after(15));
    const dying = escalateDue(killed);
    const failed = expect(dying).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    await killWhoWaitsForTheAudit();
    await failed;
    await client.query('rollback');
    expect(killed.said).toEqual([]);
    expect(await hub.ingest.rows('select step from briefing_notice where escalated_at is not null')).toEqual([]);
    await escalateDue(aWatch(() => after(15), other));
    expect(await written()).toMatchObject([{ alert, step: 1 }]);
    expect(await hub.ingest.rows('select step from briefing_notice where escalated_at is not null')).toEqual([{ step: 1 }]);
  });

  /** Ends the connection that waits to insert into the audit events, as soon as there is one. */
  async function killWhoWaitsForTheAudit(): Promise<void> {
    for (;;) {
      const killed = await hub.ingest.rows(
        `select pg_terminate_backend(l.pid) from pg_locks l join pg_database d on d.oid = l.database
         where d.datname = current_database() and l.relation = 'audit_event'::regclass and not l.granted`,
      );
      if (killed.length > 0) {
        return;
      }
    }
  }
});

/** What is said on the channel of alerts from the moment something is done; what was started is stopped once enough was heard. */
async function hearing(count: number, act: () => Promise<number | null | { stop(): Promise<void> }>): Promise<unknown[]> {
  const heard: unknown[] = [];
  const enough = new Promise<void>((resolve) => {
    client.on('notification', (said: { readonly payload?: string | undefined }) => {
      heard.push(JSON.parse(said.payload ?? 'null'));
      if (heard.length === count) {
        resolve();
      }
    });
  });
  await client.query(`listen ${ALERT_CHANNEL}`);
  const started = await act();
  await enough;
  await client.query(`unlisten ${ALERT_CHANNEL}`);
  client.removeAllListeners('notification');
  if (typeof started === 'object') {
    await started?.stop();
  }
  return heard;
}

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { asWriter, execute } from '../../../src/store/database.ts';
import { anAlert, raised } from '../../actions/an-alert.ts';
import { aDatabase, type TestDatabase } from '../../support/a-database.ts';
import { aPhone, type Phone } from './a-phone.ts';

const PROGRAM = ['--import', path.join(import.meta.dirname, '../../support/typescript-hooks.mjs'), path.join(import.meta.dirname, 'ringing-process.ts')];

let store: TestDatabase;
let phone: Phone;
beforeAll(async () => {
  [store, phone] = await Promise.all([aDatabase(), aPhone()]);
});
afterAll(async () => {
  await phone.close();
  await store.close();
});

it('whoever is killed once the phone rang and before that was kept rings it again under the same id, which the receiver knows, and then no more', async () => {
  const now = Date.now();
  const alert = await raised(store.database, anAlert({ raisedAt: now, chain: [{ to: 'SENIOR_WORKER:northmere', from: now, until: now + 900_000 }] }));
  let worker = begin();
  phone.onHeard = () => {
    if (phone.heard.length === 1) {
      worker.kill('SIGKILL');
      worker = begin();
    }
  };
  while ((await rung()).length === 0) {
    await sleep(50);
  }
  // Many a look later, too.
  await sleep(1000);
  const ended = once(worker, 'exit');
  worker.stdin?.write('stop\n');
  expect(await ended).toEqual([0, null]);
  expect(phone.heard.map(({ body }) => (JSON.parse(body) as { alert: string }).alert)).toEqual([alert, alert]);
  expect(new Set(phone.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(await rung()).toEqual([{ tries: 2 }]);
}, 60_000);

const rung = (): Promise<unknown[]> => asWriter(store.database, (em) => execute(em, 'select tries from alert_ring where rung_at is not null'));

function begin(): ChildProcess {
  return spawn(process.execPath, [...PROGRAM, store.hubUrl, phone.origin], { stdio: ['pipe', 'pipe', 'inherit'] });
}

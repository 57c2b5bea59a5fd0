import { setTimeout as sleep } from 'node:timers/promises';
import { demonstrationDirectory } from '../../src/cli/demonstration/demonstration-directory.ts';
import { demonstrationExchange } from '../../src/cli/demonstration/demonstration-exchange.ts';
import { aPhone, PHONE_SECRET, type Phone } from '../exchange/rings/a-phone.ts';
import { aRunningHub, type RunningHub } from './a-running-hub.ts';
import { aMissing } from './documents.ts';

/** The command goes by the clock of the machine, so the child is missing just now. */
const NOW = Date.now();
const MINUTE = 60_000;
const at = (minutes: number): string => new Date(NOW + minutes * MINUTE).toISOString();

const ringing = (origin: string): string => `
hub: { id: hub-north, name: "Northmere's invented hub" }
channels: [{ id: phones, kind: WEBHOOK, agency: northmere, url: "${origin}/SECRETPATH", secret: with-phones }]
endpoints: [{ origin: "${origin}", pathPrefix: "/", demonstration: true }]
rings: [{ agency: northmere, role: SENIOR_WORKER, channel: phones }]
`;

let hub: RunningHub;
let phone: Phone;
beforeAll(async () => {
  phone = await aPhone();
  phone.answers = 503;
  const directory = demonstrationDirectory.replace(demonstrationExchange, ringing(phone.origin));
  hub = await aRunningHub({ directory, keys: [{ kty: 'oct', use: 'webhook', kid: 'with-phones', k: PHONE_SECRET.toString('base64url') }] });
  hub.now = NOW;
});
afterAll(async () => {
  await hub.close();
  await phone.close();
});

/** The hub looks every few seconds whom to ring. */
async function heard(times: number): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (phone.heard.length < times && Date.now() < deadline) {
    await sleep(50);
  }
  expect(phone.heard.length).toBe(times);
  // What came of it is kept once the answer is there.
  await sleep(500);
}

describe('whose phone rings, at the command line', () => {
  it('is nobody’s where nothing waits', async () => {
    const { code, out } = await hub.command('alerts', 'rings');
    expect([code, out]).toEqual([0, expect.stringContaining('Nothing rings anybody of an alert that waits.')]);
  });

  it('is listed by ids and the host alone, and ends with 1 once somebody could not be rung, until they are rung anew', async () => {
    await hub.deliver(aMissing({ 'Header/SentAt': at(-10), 'Report/MissingSince': at(-60) }));
    await heard(1);
    const host = phone.origin.slice('http://'.length);
    const trying = await hub.command('alerts', 'rings');
    expect(trying.out).toMatch(/^RING +ALERT +STEP +WHO +OVER +TRIES +LAST TRIED +OUTCOME +ANSWER BY\n/);
    // By the clock of the machine a slow one is late for the next try, which the hub's clock has not come to.
    expect(trying.out).toMatch(new RegExp(`^[0-9a-f-]{36} +[0-9a-f-]{36} +\\d +SENIOR_WORKER:northmere +${host} +1 +\\S+Z +(tried again|not tried): RECEIVER_FAILED +\\S+Z$`, 'm'));
    hub.now = NOW + 30 * MINUTE;
    await heard(2);
    const failed = await hub.command('alerts', 'rings');
    expect([failed.code, failed.out]).toEqual([1, expect.stringMatching(/not rung: RECEIVER_FAILED[^]*ring them yourself/)]);
    expect(failed.out).not.toMatch(/SECRETPATH|Wrenna|CHILD_MISSING|Example/);
    phone.answers = 204;
    const [id = ''] = /^[0-9a-f-]{36}/m.exec(failed.out) ?? [];
    const asked = await hub.command('alerts', 'ring', id);
    expect([asked.code, asked.out]).toEqual([0, expect.stringMatching(/^It is rung anew as [0-9a-f-]{36}\./)]);
    await heard(3);
    const rung = await hub.command('alerts', 'rings');
    expect([rung.code, rung.out]).toEqual([0, expect.stringMatching(/ rung +\S+Z\n/)]);
    expect(rung.out).not.toContain(id);
  });

  it.each(['00000000-0000-4000-8000-0000000000ff', 'SECRETWORD'])('refuses to ring of nothing: %s', async (id) => {
    const { code, err } = await hub.command('alerts', 'ring', id);
    expect([code, err]).toEqual([1, expect.stringContaining('homeward alerts rings')]);
    expect(err).not.toContain('SECRETWORD');
  });
});

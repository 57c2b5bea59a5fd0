import { randomUUID } from 'node:crypto';
import type { Actor, Acted } from '../../src/actions/action-services.ts';
import { assignWorker } from '../../src/actions/assign-worker.ts';
import { recordOffer, type RecordOffer } from '../../src/actions/record-offer.ts';
import { aDecidingHub, MORNING, type DecidingHub } from './a-deciding-hub.ts';
import { actor, aDirectoryOfPeople } from './some-people.ts';

let hub: DecidingHub;
beforeAll(async () => {
  hub = await aDecidingHub();
});
afterAll(() => hub.close());

const anOffer = (changed: Partial<RecordOffer> = {}): RecordOffer => ({
  key: randomUUID(),
  child: hub.child,
  episodes: [],
  at: '2025-11-20T07:30:00Z',
  offeredTo: 'CHILD',
  explanation: 'Invented words nobody logs.',
  ...changed,
});
const offers = async (key: string): Promise<number> =>
  (await hub.ingest.rows(`select 1 from record r join offer o on o.id = r.id where r.kind = 'offer' and r.key = $1`, [key])).length;
const offering = (input: RecordOffer, who: string | Actor = 'ren'): Promise<Acted> =>
  recordOffer(hub.services, typeof who === 'string' ? actor(who) : who, input, MORNING);
interface Event {
  readonly actor: string;
  readonly children: readonly string[];
  readonly body: Readonly<Record<string, unknown>>;
}
const lastEvent = async (): Promise<Event | undefined> =>
  (await hub.ingest.rows<Event>(`select actor, children, body from audit_event where body ->> 'action' = 'recordOffer' order by ctid desc limit 1`))[0];

describe('doing something once', () => {
  test('a retry gets the first answer and adds nothing', async () => {
    const input = anOffer();
    const first = await offering(input);
    expect(await offering(input)).toEqual(first);
    expect(await offers(input.key)).toBe(1);
  });

  test('two at once with one key make one', async () => {
    const input = anOffer();
    const [one, other] = await Promise.all([offering(input), offering(input)]);
    expect(one).toEqual(other);
    expect(await offers(input.key)).toBe(1);
  });

  test('the same key with another content is refused, and the first stays', async () => {
    const input = anOffer();
    await offering(input);
    await expect(offering({ ...input, explanation: 'Other invented words.' })).rejects.toMatchObject({ code: 'KEY_REUSED' });
    expect(await offers(input.key)).toBe(1);
  });

  test('a colleague cannot use the same key', async () => {
    const input = anOffer();
    await offering(input);
    await expect(offering(input, 'sal')).rejects.toMatchObject({ code: 'KEY_REUSED' });
  });

  test('a retry is answered also when the permission has ended since', async () => {
    const input = anOffer();
    const first = await offering(input);
    const ended = { key: randomUUID(), child: hub.child, revision: 1, worker: 'ren', from: '2025-11-20T07:00:00Z', until: '2025-11-20T09:00:00Z' };
    await assignWorker(hub.services, actor('nia'), ended, MORNING);
    const later = Date.parse(ended.until);
    expect(await recordOffer(hub.services, actor('ren'), input, later)).toEqual(first);
    await expect(recordOffer(hub.services, actor('ren'), anOffer(), later)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('a key that is no UUID is refused before anything is stored', async () => {
    await expect(offering(anOffer({ key: 'one' }))).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
});

describe('who may do it', () => {
  test('a child that is not there and one that is not theirs look the same', async () => {
    const hidden = await offering(anOffer(), 'rose').catch((error: unknown) => error);
    const absent = await offering(anOffer({ child: randomUUID() }), 'rose').catch((error: unknown) => error);
    expect(hidden).toMatchObject({ code: 'NOT_FOUND' });
    expect(absent).toEqual(hidden);
  });

  test('who sees the child but may not do this is told so', async () => {
    await expect(offering(anOffer(), 'nia')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('a role taken away in the directory is gone at once', async () => {
    const { people, ...directory } = aDirectoryOfPeople();
    const services = { ...hub.services, directory: () => ({ ...directory, people: new Map([...people].filter(([id]) => id !== 'ren')) }) };
    await expect(recordOffer(services, actor('ren'), anOffer(), MORNING)).rejects.toMatchObject({ code: 'TOKEN_REFUSED' });
  });

  test('off shift nothing is done', async () => {
    const dayAfter = Date.parse('2025-11-21T00:00:00Z');
    await expect(recordOffer(hub.services, actor('ede'), anOffer(), dayAfter)).rejects.toMatchObject({ code: 'OFF_SHIFT' });
    await expect(recordOffer(hub.services, actor('ede'), anOffer(), dayAfter - 1)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('what it leaves in the log', () => {
  test('what was done is written down with the child, and none of its words', async () => {
    await offering(anOffer());
    const event = await lastEvent();
    expect(event).toMatchObject({ actor: 'ren', children: [hub.child], body: { outcome: 'DONE' } });
    expect(JSON.stringify(event)).not.toContain('Invented words');
  });

  test('a refusal is written down too, with the child it was about', async () => {
    await offering(anOffer(), 'rose').catch(() => null);
    expect(await lastEvent()).toMatchObject({ actor: 'rose', children: [hub.child], body: { outcome: 'REFUSED', code: 'NOT_FOUND', named: [hub.child] } });
  });
});

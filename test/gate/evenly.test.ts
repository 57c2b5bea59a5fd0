import { randomUUID } from 'node:crypto';
import { recordReturnStep } from '../../src/actions/record-return-step.ts';
import { actor } from '../actions/some-people.ts';
import { aPractisedHub, type PractisedHub } from '../actions/a-practised-hub.ts';
import { fields } from './a-gate.ts';

let hub: PractisedHub;
beforeAll(async () => {
  hub = await aPractisedHub();
});
afterAll(() => hub.close());

const STEPS = { sub: { ReturnStep: fields('step', 'at') }, name: 'returnSteps', key: 'steps' };
const write = (who: string, step: 'RETURN_NOTIFIED' | 'CHILD_SEEN' | 'MEDIA_APPEAL', at: string) =>
  recordReturnStep(hub.services, actor(who), { key: randomUUID(), episode: hub.episode, step, at }, hub.now);

test('a list that is read evenly has every kind in turn, the earliest and the latest of it, however many there are of one', async () => {
  await write('nia', 'RETURN_NOTIFIED', '2025-11-20T04:00:00Z');
  await write('ren', 'CHILD_SEEN', '2025-11-20T04:10:00Z');
  const { id } = await write('pim', 'MEDIA_APPEAL', '2025-11-20T05:00:00Z');
  const columns = (await hub.ingest.rows<{ name: string }>(`select column_name as name from information_schema.columns where table_name = 'return_step'`)).map(({ name }) => name);
  const copied = columns.map((name) => (name === 'id' ? 'gen_random_uuid()' : name === 'done_from_at' ? `done_from_at + nth * interval '1 second'` : `s."${name}"`));
  await hub.ingest.rows(`insert into return_step (${columns.map((name) => `"${name}"`).join()}) select ${copied.join()} from return_step s, generate_series(1, 700) nth where s.id = '${id}'`);
  const read = async (bounds: object): Promise<readonly string[]> => {
    const wanted = { Episode: [{ ...STEPS, ...bounds }] };
    const row = await hub.gate.row(actor('nia').viewer, { root: { name: 'episode', id: hub.episode }, wanted, operation: { name: 'ATest', hash: 'a hash' }, now: hub.now });
    // The rows that were asked for.
    return (row?.['steps'] as { step: string }[]).map(({ step }) => step);
  };
  const evenly = await read({ evenly: true });
  expect(evenly.slice(0, 4).toSorted()).toEqual(['CHILD_SEEN', 'MEDIA_APPEAL', 'MEDIA_APPEAL', 'RETURN_NOTIFIED']);
  expect(evenly).toHaveLength(500);
  expect([...new Set(await read({ first: 40 }))]).toEqual(['MEDIA_APPEAL']);
});

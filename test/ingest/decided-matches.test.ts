import { createHash } from 'node:crypto';
import { inOrder, matchMatter } from '../../src/domain/decision/decided-pairs.ts';
import type { MatchDecision } from '../../src/domain/decision/decision.ts';
import { refold } from '../../src/ingest/refold.ts';
import { refreshPicture } from '../../src/ingest/refresh-picture.ts';
import { asWriter } from '../../src/store/database.ts';
import { addDecision } from '../../src/store/write/decision-store.ts';
import { a903, anIngest, NOW, rowsRefolded, type TestIngest } from './an-ingest.ts';
import { aHeaderTable, aPoliceMessage } from './documents.ts';

let hub: TestIngest;
beforeAll(async () => {
  hub = await anIngest();
});
afterAll(() => hub.close());
afterEach(() => hub.clear());

const POLICE = { bytes: aPoliceMessage() };
const COUNCIL = a903(aHeaderTable(['000123', '2', '06/05/2011', '']), '2026-04-01');

async function bothRecords(): Promise<{ first: string; second: string }> {
  const [one, other] = await hub.rows<{ id: string }>(`select id from record where kind = 'person' order by id`);
  return inOrder(one?.id ?? '', other?.id ?? '');
}
/** What an action does: adds the decision, and folds the child anew. */
async function decide(decision: MatchDecision, revision: number): Promise<void> {
  const pair = await bothRecords();
  const matter = matchMatter(pair, 'northmere');
  const id = createHash('sha256').update(`${matter} ${String(revision)}`).digest('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
  const made = { id, kind: 'MATCH', child: pair.first, about: pair.second, matter, revision, payload: { decision, reason: 'A reason.' }, person: 'nia', agency: 'northmere', role: 'HUB_COORDINATOR', at: NOW + revision } as const;
  await asWriter(hub.services.database, async (em) => {
    await addDecision(em, made, 'a hash');
    await refreshPicture(em, hub.services, [pair.first]);
  }, { serial: true });
}
const children = (): Promise<{ records: number }[]> => hub.rows('select cardinality(record_ids) as records from child order by id');

it('two records that a coordinator joined are one child, however the picture is made, and two again once it is taken back', async () => {
  await hub.ingest(POLICE, COUNCIL);
  const before = await hub.picture();
  expect(await children()).toEqual([{ records: 1 }, { records: 1 }]);

  await decide('JOIN', 1);
  expect(await children()).toEqual([{ records: 2 }]);
  expect(await rowsRefolded(hub.services, { apply: false })).toBe(0);
  await refold(hub.services, { apply: true });
  expect(await children()).toEqual([{ records: 2 }]);

  await decide('NONE', 2);
  expect(await hub.picture()).toEqual(before);
});

it('a record that is heard of again stays with the one it was joined to', async () => {
  await hub.ingest(POLICE, COUNCIL);
  await decide('JOIN', 1);
  await hub.ingest(a903(aHeaderTable(['000123', '2', '07/05/2011', '']), '2026-05-01'));
  expect(await children()).toEqual([{ records: 2 }]);
});

it('who was put together, and taken apart again, is written down', async () => {
  await hub.ingest(POLICE, COUNCIL);
  await decide('JOIN', 1);
  await decide('NONE', 2);
  const events = await hub.rows<{ children: string }>(`select body->>'children' as children from audit_event where kind = 'COMBINATION' order by at, id`);
  expect(events.length).toBe(2);
});

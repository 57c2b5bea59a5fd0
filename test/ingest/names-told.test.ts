import { createHash, randomUUID } from 'node:crypto';
import { adapter as ssda903 } from '../../adapters/ssda903/adapter.ts';
import { dryErasure, eraseRecord, type ErasureServices } from '../../src/actions/erase-records.ts';
import { restrict } from '../../src/actions/restrict.ts';
import { inOrder, matchMatter } from '../../src/domain/decision/decided-pairs.ts';
import type { Adapter } from '../../src/ingest/adapter-contract.ts';
import { refold } from '../../src/ingest/refold.ts';
import { refreshPicture } from '../../src/ingest/refresh-picture.ts';
import { replayAdapter } from '../../src/ingest/replay-adapter.ts';
import { tryDelivery } from '../../src/ingest/try-delivery.ts';
import { asWriter } from '../../src/store/database.ts';
import { addDecision } from '../../src/store/write/decision-store.ts';
import { saidSince } from '../../src/store/write/sent-content-store.ts';
import { addTransmission, NO_TIME_OWED } from '../../src/store/write/transmissions/add-transmission.ts';
import { aDecidingHub, MORNING, type DecidingHub } from '../actions/a-deciding-hub.ts';
import { actor } from '../actions/some-people.ts';
import { a903, rowsRefolded, type TestDocument } from './an-ingest.ts';
import { aHeaderTable } from './documents.ts';

let hub: DecidingHub;
beforeEach(async () => {
  hub = await aDecidingHub();
});
afterEach(() => hub.close());

/** Wrenna, named by the hub's own name of her. */
const named = (extracted = '2025-11-19'): TestDocument => a903(aHeaderTable([hub.child, '2', '06/05/2011', '']), extracted);
const theirs = async (): Promise<string> => (await hub.ingest.rows<{ id: string }>(`select id from record where kind = 'person' and agency = 'northmere' and key = $1`, [hub.child]))[0]?.id ?? '';
const children = async (): Promise<number[]> => (await hub.ingest.rows<{ records: number }>('select cardinality(record_ids) as records from child order by 1')).map(({ records }) => records);

/** As any message to an agency is made ready, it is written down under which name it tells of the child. */
async function tell(to: string, from = 'southvale'): Promise<void> {
  const { child } = hub;
  const [episode] = await hub.ingest.rows<{ id: string }>('select id from episode');
  const about = { child, records: [episode?.id ?? ''], matter: 'EPISODE', act: 'assert', corrects: null, from, to, recipient: `HUB_COORDINATOR:${to}`, channel: 'there' } as const;
  const transmission = randomUUID();
  await asWriter(hub.ingest.services.database, async (em) => {
    await addTransmission(em, { ...about, id: transmission, decision: null, because: 'PLACEMENT_AGREEMENT', revision: 1, deadline: NO_TIME_OWED, by: 'homeward', released: false, at: MORNING });
    await saidSince(em, { transmission, content: createHash('sha256').update(transmission).digest('hex'), at: MORNING, child, keys: [] });
  });
}

describe('what an agency says of a child by the name that this hub told it', () => {
  it('is said of that child, however the picture is made', async () => {
    await tell('northmere');
    await hub.ingest.ingest(named());
    expect(await children()).toEqual([2]);
    const picture = await hub.ingest.picture();
    expect(await rowsRefolded(hub.ingest.services, { apply: false })).toBe(0);
    await refold(hub.ingest.services, { apply: true });
    expect(await hub.ingest.picture()).toEqual(picture);
    await hub.ingest.ingest(named('2025-11-20'));
    expect(await children()).toEqual([2]);
  });

  it('is said of another child where another agency was told it, whoever that heard it from', async () => {
    await tell('westhaven');
    await tell('northmere', 'northmere');
    await hub.ingest.ingest(named());
    expect(await children()).toEqual([1, 1]);
    expect(await rowsRefolded(hub.ingest.services, { apply: false })).toBe(0);
  });

  it('is compared with nothing before it is sent', async () => {
    const dryRun = () => tryDelivery(hub.ingest.services, { ...named(), adapter: 'ssda903', agency: 'northmere', system: 'northmere-903', extracted: '2025-11-19', fileName: null, bytes: Buffer.from(named().bytes), signature: null, receivedBy: 'a test', now: MORNING });
    const before = await dryRun();
    await tell('northmere');
    expect(await dryRun()).toEqual(before);
    expect(await children()).toEqual([1]);
  });

  it('is two children again once a coordinator says so, whatever is said after', async () => {
    await tell('northmere');
    await hub.ingest.ingest(named());
    const { first, second } = inOrder(hub.child, await theirs());
    const matter = matchMatter({ first, second }, 'northmere');
    const apart = { id: randomUUID(), kind: 'MATCH', child: first, about: second, matter, revision: 1, payload: { decision: 'SEPARATE', reason: 'Invented.' }, person: 'nia', agency: 'northmere', role: 'HUB_COORDINATOR', at: MORNING } as const;
    await asWriter(hub.ingest.services.database, async (em) => {
      await addDecision(em, apart, 'a hash');
      await refreshPicture(em, hub.ingest.services, [first]);
    }, { serial: true });
    expect(await children()).toEqual([1, 1]);
    await tell('northmere');
    await hub.ingest.ingest(named('2025-11-20'));
    expect(await children()).toEqual([1, 1]);
  });

  it('stays where it was when it is read again by another version', async () => {
    await tell('northmere');
    await hub.ingest.ingest(named());
    const later: Adapter = { ...ssda903, manifest: { ...ssda903.manifest, version: 'later' } };
    const services = { ...hub.ingest.services, adapters: new Map([['ssda903', later]]) };
    await replayAdapter(services, { adapter: 'ssda903', system: null, apply: true, acceptRetractions: true, by: 'cli:somebody', onProgress: () => undefined });
    expect(await children()).toEqual([2]);
  });

  it('is shut away with a child who is restricted', async () => {
    await restrict(hub.services, actor('mo'), { key: randomUUID(), child: hub.child, revision: 0, restricted: true, reason: 'Invented.', admitted: ['mo'] }, hub.now);
    await tell('northmere');
    await hub.ingest.ingest(named());
    expect(await hub.ingest.rows('select restricted from child')).toEqual([{ restricted: 'YES' }]);
    expect(await hub.ingest.rows(`select id from child where responsible <> '{northmere}'`)).toEqual([]);
  });

  it('goes with the child when they are erased, and does not come back', async () => {
    await tell('northmere');
    await hub.ingest.ingest(named());
    const services: ErasureServices = { ownerUrl: hub.ingest.ownerUrl, refold: (em, records) => refreshPicture(em, hub.ingest.services, records) };
    const asked = { by: 'ray', second: 'meg', agency: 'northmere', now: MORNING, record: hub.child, scope: 'CHILD', reason: 'ordered' } as const;
    const { plan } = await dryErasure(services, asked);
    expect(plan.childRecords.toSorted()).toEqual([hub.child, await theirs()].sort());
    await eraseRecord(services, asked);
    await hub.ingest.ingest(named());
    expect(await children()).toEqual([]);
  });
});

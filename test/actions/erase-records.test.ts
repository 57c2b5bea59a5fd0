import { randomUUID } from 'node:crypto';
import { dryErasure, eraseRecord, type ErasureServices } from '../../src/actions/erase-records.ts';
import { keepRetention } from '../../src/actions/keep-retention.ts';
import type { Directory } from '../../src/directory/directory.ts';
import { replayQuarantine } from '../../src/ingest/replay-quarantine.ts';
import { refreshPicture } from '../../src/ingest/refresh-picture.ts';
import { asOwner } from '../../src/store/as-owner.ts';
import { liftHold, setHold } from '../../src/store/write/erase/legal-hold-store.ts';
import { aDirectory } from '../ingest/a-directory.ts';
import { a903, anIngest, NOW, type TestIngest } from '../ingest/an-ingest.ts';
import { aFoundMessage, aPoliceMessage } from '../ingest/documents.ts';
import { aMissing } from '../journeys/documents.ts';

const PAIR = { by: 'ray', second: 'meg', agency: 'northmere', now: NOW } as const;
const DAY = 86_400_000;
const HEADER = 'CHILD,SEX,DOB,ETHNIC,UPN\n0042,2,06/05/2011,WBRI,\n0043,1,07/06/2012,WBRI,';
const EPISODES = 'CHILD,DOB,MISSING,MIS_START,MIS_END\n0043,07/06/2012,M,01/03/2026,02/03/2026';

describe('erasing a record', () => {
  let ingest: TestIngest;
  let services: ErasureServices;
  const reading = aMissing({ 'Care/ResponsibleAuthorityChildId': '0042' });

  beforeAll(async () => {
    ingest = await anIngest();
    services = { ownerUrl: ingest.ownerUrl, refold: (em, records) => refreshPicture(em, ingest.services, records) };
  });
  beforeEach(async () => {
    await ingest.clear();
    await ingest.rows('truncate tombstone, legal_hold, audit_event, disclosure');
    await ingest.ingest({ bytes: reading.bytes }, a903(HEADER, '2026-05-01T06:00:00Z'), a903(EPISODES, '2026-05-01T06:00:00Z'));
  });
  afterAll(() => ingest.close());

  const childOf = async (key: string): Promise<string> => {
    const [row] = await ingest.rows<{ id: string }>(`select id from record where kind = 'person' and agency = 'northmere' and key = $1`, [key]);
    return row?.id ?? '';
  };
  const asked = (record: string, scope: 'RECORD' | 'CHILD' = 'CHILD') => ({ ...PAIR, record, scope, reason: 'ordered' });
  const everything = async (): Promise<string> => {
    const tables = await ingest.rows<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not in ('homeward_migration', 'source_document')`,
    );
    const found = await Promise.all(tables.map(({ name }) => ingest.rows<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t`)));
    const documents = await ingest.rows<{ text: string }>(`select convert_from(bytes, 'UTF8') as text from source_document`);
    return JSON.stringify([found, documents]);
  };

  it('leaves nothing of the child anywhere, and the other child of the same file as it was', async () => {
    expect(await everything()).toMatch(/Wrenna|0042/);
    const before = await ingest.rows(`select id, missing_since::text from episode where child_id = $1`, [await childOf('0043')]);
    await eraseRecord(services, asked(await childOf('0042')));
    const left = await everything();
    expect(left).not.toMatch(/Wrenna|Testfield|"0042"|Imaginary Row|2011/);
    expect(await ingest.rows(`select id, missing_since::text from episode where child_id = $1`, [await childOf('0043')])).toEqual(before);
    expect(before).toHaveLength(1);
  });

  it('is only told by a dry run, with the counts of what would go', async () => {
    const before = await ingest.picture();
    const { plan } = await dryErasure(services, asked(await childOf('0042')));
    expect(plan).toMatchObject({ documents: 2, sharedDocuments: 1, decisions: 0 });
    expect(plan.observations).toBeGreaterThan(4);
    expect(await ingest.picture()).toEqual(before);
  });

  it('is not undone by sending the same files again, under the same or another name', async () => {
    await eraseRecord(services, asked(await childOf('0042')));
    const erased = await ingest.picture();
    await ingest.ingest({ bytes: reading.bytes }, a903(HEADER, '2026-05-01T06:00:00Z'), a903(`${HEADER}\n`, '2026-05-01T06:00:00Z'));
    expect(await ingest.picture()).toEqual(erased);
  });

  it('takes one record alone where only that is asked', async () => {
    const [episode] = await ingest.rows<{ id: string }>(`select r.id from record r where r.kind = 'episode' and r.agency = 'mereshire-police'`);
    await eraseRecord(services, asked(episode?.id ?? '', 'RECORD'));
    expect(await ingest.rows(`select id from episode where $1 = any (forces)`, ['mereshire-police'])).not.toContainEqual({ id: episode?.id });
    expect(await ingest.rows(`select id from child where given_name is not null or id = $1`, [await childOf('0042')])).not.toEqual([]);
  });

  describe.each([['in its order', false], ['the other way round', true]])('of a report that was first filed under another child, told %s', (_, reversed) => {
    const misfiled = aPoliceMessage({ MisperId: 'MP-77', PersonId: 'P-71', GivenName: 'Orla', ResponsibleAuthorityChildId: '0042' });
    const filed = aFoundMessage({ MisperId: 'MP-77', PersonId: 'P-72', GivenName: 'Tam', DateOfBirth: '2012-06-07', ResponsibleAuthorityChildId: '0043' });
    let report: string;

    beforeEach(async () => {
      const told = [{ bytes: misfiled }, { bytes: filed }];
      await ingest.ingest(...(reversed ? told.reverse() : told));
      const [row] = await ingest.rows<{ id: string }>(`select id from record where kind = 'episode' and key = 'MP-77'`);
      report = row?.id ?? '';
      expect(await shownUnder()).toEqual([{ child: await childOf('0043') }]);
    });
    const shownUnder = (): Promise<unknown[]> => ingest.rows(`select child_id as child from episode where $1 = any (record_ids)`, [report]);
    const leftOf = (): Promise<unknown[]> =>
      ingest.rows(`select id from record where id = $1 union all select record from observation where record = $1 union all select id from episode where $1 = any (record_ids)`, [report]);

    it('takes the child it was filed under last, and no other', async () => {
      const { plan } = await dryErasure(services, asked(report));
      expect(plan.childRecords).toContain(await childOf('0043'));
      expect(plan.childRecords).not.toContain(await childOf('0042'));
      await eraseRecord(services, asked(report));
      expect(await everything()).not.toMatch(/0043|P-72|Tam/);
      expect(await leftOf()).toEqual([]);
      expect(await ingest.rows(`select id from child where id = $1`, [await childOf('0042')])).toHaveLength(1);
    });

    it('leaves nothing of it under the child that was named first, when the child itself is erased', async () => {
      await eraseRecord(services, asked(await childOf('0043')));
      expect(await leftOf()).toEqual([]);
    });

    it('takes nothing of it while either child is under a hold, and retention passes over it', async () => {
      for (const held of ['0042', '0043']) {
        const hold = randomUUID();
        const child = await childOf(held);
        await asOwner(services.ownerUrl ?? '', (em) => setHold(em, { id: hold, child, reason: 'inquiry' }, PAIR));
        await expect(eraseRecord(services, asked(report))).rejects.toMatchObject({ code: 'LEGAL_HOLD' });
        await keepRetention({ ...services, directory: () => withRetention({ EPISODE: 30 }) }, { ...PAIR, now: NOW + 100 * DAY, apply: true });
        expect(await shownUnder()).toHaveLength(1);
        await asOwner(services.ownerUrl ?? '', (em) => liftHold(em, hold, PAIR));
      }
    });

    it('keeps it while the child named first is erased, and takes its name with the other', async () => {
      await eraseRecord(services, asked(await childOf('0042')));
      expect(await shownUnder()).toHaveLength(1);
      await eraseRecord(services, asked(await childOf('0043')));
      expect(await everything()).not.toMatch(/MP-77|P-7[12]/);
    });
  });

  it('is refused while a legal hold stands, and goes on once it is lifted', async () => {
    const child = await childOf('0042');
    const hold = randomUUID();
    await asOwner(services.ownerUrl ?? '', (em) => setHold(em, { id: hold, child, reason: 'inquiry' }, PAIR));
    const before = await ingest.picture();
    await expect(eraseRecord(services, asked(child))).rejects.toMatchObject({ code: 'LEGAL_HOLD' });
    expect(await ingest.picture()).toEqual(before);
    expect(await asOwner(services.ownerUrl ?? '', (em) => liftHold(em, hold, { ...PAIR, agency: 'southvale' }))).toBe(false);
    expect(await asOwner(services.ownerUrl ?? '', (em) => liftHold(em, hold, PAIR))).toBe(true);
    await eraseRecord(services, asked(child));
    expect(await ingest.rows(`select id from child where id = $1`, [child])).toEqual([]);
  });

  it('of another authority’s child looks like one of no child at all', async () => {
    const told = await Promise.all(
      [await childOf('0042'), randomUUID()].map((record) =>
        eraseRecord(services, { ...asked(record), agency: 'southvale' }).catch((error: unknown) => String(error)),
      ),
    );
    expect(told[0]).toBe(told[1]);
    expect(told[0]).toContain('answers for no record');
  });

  it('is written down with both people and the reason, in words that name no child', async () => {
    await eraseRecord(services, asked(await childOf('0042')));
    const [event] = await ingest.rows<{ body: string; actor: string }>(`select actor, body::text as body from audit_event where kind = 'ERASURE'`);
    expect(event?.actor).toBe('ray');
    expect(event?.body).toMatch(/"reason":"ordered","second":"meg"/);
    expect(event?.body).not.toMatch(/Wrenna|0042/);
  });

  it('needs the owner of the database', async () => {
    await expect(eraseRecord({ ...services, ownerUrl: null }, asked(randomUUID()))).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
  });

  it('names whoever was shown it, and the fields', async () => {
    const child = await childOf('0042');
    const shown = { classes: [{ type: 'Child', bits: 1, level: 'Child', fields: ['givenName', 'risk'] }], controllers: [['northmere']], children: [child], objects: [[0, 0, child, 1, 0]] };
    await ingest.rows(
      `insert into disclosure values ($1, now(), 'wil', 'larkfield', 'PLACEMENT_PROVIDER', 'CARE', 'LEGAL_OBLIGATION', 'o', 'h', 'p', '{northmere}', $2, 'SHOWN', $3, 'hash')`,
      [randomUUID(), [child], JSON.stringify(shown)],
    );
    const { recipients } = await dryErasure(services, asked(child));
    expect(recipients).toMatchObject([{ agency: 'larkfield', role: 'PLACEMENT_PROVIDER', times: 1, fields: ['givenName', 'risk'] }]);
  });

  it('a document whose bytes are gone is not read again as if it were empty', async () => {
    await ingest.ingest({ bytes: reading.bytes.toString().replace('2025-11-19T22:30:00Z', 'never') });
    const [entry] = await ingest.rows<{ id: string; document: string }>(`select id, document from quarantine where state = 'OPEN'`);
    await ingest.rows(`update source_document set bytes = '', erased_at = now() where id = $1`, [entry?.document]);
    await replayQuarantine(ingest.services, { agency: 'mereshire-police', ids: [entry?.id ?? ''], acceptRetractions: false, by: 'a test' });
    expect(await ingest.rows(`select id from quarantine where state = 'OPEN'`)).toEqual([{ id: entry?.id }]);
  });

  describe('by retention', () => {
    const keeping = (retentionDays: object, apply: boolean, now = NOW) =>
      keepRetention({ ...services, directory: () => withRetention(retentionDays) }, { ...PAIR, now, apply });

    it('finds nothing a child said due where the authority says nothing', async () => {
      const kept = await keeping({}, true, NOW + 40 * 365 * DAY);
      expect(kept.filter(({ days }) => days === null).map(({ kept: name }) => name)).toEqual(['INTERVIEW', 'INTELLIGENCE', 'EPISODE', 'CHILD']);
      expect(kept.filter(({ days, due }) => days === null && due > 0)).toEqual([]);
    });

    it('empties raw documents on their day and not before, and keeps what was taken from them', async () => {
      const picture = await ingest.picture();
      expect((await keeping({ RAW_DOCUMENT: 10 }, true, NOW + 10 * DAY)).find(({ kept }) => kept === 'RAW_DOCUMENT')).toMatchObject({ due: 0 });
      expect((await keeping({ RAW_DOCUMENT: 10 }, false, NOW + 10 * DAY + 1)).find(({ kept }) => kept === 'RAW_DOCUMENT')).toMatchObject({ due: 2 });
      await keeping({ RAW_DOCUMENT: 10 }, true, NOW + 10 * DAY + 1);
      expect(await ingest.rows(`select agency from source_document where octet_length(bytes) > 0`)).toEqual([{ agency: 'mereshire-police' }]);
      expect(await ingest.picture()).toEqual(picture);
    });

    it('erases episodes and whole children past their time, and only tells of them in a dry run', async () => {
      const before = await ingest.picture();
      expect((await keeping({ EPISODE: 30 }, false)).find(({ kept }) => kept === 'EPISODE')).toMatchObject({ due: 1 });
      expect(await ingest.picture()).toEqual(before);
      await keeping({ EPISODE: 30 }, true);
      expect(await ingest.rows(`select id from episode where not is_open`)).toEqual([]);
      expect(await ingest.rows(`select id from episode where is_open`)).toHaveLength(1);
      await keeping({ CHILD: 30 }, true, NOW + 31 * DAY);
      expect(await ingest.rows<{ id: string }>(`select id from child`)).toHaveLength(1);
      expect(await childOf('0043')).toBe('');
    });

    it('passes over a child under a hold', async () => {
      await asOwner(services.ownerUrl ?? '', async (em) => setHold(em, { id: randomUUID(), child: await childOf('0043'), reason: 'inquiry' }, PAIR));
      await keeping({ EPISODE: 30 }, true);
      expect(await ingest.rows(`select id from episode where not is_open`)).toHaveLength(1);
    });
  });
});

function withRetention(retentionDays: object): Directory {
  const directory = aDirectory();
  const northmere = directory.agencies.get('northmere');
  return { ...directory, agencies: new Map([...directory.agencies, ...(northmere === undefined ? [] : [['northmere', { ...northmere, retentionDays }] as const])]) };
}

import { createSecretKey } from 'node:crypto';
import pg from 'pg';
import { recordId } from '../../../src/domain/record/record-id.ts';
import type { RecordRef } from '../../../src/domain/record/record.ts';
import { asWriter } from '../../../src/store/database.ts';
import { addHubStatement, orderOf, recordById, revisionOf, statedRevision, type HubStatement, type StatementOutcome } from '../../../src/store/write/hub-statement-store.ts';
import { aDatabase, type TestDatabase } from '../../support/a-database.ts';
import { anOffer } from './a-picture.ts';

const KEY = createSecretKey(Buffer.alloc(32, 7));
const idOf = (ref: RecordRef): string => recordId(KEY, ref);
const subject: RecordRef = { agency: 'mereshire-police', system: 'mereshire-compact', kind: 'person', key: 'P-1' };
let made = 0;
const aRecord = (): RecordRef => ({ agency: 'northmere', system: 'homeward', kind: 'offer', key: `key-${String((made += 1))}` });

describe('what people state in the hub', () => {
  let db: TestDatabase;
  let superuser: pg.Client;
  beforeAll(async () => {
    db = await aDatabase();
    superuser = new pg.Client({ connectionString: db.superuserUrl });
    await superuser.connect();
  });
  afterAll(async () => {
    await superuser.end();
    await db.close();
  });

  const aStatement = (record: RecordRef, changed: Partial<HubStatement<'offer'>> = {}): HubStatement<'offer'> => ({
    subject,
    record,
    part: '',
    revision: 1,
    kind: 'offer',
    payload: { ...anOffer().stated, explanation: 'Invented.' },
    by: 'ann@northmere',
    at: Date.parse('2026-03-05T12:00:00Z'),
    ...changed,
  });
  const state = (statement: HubStatement<'offer'>): Promise<StatementOutcome> => asWriter(db.database, (em) => addHubStatement(em, statement, idOf), { serial: true });
  const saidOf = async (record: RecordRef): Promise<unknown[]> =>
    (await superuser.query<Record<string, unknown>>(`select o.act, o."order", o.adapter, d.state, d.received_by as by, d.agency from observation o join source_document d on d.id = o.document where o.record = $1 order by 2`, [idOf(record)])).rows;

  it('is kept as a document that is taken, a record and an observation', async () => {
    const record = aRecord();
    expect(await state(aStatement(record))).toBe('ADDED');
    expect(await saidOf(record)).toEqual([{ act: 'assert', order: '000001', adapter: 'homeward', state: 'TAKEN', by: 'ann@northmere', agency: 'northmere' }]);
    expect(await asWriter(db.database, (em) => recordById(em, idOf(record)))).toEqual(record);
    expect(await asWriter(db.database, (em) => statedRevision(em, idOf(record)))).toEqual({ revision: 1, subject: idOf(subject) });
  });

  it('is known again when the same is sent again, by whomever and whenever', async () => {
    const record = aRecord();
    await state(aStatement(record));
    expect(await state(aStatement(record, { by: 'bea@northmere', at: 0 }))).toBe('ALREADY');
    expect(await saidOf(record)).toHaveLength(1);
  });

  it('contradicts itself when the same key says something else, and nothing of it is stored', async () => {
    const record = aRecord();
    await state(aStatement(record));
    expect(await state(aStatement(record, { payload: { ...anOffer().stated, explanation: 'Otherwise.' } }))).toBe('CONFLICT');
    expect(await saidOf(record)).toHaveLength(1);
  });

  it('is corrected by the next revision, which states the whole anew', async () => {
    const record = aRecord();
    await state(aStatement(record));
    expect(await state(aStatement(record, { revision: 2, payload: { ...anOffer().stated, explanation: 'Otherwise.' } }))).toBe('ADDED');
    expect(await saidOf(record)).toMatchObject([{ act: 'assert' }, { act: 'correct', order: '000002' }]);
    expect(await asWriter(db.database, (em) => statedRevision(em, idOf(record)))).toMatchObject({ revision: 2 });
  });

  it('sent twice at once is stored once', async () => {
    const record = aRecord();
    expect((await Promise.all([state(aStatement(record)), state(aStatement(record))])).sort()).toEqual(['ADDED', 'ALREADY']);
  });

  it.each(['\0', '\ud800'])('with a character that cannot be stored is refused by name (%j)', async (character) => {
    await expect(state(aStatement(aRecord(), { payload: { ...anOffer().stated, explanation: `a${character}` } }))).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  it('of which nobody heard has revision 0', async () => {
    const unheard = idOf(aRecord());
    expect(await asWriter(db.database, (em) => statedRevision(em, unheard))).toEqual({ revision: 0, subject: null });
    expect(await asWriter(db.database, (em) => recordById(em, unheard))).toBeNull();
  });
});

describe('a revision', () => {
  it('sorts as text', () => {
    expect([orderOf(10), orderOf(9), orderOf(100)].sort()).toEqual([orderOf(9), orderOf(10), orderOf(100)]);
    expect(revisionOf(orderOf(12))).toBe(12);
  });

  it('is 0 of a source that orders by time', () => {
    expect(revisionOf('2026-03-01T22:30:00.000Z')).toBe(0);
  });
});

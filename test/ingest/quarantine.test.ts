import { replayQuarantine } from '../../src/ingest/replay-quarantine.ts';
import { a903, anIngest, someServices, type TestIngest } from './an-ingest.ts';
import { takeWaiting } from '../../src/ingest/take-waiting.ts';
import { aCancelMessage, aFoundMessage, aMissingTable, aPoliceMessage } from './documents.ts';

let hub: TestIngest;
beforeAll(async () => {
  hub = await anIngest();
});
afterEach(() => hub.clear());
afterAll(() => hub.close());

/** Without its time no message can be taken, but everything else can be read. */
const unread = (changed: Record<string, string | null> = {}): { bytes: string } => ({ bytes: aPoliceMessage({ SentAt: 'soon', ...changed }) });
const open = (): Promise<Record<string, unknown>[]> => hub.rows(`select code, shown_to from quarantine where state = 'OPEN'`);

describe('a refused message about a missing child', () => {
  it('keeps what can be read of the child, and is shown to the authority it names', async () => {
    await hub.ingest(unread());
    expect(await hub.rows('select message_kind, given_name, family_name, date_of_birth, risk, absence, shown_to from quarantine')).toEqual([
      {
        message_kind: 'MISSING',
        given_name: 'Wrenna',
        family_name: 'Testfield',
        date_of_birth: '2011-05-06',
        risk: 'HIGH',
        absence: 'MISSING',
        shown_to: ['mereshire-police', 'northmere'],
      },
    ]);
  });

  it.each([
    ['no authority', null],
    ['a code nobody has', 'E99999999'],
    ['an agency that is no authority', 'larkfield'],
  ])("that names %s is shown to every authority in the force's area", async (_what, PlacingAuthority) => {
    await hub.ingest(unread({ PlacingAuthority }));
    expect(await open()).toMatchObject([{ shown_to: ['mereshire-police', 'northmere', 'southvale'] }]);
  });

  it('is shown to its sender alone when it cancels a report', async () => {
    await hub.ingest({ bytes: aCancelMessage({ SentAt: 'soon' }) });
    expect(await open()).toMatchObject([{ shown_to: ['mereshire-police'] }]);
  });

  it('is settled by a later good message of the same record', async () => {
    await hub.ingest(unread());
    await hub.ingest({ bytes: aPoliceMessage({ MisperId: 'MP-2', PersonId: 'P-2', SentAt: '2026-06-01T09:10:00Z' }) });
    expect(await open()).toHaveLength(1);
    await hub.ingest({ bytes: aPoliceMessage({ SentAt: '2026-06-01T09:10:00Z' }) });
    expect(await open()).toEqual([]);
  });

  it('stays open, where its own time cannot be read, whatever was sent before it was received', async () => {
    await hub.ingest({ bytes: aPoliceMessage() }, unread(), { bytes: aFoundMessage() });
    expect(await open()).toHaveLength(1);
  });

  it('is not settled by a message that was sent before it', async () => {
    await hub.ingest({ bytes: aPoliceMessage({ SentAt: '2026-03-01T23:00:00Z' }).replace('</MissingPoliceCompact>', '<Unheard/></MissingPoliceCompact>') });
    await hub.ingest({ bytes: aPoliceMessage({ SentAt: '2026-03-01T22:30:00Z' }) });
    expect(await open()).toHaveLength(1);
    await hub.ingest({ bytes: aPoliceMessage({ SentAt: '2026-03-01T23:00:00Z' }) });
    expect(await open()).toEqual([]);
  });
});

describe('another message at the same order', () => {
  it('with the same words is already known; with other words it is quarantined and the first stands', async () => {
    await hub.ingest({ bytes: aPoliceMessage() }, { bytes: aPoliceMessage({ GivenName: 'Otterly', MessageId: 'M-9' }) });
    expect(await hub.rows('select code, given_name, record_part, record_order from quarantine')).toEqual([
      { code: 'ORDER_CONFLICT', given_name: 'Otterly', record_part: '', record_order: '2026-03-01T22:30:00.000Z' },
    ]);
    expect(await hub.rows('select given_name from child')).toEqual([{ given_name: 'Wrenna' }]);
  });

  it('stays in quarantine while only the same words come again, and is settled by later ones', async () => {
    await hub.ingest({ bytes: aPoliceMessage() }, { bytes: aPoliceMessage({ GivenName: 'Otterly' }) }, { bytes: `${aPoliceMessage()}\n` });
    expect(await open()).toHaveLength(1);
    await hub.ingest({ bytes: aPoliceMessage({ SentAt: '2026-03-01T22:31:00Z', GivenName: 'Otterly' }) });
    expect(await open()).toEqual([]);
  });

  it('in one file: the first row stands, the other is quarantined, the rest goes on', async () => {
    const twice = aMissingTable(['001', '06/05/2011', 'M', '01/03/2026', ''], ['001', '06/05/2011', 'M', '01/03/2026', '02/03/2026'], ['002', '06/05/2011', 'M', '01/03/2026', '']);
    await hub.ingest(a903(twice, '2026-04-01'));
    expect(await hub.rows('select taken, already, refused from source_document')).toEqual([{ taken: 2, already: 0, refused: 1 }]);
    expect(await hub.rows('select status from episode')).toEqual([{ status: 'MISSING' }, { status: 'MISSING' }]);
  });
});

describe('a replay', () => {
  it('takes in what an adapter could not read before, and settles it', async () => {
    const adapters = new Map(hub.services.adapters);
    adapters.delete('police-compact');
    await hub.receive({ bytes: aPoliceMessage() });
    await takeWaiting(someServices(hub.services.database, { adapters }));
    const [entry] = await hub.rows<{ id: string; code: string }>('select id, code from quarantine');
    expect(entry?.code).toBe('ADAPTER_UNKNOWN');

    const outcomes = await replayQuarantine(hub.services, { agency: 'mereshire-police', ids: [entry?.id ?? ''], acceptRetractions: false, by: 'somebody' });
    expect(outcomes).toMatchObject([{ state: 'TAKEN', taken: 1, refused: 0 }]);
    expect(await hub.rows('select state, settled_by from quarantine')).toEqual([{ state: 'REPLAYED', settled_by: 'somebody' }]);
    expect(await hub.rows('select given_name from child')).toEqual([{ given_name: 'Wrenna' }]);
  });

  it('leaves open what is refused again, once', async () => {
    await hub.ingest(unread());
    await replayQuarantine(hub.services, { agency: 'mereshire-police', ids: 'all', acceptRetractions: false, by: 'somebody' });
    expect(await open()).toHaveLength(1);
    expect(await hub.rows('select from quarantine')).toHaveLength(1);
  });

  it("does not touch another agency's refusals, nor ids that are none", async () => {
    await hub.ingest(unread());
    const [entry] = await hub.rows<{ id: string }>('select id from quarantine');
    const outcomes = await replayQuarantine(hub.services, { agency: 'northmere', ids: [entry?.id ?? '', "'"], acceptRetractions: false, by: 'somebody' });
    expect(outcomes).toEqual([]);
  });
});

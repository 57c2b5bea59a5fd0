import { auditHash, type AuditRow } from '../../src/store/write/audit-store.ts';
import { a903, anIngest, type TestIngest } from './an-ingest.ts';
import { aCancelMessage, aHeaderTable, aMissingTable, aPoliceMessage } from './documents.ts';

let hub: TestIngest;
beforeAll(async () => {
  hub = await anIngest();
});
afterEach(async () => {
  await hub.clear();
  await hub.rows('truncate audit_event');
});
afterAll(() => hub.close());

interface Written extends Omit<AuditRow, 'body' | 'at'> {
  readonly at: Date;
  readonly text: string;
}
const written = (kind: string): Promise<Written[]> => hub.rows<Written>('select *, body::text as text from audit_event where kind = $1 order by at, id', [kind]);
const shown = async (): Promise<string[]> => (await hub.rows<{ id: string }>('select id from child order by id')).map(({ id }) => id);
const header = (day: number, sex = '1') => a903(aHeaderTable(['000123', sex, '06/05/2011', '']), `2026-04-0${String(day)}`);
const police = (changed: Readonly<Record<string, string | null>> = {}) => ({ bytes: aPoliceMessage({ ResponsibleAuthorityChildId: '000123', ...changed }) });

describe('what is taken in', () => {
  it('is written down as collected, with its document and the child it is shown as', async () => {
    const [receipt] = await hub.ingest(police());
    expect(await written('COLLECTION')).toMatchObject([
      { actor: 'mereshire-compact', agency: 'mereshire-police', role: 'INGEST_CLIENT', children: await shown(), text: JSON.stringify({ documents: [receipt?.document], messages: 1 }) },
    ]);
    expect(await written('ALTERATION')).toEqual([]);
  });

  it('a second time is not written down again', async () => {
    await hub.ingest(header(1), header(1));
    expect(await written('COLLECTION')).toHaveLength(1);
  });

  it('holds no word of what was said', async () => {
    await hub.ingest(police(), header(1));
    expect(JSON.stringify(await hub.rows('select * from audit_event'))).not.toMatch(/Wrenna|Testfield|garden|2011/);
  });

  it('carries a hash that is found again from what is stored', async () => {
    await hub.ingest(police());
    const [event] = await written('COLLECTION');
    expect(event && auditHash({ ...event, at: event.at.toISOString(), body: event.text })).toBe(event?.hash);
  });
});

describe('an alteration is written down', () => {
  it('when a report is taken back', async () => {
    await hub.ingest(police(), { bytes: aCancelMessage() });
    expect(await written('ALTERATION')).toMatchObject([{ actor: 'mereshire-compact' }]);
  });

  it('when an extract states something else than before, and not when it states the same', async () => {
    await hub.ingest(header(1), header(2));
    expect(await written('ALTERATION')).toEqual([]);
    await hub.ingest(header(3, '2'));
    expect(await written('ALTERATION')).toMatchObject([{ actor: 'northmere-903', children: await shown() }]);
  });

  it('when a full extract lacks what was said before', async () => {
    const children = Array.from({ length: 30 }, (_, number) => `00${String(number)}`);
    const table = (those: readonly string[]) => aMissingTable(...those.map((child) => [child, '06/05/2011', 'M', '14/02/2026', '15/02/2026'] as const));
    await hub.ingest(a903(table(children), '2026-04-01'), a903(table(children.slice(1)), '2026-05-01'));
    const [event] = (await written('ALTERATION')).filter(({ text }) => text.includes('lacking'));
    expect(event?.children).toHaveLength(1);
  });
});

describe('a combination is written down', () => {
  it('when two records turn out to be one child, with what each was shown as before', async () => {
    await hub.ingest(header(1));
    const [before] = await shown();
    await hub.ingest(police());
    const [event] = await written('COMBINATION');
    expect(JSON.parse(event?.text ?? '')).toMatchObject({ children: [{ child: (await shown())[0], formerly: [{ child: before }] }] });
    expect(event?.children).toEqual(expect.arrayContaining([before, ...(await shown())]));
  });

  it('when what was one child is two again', async () => {
    await hub.ingest(header(1), police());
    await hub.rows('truncate audit_event');
    await hub.ingest(police({ MessageId: 'M-9', MessageType: 'UPDATE', SentAt: '2026-03-02T00:00:00Z', ResponsibleAuthorityChildId: '000999' }));
    expect(await shown()).toHaveLength(2);
    expect(JSON.parse((await written('COMBINATION'))[0]?.text ?? '')).toMatchObject({ children: [{}, {}] });
  });

  it('not for a record heard of for the first time, nor for one that says more', async () => {
    await hub.ingest(police(), police({ MessageId: 'M-9', MessageType: 'UPDATE', SentAt: '2026-03-02T00:00:00Z', CurrentRiskLevel: 'Low' }));
    expect(await written('COMBINATION')).toEqual([]);
  });
});

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { aRunningHub, type Asker, type RunningHub, type Sending } from './a-running-hub.ts';
import { aMissing, aTable } from './documents.ts';

const NORTHMERE = { as: 'northmere-coordinator' };
const POLICE = { as: 'mereshire-missing-team' };
const OUTSIDERS: readonly Asker[] = [{ as: 'westhaven-missing-team' }, { as: 'northmere-business-support' }, { as: 'larkfield-manager' }];
const CANARY = 'CANARYGULL';
/** Each is a process of its own, on a machine that may be busy. */
const FOUR_COMMANDS = 180_000;

interface Entry {
  readonly id: string;
  readonly state: string;
  readonly countsAsHigh: boolean;
  readonly excerpt: string | null;
  readonly readByAgencies: readonly string[];
  readonly settledBy: string | null;
  readonly settledReason: string | null;
  readonly givenName: string | null;
}
const ENTRY = 'id state countsAsHigh excerpt readByAgencies settledBy settledReason givenName';

describe('a police message that cannot be read', () => {
  let hub: RunningHub;
  let broken: Sending;
  beforeEach(async () => {
    hub = await aRunningHub();
    // The time it was sent is no time: the child is missing all the same.
    broken = aMissing({ 'Header/SentAt': 'yesterday', 'Report/Circumstances': CANARY });
    await hub.deliver(broken);
  });
  afterEach(() => hub.close());

  const entries = async (asker: Asker, state = 'OPEN'): Promise<readonly Entry[]> =>
    (await hub.ask<{ quarantine: readonly Entry[] }>(`query($state: QuarantineState!) { quarantine(state: $state) { ${ENTRY} } }`, asker, { state })).quarantine;
  const only = async (asker: Asker, state = 'OPEN'): Promise<Entry> => {
    const [entry] = await entries(asker, state);
    return entry ?? ({} as Entry);
  };
  /** The input's type has the mutation's name. */
  const mutate = async (name: string, asker: Asker, input: object): Promise<{ code: string | null; documents: readonly string[] }> => {
    const { text } = await hub.post(`mutation($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { entries documents } }`, asker, { input: { key: randomUUID(), ...input } });
    const { data, errors } = JSON.parse(text) as { data: Record<string, { documents: string[] } | null> | null; errors?: { extensions: { code: string } }[] };
    return { code: errors?.[0]?.extensions.code ?? null, documents: data?.[name]?.documents ?? [] };
  };
  const settled = async (): Promise<Entry> => {
    for (let tries = 0; tries < 200; tries += 1) {
      const [entry] = await entries(POLICE, 'SETTLED');
      if (entry !== undefined) {
        return entry;
      }
      await sleep(50);
    }
    return only(POLICE, 'SETTLED');
  };
  const missingNow = async (): Promise<readonly unknown[]> =>
    (await hub.ask<{ briefing: { missing: unknown[] } }>('{ briefing(authority: "northmere") { missing { child { givenName } } } }', NORTHMERE)).briefing.missing;

  it('counts as HIGH for the force and for the authority, each until one of its own has read it', async () => {
    expect(await only(POLICE)).toMatchObject({ countsAsHigh: true, givenName: 'Wrenna', readByAgencies: [] });
    const { id } = await only(NORTHMERE);
    expect((await mutate('readQuarantine', NORTHMERE, { entries: [id] })).code).toBeNull();

    expect(await only(NORTHMERE)).toMatchObject({ state: 'OPEN', countsAsHigh: false, readByAgencies: ['northmere'] });
    expect(await only(POLICE)).toMatchObject({ state: 'OPEN', countsAsHigh: true, readByAgencies: ['northmere'] });
  });

  it('shows the place in the document to the force that sent it, and to nobody else', async () => {
    expect((await only(POLICE)).excerpt).toMatch(/\d+: .*yesterday/);
    expect((await only(NORTHMERE)).excerpt).toBeNull();
    for (const asker of OUTSIDERS) {
      expect(await entries(asker)).toEqual([]);
    }
  });

  it('is mended: the child is on the briefing, the entry settled by whom, the first document as it came', async () => {
    const { id } = await only(POLICE);
    const text = Buffer.from(broken.bytes as string).toString().replace('yesterday', '2025-11-19T22:30:00Z');
    const mended = await mutate('mendDocument', POLICE, { entry: id, text, reason: 'Rang the control room.' });
    expect(mended).toMatchObject({ code: null, documents: [expect.any(String)] });

    expect(await settled()).toMatchObject({ id, state: 'MENDED', countsAsHigh: false, settledBy: 'mereshire-missing-team@mereshire-police' });
    expect(await missingNow()).toEqual([{ child: { givenName: 'Wrenna' } }]);
    expect(await hub.documents()).toBe(2);
    expect(await entries(POLICE)).toEqual([]);
  });

  it('that is mended wrongly stays open, and what is still wrong is told of beside it', async () => {
    const { id } = await only(POLICE);
    const text = Buffer.from(broken.bytes as string).toString().replace('yesterday', 'the day before');
    await mutate('mendDocument', POLICE, { entry: id, text, reason: 'A guess.' });
    while ((await entries(POLICE)).length < 2) {
      await sleep(50);
    }
    expect((await entries(POLICE)).map(({ state }) => state)).toEqual(['OPEN', 'OPEN']);
    expect((await mutate('mendDocument', POLICE, { entry: id, text, reason: 'Again.' })).code).toBe('BAD_INPUT');
  });

  it('is not settled by a text that says nothing of it: a missing child would be gone from every briefing', async () => {
    const { id } = await only(POLICE);
    const text = Buffer.from(aMissing({ 'Header/MessageId': 'M-8', 'Report/MisperId': 'MP-8', 'Person/PersonId': 'P-8', 'Person/GivenName': 'Sorrel' }).bytes as string).toString();
    const { documents } = await mutate('mendDocument', POLICE, { entry: id, text, reason: 'Rang the control room.' });
    expect(documents).toHaveLength(1);
    while ((await missingNow()).length === 0) {
      await sleep(50);
    }
    expect(await only(NORTHMERE)).toMatchObject({ id, state: 'OPEN', countsAsHigh: true });
  });

  it('is dismissed with a reason that is kept, and comes back when somebody has it read again', async () => {
    const { id } = await only(POLICE);
    expect((await mutate('dismissQuarantine', POLICE, { entries: [id], reason: ' ' })).code).toBe('BAD_INPUT');
    await mutate('dismissQuarantine', POLICE, { entries: [id], reason: 'A test of the control room.' });

    expect(await entries(NORTHMERE)).toEqual([]);
    expect(await only(NORTHMERE, 'SETTLED')).toMatchObject({ state: 'DISMISSED', settledReason: 'A test of the control room.', countsAsHigh: false });
    await mutate('replayQuarantine', POLICE, { entries: [id] });
    while ((await entries(POLICE)).length === 0) {
      await sleep(50);
    }
    expect(await only(POLICE)).toMatchObject({ id, state: 'OPEN', settledReason: null });
  });

  it('is not settled by the authority it was shown to, nor seen by anybody else', async () => {
    const { id } = await only(POLICE);
    for (const [name, input] of [
      ['dismissQuarantine', { entries: [id], reason: 'Not ours.' }],
      ['replayQuarantine', { entries: [id] }],
      ['mendDocument', { entry: id, text: 'x', reason: 'Not ours.' }],
    ] as const) {
      expect((await mutate(name, NORTHMERE, input)).code).toBe('FORBIDDEN');
      for (const asker of OUTSIDERS) {
        expect((await mutate(name, asker, input)).code).toBe('NOT_FOUND');
      }
    }
    expect((await mutate('dismissQuarantine', POLICE, { entries: [id, randomUUID()], reason: 'One of them.' })).code).toBe('NOT_FOUND');
    expect((await only(POLICE)).state).toBe('OPEN');
  });

  it('is worked through at the command line too', async () => {
    const { id } = await only(POLICE);
    const as = ['--as', 'mereshire-missing-team'];
    expect((await hub.command('quarantine', 'show', id, ...as)).out).toMatch(/excerpt\n[^]*yesterday/);
    expect((await hub.command('quarantine', 'read', id, ...as)).out).toContain('1 entries read.');
    expect((await only(POLICE)).countsAsHigh).toBe(false);

    const file = hub.file('mended.xml', Buffer.from(broken.bytes as string).toString().replace('yesterday', '2025-11-19T22:30:00Z'));
    const { code, out } = await hub.command('quarantine', 'mend', id, '--file', file, '--reason', 'Rang the control room.', ...as);
    expect([code, out]).toEqual([0, expect.stringMatching(/1 taken, 0 known already, 0 refused|is read by the hub/)]);
    expect((await settled()).state).toBe('MENDED');
    expect((await hub.command('quarantine', 'list', '--settled', ...as)).out).toContain(id);
  }, FOUR_COMMANDS);
});

test('of a document of which very much is refused the briefing lists the first fifty, those of missing children before others; all are counted, listed elsewhere, and come up as others are settled', async () => {
  const hub = await aRunningHub();
  try {
    const rows = Array.from({ length: 60 }, (_, nth) => `CH-${String(nth)},06/05/2011,M,soon,`);
    await hub.deliver(aTable('missing', ...rows), aTable('missing', 'CH-99,06/05/2011,M,soon,'));
    const read = () =>
      hub.ask<{ briefing: { quarantine: { id: string; document: string }[]; sources: { system: string; quarantined: number }[] }; quarantine: { id: string }[] }>(
        '{ briefing(authority: "northmere") { quarantine { id document } sources { system quarantined } } quarantine { id } }', NORTHMERE);
    const before = await read();
    const documents = new Map(before.briefing.quarantine.map(({ document }) => [document, before.briefing.quarantine.filter((one) => one.document === document).length]));
    expect([...documents.values()].sort()).toEqual([1, 50]);
    expect([before.quarantine.length, before.briefing.sources.find(({ system }) => system === 'northmere-903')?.quarantined]).toEqual([61, 61]);
    const input = { key: randomUUID(), entries: before.briefing.quarantine.slice(0, 20).map(({ id }) => id), reason: 'Invented.' };
    await hub.ask('mutation D($input: DismissQuarantineInput!) { dismissQuarantine(input: $input) { entries } }', NORTHMERE, { input });
    const after = await read();
    expect([after.briefing.quarantine.length, after.quarantine.length]).toEqual([41, 41]);
  } finally {
    await hub.close();
  }
});

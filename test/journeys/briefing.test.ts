import { aRunningHub, MORNING, type Asker, type RunningHub, type Sending } from './a-running-hub.ts';
import { aFound, aMissing, aTable, type Fields } from './documents.ts';

const HOUR = 3_600_000;
const NORTHMERE = { as: 'northmere-coordinator' };
const utc = (at: number): string => new Date(at).toISOString();

interface Entry {
  readonly child: { readonly givenName: string | null };
  readonly episode: { readonly status: string; readonly risk: string | null };
  readonly hoursMissing: number | null;
  readonly inWords: string;
}
interface Briefing {
  readonly missing: readonly Entry[];
  readonly locatedNotBack: readonly Entry[];
  readonly returned: readonly Entry[];
  readonly authorityUnknown: readonly Entry[];
  readonly quarantine: readonly { readonly givenName: string | null; readonly familyName: string | null; readonly countsAsHigh: boolean }[];
}
const BRIEFING = `query Morning($authority: ID!, $at: DateTime) {
  briefing(authority: $authority, at: $at) {
    quarantine { givenName familyName countsAsHigh }
    authorityUnknown { ...entry } missing { ...entry } locatedNotBack { ...entry } returned { ...entry }
  }
}
fragment entry on BriefingEntry { child { givenName } episode { status risk } hoursMissing inWords }`;

let hub: RunningHub;
beforeEach(async () => {
  hub = await aRunningHub();
});
afterEach(() => hub.close());

async function briefing(asker: Asker = NORTHMERE, { authority = 'northmere', at = null }: { authority?: string; at?: string | null } = {}): Promise<Briefing> {
  return (await hub.ask<{ briefing: Briefing }>(BRIEFING, asker, { authority, at })).briefing;
}
const names = (entries: readonly Entry[]): (string | null)[] => entries.map(({ child }) => child.givenName);

/** A child of that name, missing for so many hours this morning. */
function aChild(name: string, hours: number, changed: Fields = {}): Sending {
  const since = MORNING - hours * HOUR;
  return aMissing({
    'Report/MisperId': `MP-${name}`,
    'Person/PersonId': `P-${name}`,
    'Person/GivenName': name,
    'Report/MissingSince': utc(since),
    'Header/SentAt': utc(since + HOUR / 2),
    ...changed,
  });
}

describe('the order of the morning', () => {
  it('is HIGH first, then a strategy trigger reached, then the longest missing, and no risk leaves a child out', async () => {
    await hub.deliver(
      aChild('Longer', 20, { 'Report/CurrentRiskLevel': 'No apparent risk' }),
      aChild('Shorter', 5),
      aChild('Triggered', 73, { 'Report/CurrentRiskLevel': 'Low' }),
      aChild('Unworded', 10, { 'Report/CurrentRiskLevel': 'Purple' }),
      aChild('High', 1, { 'Report/CurrentRiskLevel': 'High' }),
    );
    expect(names((await briefing()).missing)).toEqual(['High', 'Triggered', 'Longer', 'Unworded', 'Shorter']);
  });

  it('holds a child who is away from placement too', async () => {
    await hub.deliver(aTable('missing', '0042,06/05/2011,A,18/11/2025,'));
    const { missing } = await briefing();
    expect(missing).toMatchObject([{ episode: { status: 'AWAY', risk: null } }]);
    expect(missing[0]?.inWords).toContain('only the day is known');
  });
});

describe('a child who was found', () => {
  const traced = aFound({ 'Found/WhenReturned': null, 'Found/ReturnedTo': null });

  it('and is not back stays on the briefing, however long', async () => {
    await hub.deliver(aMissing(), traced);
    for (const days of [0, 1, 30]) {
      hub.now = MORNING + days * 24 * HOUR;
      const { missing, locatedNotBack } = await briefing();
      expect([names(missing), names(locatedNotBack)]).toEqual([[], ['Wrenna']]);
    }
  });

  it('and is back is on it for 24 hours, and then no more', async () => {
    await hub.deliver(aMissing(), aFound());
    const back = Date.parse('2025-11-20T03:45:00Z');
    hub.now = back + 23.9 * HOUR;
    const soon = await briefing();
    expect([names(soon.missing), names(soon.returned)]).toEqual([[], ['Wrenna']]);
    hub.now = back + 24.1 * HOUR;
    expect(names((await briefing()).returned)).toEqual([]);
  });
});

describe('a message that cannot be read', () => {
  const unreadable = aMissing({ 'Header/SentAt': null });
  const shown = { givenName: 'Wrenna', familyName: 'Testfield' };

  it('is on the briefing of the authority it names, and of the force, with whatever of the child can be read', async () => {
    await hub.deliver(unreadable);
    expect((await briefing()).quarantine).toMatchObject([shown]);
    expect((await briefing({ as: 'mereshire-missing-team' })).quarantine).toMatchObject([shown]);
  });

  it.each(['Low', null])('counts as HIGH until a person has read it, though its risk says %s', async (risk) => {
    await hub.deliver(aMissing({ 'Header/SentAt': null, 'Report/CurrentRiskLevel': risk }));
    expect((await briefing()).quarantine).toEqual([{ ...shown, countsAsHigh: true }]);
  });

  it.each([
    ['southvale-coordinator', 'southvale'],
    ['southvale-coordinator', 'northmere'],
    ['westhaven-coordinator', 'northmere'],
    ['westhaven-missing-team', 'northmere'],
    ['larkfield-manager', 'northmere'],
  ])('is not shown to %s, asking of %s', async (as, authority) => {
    await hub.deliver(unreadable);
    expect((await briefing({ as }, { authority })).quarantine).toEqual([]);
  });

  const inUtf16 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
  const xml = String(aMissing({}).bytes);
  it.each<[string, string | Uint8Array<ArrayBuffer>]>([
    ['half a character by its number', xml.replace('Wrenna', 'Wrenna&#xD800;')],
    ['half a character in UTF-16', inUtf16(xml.replace('1 Imaginary Row', '1 Imaginary\uD800 Row'))],
    ['a NUL in UTF-16', inUtf16(xml.replace('1 Imaginary Row', '1 Imaginary\0 Row'))],
  ])('is on the briefing although it holds %s, which cannot be stored', async (_what, bytes) => {
    await hub.deliver({ ...aMissing({}), bytes });
    expect((await briefing()).quarantine).toMatchObject([{ familyName: 'Testfield', countsAsHigh: true }]);
  });

  it('stays on the briefing when a later message of the report says nothing of what it said', async () => {
    const raised = aMissing({ 'Header/MessageType': 'UPDATE', 'Header/SentAt': '2025-11-19T23:00:00Z', 'Report/CurrentRiskLevel': 'High' });
    const broken = { ...raised, bytes: String(raised.bytes).replace('</Care>', '<Unknown>x</Unknown></Care>') };
    const later = aMissing({ 'Header/MessageType': 'UPDATE', 'Header/SentAt': '2025-11-20T01:00:00Z', 'Report/CurrentRiskLevel': null, 'Report/Circumstances': 'More words.' });
    await hub.deliver(aMissing(), broken, later);
    const { quarantine, missing } = await briefing();
    // The picture still says MEDIUM: the raised risk is nowhere but in the entry.
    expect(missing).toMatchObject([{ episode: { risk: 'MEDIUM' } }]);
    expect(quarantine).toMatchObject([shown]);
  });

  it('leaves the briefing once the message was sent again and understood', async () => {
    await hub.deliver(unreadable, aMissing({ 'Header/SentAt': '2025-11-20T08:00:00Z' }));
    const { quarantine, missing } = await briefing();
    expect([quarantine, names(missing)]).toEqual([[], ['Wrenna']]);
  });
});

describe('a child of whom nobody knows whose it is', () => {
  beforeEach(() => hub.deliver(aMissing({ 'Care/PlacingAuthority': null })));

  it.each(['northmere', 'southvale'])("is on the briefing of %s, in the force's area", async (authority) => {
    const { authorityUnknown, missing } = await briefing({ as: `${authority}-coordinator` }, { authority });
    expect([names(authorityUnknown), names(missing)]).toEqual([['Wrenna'], []]);
  });

  it.each(['westhaven', 'northmere', 'southvale'])('is not shown to the coordinator of an authority outside it, asking of %s', async (authority) => {
    expect(names((await briefing({ as: 'westhaven-coordinator' }, { authority })).authorityUnknown)).toEqual([]);
  });

  it('leaves the others once somebody says whose it is', async () => {
    await hub.deliver(aMissing({ 'Header/MessageType': 'UPDATE', 'Header/SentAt': '2025-11-20T07:00:00Z' }));
    expect(names((await briefing()).missing)).toEqual(['Wrenna']);
    const southvale = await briefing({ as: 'southvale-coordinator' }, { authority: 'southvale' });
    expect([names(southvale.authorityUnknown), names(southvale.missing)]).toEqual([[], []]);
  });
});

describe('another time on the clocks', () => {
  it('changes how long a child has been missing, and not what is known', async () => {
    await hub.deliver(aChild('Wrenna', 11));
    const asked = [-100, 0, 10].map((hours) => briefing(NORTHMERE, { at: utc(MORNING + hours * HOUR) }));
    const [longBefore, now, later] = (await Promise.all(asked)).map(({ missing }) => missing.map(({ hoursMissing, episode }) => ({ hoursMissing, episode })));
    const episode = { status: 'MISSING', risk: 'MEDIUM' };
    expect(longBefore).toEqual([{ hoursMissing: 0, episode }]);
    expect(now).toEqual([{ hoursMissing: 11, episode }]);
    expect(later).toEqual([{ hoursMissing: 21, episode }]);
  });

  it('moves the day in which a child who is back is shown', async () => {
    await hub.deliver(aMissing(), aFound());
    expect(names((await briefing(NORTHMERE, { at: utc(MORNING + 48 * HOUR) })).returned)).toEqual([]);
    expect(names((await briefing(NORTHMERE, { at: utc(MORNING) })).returned)).toEqual(['Wrenna']);
  });
});

describe('an authority that is not in the directory', () => {
  it.each(['northmer', 'mereshire-police'])('is refused rather than answered with nobody missing: %s', async (authority) => {
    await hub.deliver(aMissing({}));
    await expect(briefing(NORTHMERE, { authority })).rejects.toThrow('There is no authority of this id');
  });
});

import { randomUUID } from 'node:crypto';
import { recordRelationship } from '../../src/actions/record-relationship.ts';
import type { Directory } from '../../src/directory/directory.ts';
import { PRACTICES, type PracticeId } from '../../src/domain/authority/known-practices.ts';
import { SILENT_PRACTICE, TOLD, type ToldWho } from '../../src/domain/authority/practice.ts';
import { aDecidingHub, anInterview, MINUTE, type DecidingHub } from '../actions/a-deciding-hub.ts';
import { actor, aDirectoryOfPeople } from '../actions/some-people.ts';
import { aFound, aMissing, type Fields } from '../journeys/documents.ts';

/** Days after she came back Wrenna is missing again, of Northmere, placed in Southvale with Larkfield. */
const AT_TWO = Date.parse('2025-11-25T02:00:00Z');
const AGAIN: Fields = { 'Report/MisperId': 'MP-2', 'Header/MessageId': 'M-10', 'Header/SentAt': '2025-11-25T01:58:00Z', 'Report/MissingSince': '2025-11-25T01:00:00Z', 'Report/CurrentRiskLevel': 'High', 'Care/HostAuthority': 'E99000002', 'Care/PlacementURN': 'SC900001' };
const BACK: Fields = { 'Report/MisperId': 'MP-2', 'Header/MessageId': 'M-12', 'Header/SentAt': '2025-11-25T04:00:00Z', 'Found/WhenTraced': '2025-11-25T02:30:00Z', 'Found/WhenReturned': '2025-11-25T03:45:00Z', 'Found/ReturnedTo': 'Imaginary Row' };

/** Who is to hear of a missing child: before whom what the hub tells them stands, and under which names a practice has them told by hand. */
const PARTIES = {
  'duty of the responsible authority': { to: 'SENIOR_WORKER:northmere', as: [] },
  'duty of the host authority': { to: 'HUB_COORDINATOR:southvale', as: ['HOST_AUTHORITY'] },
  'social worker': { to: 'sia@northmere', as: ['SOCIAL_WORKER', 'PLACING_SOCIAL_WORKER'] },
  'reviewing officer': { to: 'ida@northmere', as: ['IRO'] },
  'child protection coordinator': { to: 'cyd@northmere', as: ['CP_COORDINATOR'] },
  home: { to: 'PLACEMENT_PROVIDER:larkfield', as: ['PROVIDER'] },
  'front door': { to: 'FRONT_DOOR:northmere', as: ['FRONT_DOOR'] },
  'school, health, youth justice': { to: 'PARTNER:willow-school', as: ['PROFESSIONALS'] },
} as const satisfies Readonly<Record<string, { readonly to: string; readonly as: readonly ToldWho[] }>>;
type Party = keyof typeof PARTIES;
type How = readonly [missing: string, returned: string, interviewed: string];

const ALERTED: How = ['alert', 'alert', '-'];
const NOBODY: How = ['-', '-', '-'];
/** Whatever a practice says: whoever answers for the child or hosts it, whoever is named round the child, and the home. */
const ALWAYS: Readonly<Record<Party, How>> = {
  'duty of the responsible authority': ALERTED,
  'duty of the host authority': ALERTED,
  'social worker': ['notice', 'notice', '-'],
  'reviewing officer': ['notice', 'notice', '-'],
  'child protection coordinator': ['notice', '-', '-'],
  home: ['notice', 'notice', '-'],
  'front door': NOBODY,
  'school, health, youth justice': NOBODY,
};
const BY_PRACTICE: Readonly<Record<PracticeId | 'silent', Partial<Readonly<Record<Party, How>>>>> = {
  silent: {},
  kent: {},
  mosaic: {},
  birmingham: { 'school, health, youth justice': ['-', 'by hand: Birmingham 2022, When a child returns', '-'] },
  somerset: { 'social worker': ['notice', 'notice', 'notice'] },
  'west-sussex': { 'social worker': ['notice', 'notice', 'notice'], 'front door': ['-', 'notice', '-'] },
};
/** The same where nobody of them works in the hub any more, but the duty of the responsible authority. */
const WHERE_THEY_LEFT: Partial<typeof BY_PRACTICE> = {
  birmingham: { 'school, health, youth justice': ['-', 'by hand: Birmingham 2022, When a child returns', '-'] },
  somerset: {
    'duty of the host authority': ['by hand: Somerset 7.2.1', 'by hand: Somerset 7.2.2', '-'],
    'social worker': ['by hand: Somerset 7.1.1', 'notice', 'by hand: Somerset 4.16'],
    'reviewing officer': ['by hand: Somerset 5.2.5', 'by hand: Somerset 5.2', '-'],
    'child protection coordinator': ['by hand: Somerset 5.1.8', '-', '-'],
    home: ['by hand: Somerset 5.2.6', 'by hand: Somerset 7.2.2', '-'],
  },
  'west-sussex': {
    'social worker': ['notice', 'notice', 'by hand: West Sussex, Recording information'],
    'front door': ['-', 'by hand: West Sussex, When should a RHI be completed', '-'],
  },
};

let hub: DecidingHub | null = null;
afterEach(async () => {
  await hub?.close();
  hub = null;
});

interface Told {
  readonly to: readonly string[];
  readonly kind: string;
  readonly text: string;
  readonly alert: boolean;
}

/** How each is told of her being missing, of her return and of her interview, in an authority that goes by a practice. */
async function howEachIsTold(practice: PracticeId | 'silent', leaving: readonly string[]): Promise<Readonly<Record<string, How>>> {
  const given = aDirectoryOfPeople();
  const found = given.agencies.get('northmere');
  const people = new Map([...given.people].map(([id, person]) => [id, leaving.includes(id) ? { ...person, suspended: true } : person]));
  let directory: Directory = given;
  let now = Date.parse('2026-06-01T00:00:00Z');
  const opened = await aDecidingHub(() => directory, () => now);
  hub = opened;
  for (const [relationship, holder] of [['IRO', 'ida'], ['CP_COORDINATOR', 'cyd']] as const) {
    await recordRelationship(opened.services, actor('nia'), { key: randomUUID(), child: opened.child, revision: 0, relationship, holder }, opened.now);
  }
  directory = found === undefined ? given : { ...given, people, agencies: new Map([...given.agencies, ['northmere', { ...found, practice: practice === 'silent' ? SILENT_PRACTICE : PRACTICES[practice] }]]) };
  const after = async (minutes: number, happens: () => Promise<unknown>): Promise<readonly Told[]> => {
    opened.now = now = AT_TWO + minutes * MINUTE;
    await opened.ingest.rows('delete from briefing_notice');
    await happens();
    return opened.ingest.rows<Told>(`select "to", kind, text, alert is not null as alert from briefing_notice where kind like 'CHILD%' or kind like 'TELL%' or kind = 'INTERVIEW_HELD'`);
  };
  const missing = await after(0, () => opened.tell(aMissing(AGAIN)));
  const returned = await after(130, () => opened.tell(aFound(BACK)));
  const [episode] = await opened.ingest.rows<{ id: string }>('select id from episode order by missing_from_at desc limit 1');
  const interviewed = await after(600, () => anInterview(opened, { episodes: [episode?.id ?? ''], at: '2025-11-25T11:00:00Z' }));
  return Object.fromEntries(Object.entries(PARTIES).map(([party, one]) => [party, [how(missing, one, 'MISSING'), how(returned, one, 'RETURNED'), how(interviewed, one, 'INTERVIEWED')]]));
}

/** By hand where that is asked for, whether or not a notice stands before somebody who does not read it. */
function how(told: readonly Told[], { to, as }: { readonly to: string; readonly as: readonly ToldWho[] }, of: string): string {
  const byHand = told.find(({ kind }) => as.some((who) => kind === `TELL_${who}_${of}`));
  if (byHand !== undefined) {
    return `by hand: ${/\(([^()]*)\): (?:nobody|the hub)/.exec(byHand.text)?.[1] ?? ''}`;
  }
  const own = told.find((one) => one.to.includes(to));
  return own === undefined ? '-' : own.alert ? 'alert' : 'notice';
}

describe('who is told of a missing child, of the return and of the interview, and how', () => {
  it('names everybody whom a practice can have told', () => {
    expect(Object.values(PARTIES).flatMap<string>(({ as }) => as).sort()).toEqual([...TOLD].sort());
  });

  it.each(Object.keys(BY_PRACTICE) as (keyof typeof BY_PRACTICE)[])('by the practice %s, where everybody is in the hub', async (practice) => {
    expect(await howEachIsTold(practice, [])).toEqual({ ...ALWAYS, ...BY_PRACTICE[practice] });
  });

  it.each(Object.keys(WHERE_THEY_LEFT) as (keyof typeof BY_PRACTICE)[])('by the practice %s, where they have left it', async (practice) => {
    expect(await howEachIsTold(practice, ['sia', 'ida', 'cyd', 'hal', 'hew', 'vic', 'gus', 'fay'])).toEqual({ ...ALWAYS, ...WHERE_THEY_LEFT[practice] });
  });
});

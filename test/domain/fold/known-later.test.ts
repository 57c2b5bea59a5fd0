import type { Decision } from '../../../src/domain/decision/decision.ts';
import type { RedactionState } from '../../../src/domain/fold/interview-picture.ts';
import type { Observation, ProfilePayload } from '../../../src/domain/observation/observation.ts';
import { textHash } from '../../../src/domain/redaction/text-hash.ts';
import type { Audience } from '../../../src/domain/sharing/audience.ts';
import { aDecision } from '../decision/a-decision.ts';
import { headerRow, idOf, missing, observation, placementRow } from './a-world.ts';
import { HUB, intelligence, interview, OWN, takenBack, toldOf } from './told-of-a-child.ts';

const INTERVIEW = idOf(HUB, 'interview', 'I1');
const HASH = toldOf([interview()]).interviews[0]?.contentHash ?? '';
const named = (name: string) => ({ name, category: 'UNKNOWN', grade: null, reviewOn: '2027-01-01' }) as const;

function approved(text: string, audience: Audience, recipient: string | null): Decision[] {
  const on = { child: OWN, about: INTERVIEW, matter: `${audience} ${recipient ?? ''}` };
  return [
    aDecision('REDACTION', { text, audience, recipient, madeFrom: HASH }, { ...on, person: 'ann' }),
    aDecision('REDACTION_APPROVAL', { madeFrom: HASH, textHash: textHash(text) }, { ...on, person: 'bea' }),
  ];
}

/** How an approved text stands once this is known. */
function state(text: string, said: readonly Observation[], [audience, recipient]: readonly [Audience, string | null] = ['PLACEMENT', 'larkfield']): RedactionState | undefined {
  const told = toldOf([interview(), ...said], approved(text, audience, recipient)).interviews.find(({ id }) => id === INTERVIEW);
  return told?.redactions[0]?.state;
}

const profile = (says: Partial<ProfilePayload>): Observation => ({
  ...observation({
    source: HUB,
    child: 'C',
    act: 'correct',
    record: { kind: 'profile', key: 'F1' },
    kind: 'profile',
    order: '000001',
    payload: { originator: 'larkfield', description: null, friends: null, places: null, medical: null, phone: null, socialMedia: null, ...says },
  }),
  subject: { agency: 'northmere', system: '903', kind: 'person', key: 'C' },
});
const child = (said: Parameters<typeof headerRow>[0]['said']): Observation => headerRow({ child: 'C', extracted: '2026-03-10', said: { nhsNumber: '9434765919', ...said } });

describe('an approved text is stale once somebody or somewhere in it is known', () => {
  it.each<[string, string, Observation]>([
    ['of an item of intelligence', 'She was with zedpman.', intelligence({ says: { namedPeople: [named('Zedpman Madeup')] } })],
    ['of an item’s vehicle', 'She was in zz99zzz.', intelligence({ says: { entities: [{ kind: 'VEHICLE', value: 'ZZ99 ZZZ' }] } })],
    ['of another interview', 'She was with zedpman.', interview({ key: 'I2', says: { answers: { namedPeople: [named('Zedpman')] } } })],
    ['of where she stayed', 'She was at 5 invented yard.', interview({ key: 'I2', says: { locating: { placesStayed: ['5 Invented Yard'] } } })],
    ['of whom she was with', 'Zedpman was there.', interview({ key: 'I2', says: { locating: { peopleWith: ['her friend Zedpman'] } } })],
    ['of a profile', 'She was with Zedpman.', profile({ friends: 'Zedpman, Jay' })],
    ['of her family’s address', 'She was at 9 elmtest rd.', child({ familyAddress: '9 Elmtest Road' })],
    ['of another home', 'She was at Brookside Farm.', placementRow({ child: 'C', from: '2025-01-01', until: '2025-06-01', urn: 'SC900009', extracted: '2026-03-10' })],
  ])('%s', (_, text, said) => {
    const homeOf = () => null;
    expect(toldOf([interview()], approved(text, 'PLACEMENT', 'larkfield'), { homeOf }).interviews[0]?.redactions).toMatchObject([{ state: 'APPROVED' }]);
    const brookside = (urn: string) => (urn === 'SC900009' ? { name: 'Brookside Farm', provider: 'brookside', authority: 'southvale' } : null);
    const told = toldOf([interview(), said], approved(text, 'PLACEMENT', 'larkfield'), { homeOf: brookside }).interviews.find(({ id }) => id === INTERVIEW);
    expect(told?.redactions).toMatchObject([{ state: 'STALE' }]);
    expect(told?.releases).toEqual([]);
  });
  it('and is not by what was taken back, or said otherwise since', () => {
    const said = interview({ key: 'I2', says: { answers: { namedPeople: [named('Zedpman')] } } });
    expect(state('With zedpman.', [said])).toBe('STALE');
    expect(state('With zedpman.', [said, takenBack(said)])).toBe('APPROVED');
    expect(state('With zedpman.', [said, interview({ key: 'I2', revision: 2 })])).toBe('APPROVED');
    expect(state('With zedpman.', [intelligence({ says: { namedPeople: [named('Zedpman')] } }), intelligence({ revision: 2 })])).toBe('APPROVED');
  });
  it('whatever came first', () => {
    const said = [interview({ key: 'I2', says: { answers: { namedPeople: [named('Zedpman')] } } }), intelligence({ says: { namedPeople: [named('Jay Madeup')] } })];
    expect(state('With Jay and zedpman.', said.toReversed())).toBe('STALE');
    expect(state('With nobody.', said)).toBe('APPROVED');
  });
});

describe('what may stand in an approved text', () => {
  const withKnown = (...names: string[]) => [child({ givenName: 'Ada', familyName: 'Testgirl' }), intelligence({ says: { namedPeople: names.map(named) } })];

  it('is the child’s own name in every spelling a source has', () => {
    const police = missing({ sent: '2026-03-02T21:00:00.000Z', person: { nhsNumber: '9434765919', givenName: 'Ayda' } });
    expect(state('Ada Testgirl was cold. ayda too.', [...withKnown('Ada Testgirl'), ...police])).toBe('APPROVED');
    expect(state('Testgirl was with Ayda.', withKnown('Ayda Madeup'))).toBe('STALE');
  });
  it('is what the home it is for is called, and where it lies', () => {
    const home = placementRow({ child: 'C', from: '2026-01-01', urn: 'SC900001', extracted: '2026-03-10' });
    expect(state('She likes Larkfield House. Kestrel Larkfield too.', [home, ...withKnown('Kestrel')])).toBe('APPROVED');
    expect(state('She likes Larkfield House.', [home], ['PLACEMENT', 'brookside'])).toBe('STALE');
    expect(state('She likes Larkfield House.', [home], ['PARTNER', null])).toBe('STALE');
  });
  it('is what the parent it is for is called', () => {
    expect(state('Kestrel asked her.', withKnown('Kestrel Madeup'), ['PARTNER', null])).toBe('STALE');
    expect(state('Kestrel asked her.', withKnown('Kestrel'), ['PARENT', 'pat@family'])).toBe('APPROVED');
  });
});

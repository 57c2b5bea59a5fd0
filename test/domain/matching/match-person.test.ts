import { keptRecords } from '../../../src/domain/fold/kept-record.ts';
import { personIdentity } from '../../../src/domain/fold/person-identity.ts';
import { matchPersonOf } from '../../../src/domain/matching/match-person.ts';
import type { MatchPerson } from '../../../src/domain/matching/likeness.ts';
import type { Observation, PersonPayload, PlacementPayload } from '../../../src/domain/observation/observation.ts';
import { at, context, headerRow, idOf, NORTHMERE, placementRow } from '../fold/a-world.ts';

const SENT = '2026-03-01';

function matched(said: PersonPayload, placements: readonly Partial<PlacementPayload>[] = []): MatchPerson {
  const { person } = keptRecords([headerRow({ child: '007', extracted: SENT, said })], context.recordId);
  // Safe: one header row is one person record.
  const [record] = person as [(typeof person)[number]];
  // Safe: a placement row carries a placement.
  const { payload } = placementRow({ child: '007', from: SENT, extracted: SENT }) as Extract<Observation, { kind: 'placement' }>;
  return matchPersonOf(personIdentity(record, context), placements.map((placement) => ({ ...payload, ...placement })));
}

describe('what likeness is judged by', () => {
  it('is what the record says, under its id and the key space of its source', () => {
    const said = { givenName: 'Tamsin', familyName: "O'Larkin", dateOfBirth: at('2011-05-04'), gender: 'FEMALE', nhsNumber: '943 476 5919' } as const;
    expect(matched(said)).toEqual({
      id: idOf(NORTHMERE, 'person', '007'), agency: NORTHMERE.agency, personKeys: NORTHMERE.system,
      givenName: 'Tamsin', familyName: "O'Larkin", birth: '2011-05-04', birthDoubtful: false, gender: 'FEMALE',
      postcodes: [], placements: [], nhsNumber: '9434765919', upn: null,
    });
  });

  it('leaves out a number that fails its check', () => {
    expect(matched({ nhsNumber: '9434765918', upn: 'D999000000001' })).toMatchObject({ nhsNumber: null, upn: null });
  });

  it('has the day of birth on London clocks, in summer as in winter', () => {
    expect(matched({ dateOfBirth: at('2011-07-04') }).birth).toBe('2011-07-04');
    expect(matched({ dateOfBirth: at('2011-12-04') }).birth).toBe('2011-12-04');
    expect(matched({ dateOfBirth: null }).birth).toBeNull();
  });

  it('doubts a date of birth that is estimated, 1 January or an unaccompanied child\'s', () => {
    const said = { dateOfBirth: at('2011-05-04') };
    expect(matched(said).birthDoubtful).toBe(false);
    expect(matched({ ...said, dateOfBirthEstimated: true }).birthDoubtful).toBe(true);
    expect(matched({ ...said, unaccompanied: true }).birthDoubtful).toBe(true);
    expect(matched({ dateOfBirth: at('2011-01-01') }).birthDoubtful).toBe(true);
  });

  it('has the postcodes of addresses and placements once each, however they are written, and the homes', () => {
    const said = { homeAddress: '4 Invented Row, Larktown, zz9 9aa', familyAddress: 'No postcode here', placementUrn: 'SC900002' };
    const placements = [{ homePostcode: 'ZZ99AA', placementPostcode: 'ZZ98 1BB', urn: 'SC900001' }, { urn: 'SC900002' }];
    expect(matched(said, placements)).toMatchObject({ postcodes: ['ZZ981BB', 'ZZ99AA'], placements: ['SC900001', 'SC900002'] });
  });
});

import { fold } from '../../../src/domain/fold/fold.ts';
import type { ChildPicture } from '../../../src/domain/fold/picture.ts';
import type { PersonPayload } from '../../../src/domain/observation/observation.ts';
import { at, context, found, headerRow, idOf, missing, missingRow, NORTHMERE, OTHER_POLICE, POLICE, type Source } from './a-world.ts';

const nhsNumber = '9434765919';
const says = (source: Source, said: PersonPayload, order = '2026-03-01'): ReturnType<typeof headerRow> =>
  headerRow({ source, child: 'C1', extracted: order, said: { nhsNumber, ...said } });
function one(...observations: Parameters<typeof fold>[0]): ChildPicture {
  const [child, ...others] = fold(observations, context);
  if (child === undefined || others.length > 0) {
    throw new TypeError('These were to be one child.');
  }
  return child;
}

describe('a field that several sources state', () => {
  it('is what the authority says of who the child is, and what the police say of how it looks', () => {
    const { person } = one(
      says(NORTHMERE, { familyName: 'Example', hairColour: 'brown' }),
      says(POLICE, { familyName: 'Exampel', hairColour: 'dyed red' }, '2026-03-02'),
    );
    expect(person.familyName).toMatchObject({ value: 'Example', disagreeing: [{ value: 'Exampel', source: { agency: 'mereshire' } }] });
    expect(person.hairColour).toMatchObject({ value: 'dyed red', disagreeing: [{ value: 'brown' }] });
  });

  it('is the latest within one kind of source', () => {
    const { person } = one(says(POLICE, { build: 'slim' }, '2026-03-02'), says(OTHER_POLICE, { build: 'tall' }, '2026-03-03'));
    expect(person.build).toMatchObject({ value: 'tall', source: { agency: 'westpolice', order: '2026-03-03' } });
  });

  it('names the record, its own key and the observation it comes from', () => {
    const header = says(NORTHMERE, { familyName: 'Example' });
    expect(one(header).person.familyName?.source).toEqual({
      agency: 'northmere',
      system: '903',
      record: idOf(NORTHMERE, 'person', 'C1'),
      recordKey: 'C1',
      order: '2026-03-01',
      observation: header.id,
    });
  });

  it('is no conflict when only case and spaces differ', () => {
    const child = one(says(NORTHMERE, { homeAddress: '1 Sample  Street' }), says(POLICE, { homeAddress: '1 SAMPLE STREET ' }));
    expect(child.person.homeAddress?.disagreeing).toEqual([]);
    expect(child.flags).toEqual([]);
  });

  it('is flagged by its name, and never by its value, when sources disagree', () => {
    const child = one(says(NORTHMERE, { familyName: 'Example', gender: 'FEMALE', dateOfBirth: at('2011-05-04') }), says(POLICE, { familyName: 'Example', gender: 'MALE', dateOfBirth: at('2011-05-05') }));
    expect(child.flags).toEqual([
      {
        code: 'CONFLICTING_VALUES',
        records: [idOf(NORTHMERE, 'person', 'C1'), idOf(POLICE, 'person', 'C1')].sort(),
        reason: 'Sources disagree on: dateOfBirth, gender.',
      },
    ]);
  });

  it('that its source has taken back with null is not stated any more', () => {
    const { person } = one(says(NORTHMERE, { familyName: 'Example' }), headerRow({ child: 'C1', extracted: '2026-03-02', said: { nhsNumber, familyName: null } }));
    expect(person.familyName).toBeUndefined();
  });

  it('keeps the newer value of one source without calling the older a conflict', () => {
    const reports = [
      ...missing({ sent: '2026-03-01T10:00:00.000Z', misper: 'M1', person: { build: 'slim' } }),
      ...missing({ sent: '2026-04-01T10:00:00.000Z', misper: 'M2', person: { build: 'tall' } }),
    ];
    expect(one(...reports).person.build).toMatchObject({ value: 'tall', disagreeing: [] });
  });
});

describe('a time that several sources state', () => {
  const report = missing({ sent: '2026-03-01T21:00:00.000Z', child: 'C1', since: '2026-03-01T20:00', person: { nhsNumber } });
  const back = found({ sent: '2026-03-02T09:00:00.000Z', child: 'C1', traced: '2026-03-02T08:00', returned: '2026-03-02T08:30' });

  it('is the time rather than the date that holds it, whoever states it, and no conflict', () => {
    const row = missingRow({ child: 'C1', from: '01/03/2026', until: '02/03/2026', extracted: '2026-04-30' });
    const [episode] = one(...report, ...back, ...row, says(NORTHMERE, {})).episodes;
    expect(episode).toMatchObject({
      report: { missingSince: { value: { text: '2026-03-01T20:00' }, disagreeing: [] } },
      returnedAt: { value: { text: '2026-03-02T08:30' }, source: { agency: 'mereshire' }, disagreeing: [] },
      flags: [],
    });
  });

  it('of return is the authority\'s rather than the police\'s, and the other is listed', () => {
    const row = missingRow({ child: 'C1', from: '01/03/2026', until: '03/03/2026', extracted: '2026-04-30' });
    const [episode] = one(...report, ...back, ...row, says(NORTHMERE, {})).episodes;
    expect(episode?.returnedAt).toMatchObject({ value: { text: '03/03/2026' }, disagreeing: [{ value: { text: '2026-03-02T08:30' } }] });
    expect(episode?.flags).toMatchObject([{ code: 'CONFLICTING_VALUES', reason: 'Sources disagree on: returnedAt.' }]);
  });

  it.each([
    ['2026-03-01T20:30', 0],
    ['2026-03-01T20:31', 1],
  ])('and differs by %p has %p conflicts', (since, conflicts) => {
    const other = missing({ source: OTHER_POLICE, sent: '2026-03-01T20:50:00.000Z', child: 'C1', since, person: { nhsNumber } });
    expect(one(...report, ...other).episodes[0]?.report.missingSince?.disagreeing).toHaveLength(conflicts);
  });
});

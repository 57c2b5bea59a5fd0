import fc from 'fast-check';
import { blockKeys } from '../../../src/domain/matching/block-keys.ts';
import { compareRecords } from '../../../src/domain/matching/compare-records.ts';
import type { MatchPerson } from '../../../src/domain/matching/likeness.ts';
import { records, type KnownRecord } from '../../bench/matching/records.ts';
import { seeded } from '../../bench/matching/seeded.ts';

const POPULATION = records(seeded(4), 3_000);
const FIELDS = ['givenName', 'familyName', 'birth', 'gender', 'postcodes', 'placements', 'nhsNumber', 'upn'] as const;

const person = fc.constantFrom(...POPULATION).map((record) => record.person);
const sameChild = fc.constantFrom(...POPULATION).chain((record) =>
  fc.constantFrom(...POPULATION.filter((other) => other.child === record.child)).map((other) => [record.person, other.person] as const),
);

/** A record, and another that has some of its fields, some of a third's and some left empty: likeness of every degree. */
const halfAlike = fc
  .tuple(fc.oneof(sameChild, fc.tuple(person, person)), person, fc.array(fc.integer({ min: 0, max: 4 }), { minLength: FIELDS.length, maxLength: FIELDS.length }), fc.boolean())
  .map(([[first, second], third, from, doubtful]) => {
    const taken = FIELDS.map((field, place) => [field, mixed(field, { second, third, choice: from[place] ?? 0 })]);
    // Safe: each field is one that a record has, or is empty.
    return [first, { ...second, ...Object.fromEntries(taken), birthDoubtful: doubtful } as MatchPerson] as const;
  });

function mixed(field: (typeof FIELDS)[number], { second, third, choice }: { second: MatchPerson; third: MatchPerson; choice: number }): unknown {
  const empty = field === 'postcodes' || field === 'placements' ? [] : null;
  return [second[field], second[field], second[field], third[field], empty][choice];
}

function shareAKey(first: MatchPerson, second: MatchPerson): boolean {
  const keys = new Set(blockKeys(second));
  return blockKeys(first).some((key) => keys.has(key));
}

/** The names and date of birth of one written as another would: the other way round. */
function turned(turnee: MatchPerson): MatchPerson {
  const [year, month, day] = (turnee.birth ?? '').split('-');
  return { ...turnee, givenName: turnee.familyName, familyName: turnee.givenName, birth: turnee.birth === null ? null : [year, day, month].join('-') };
}

describe('likeness', () => {
  it('does not depend on which record comes first', () => {
    fc.assert(fc.property(halfAlike, ([first, second]) => {
      expect(compareRecords(second, first)).toEqual(compareRecords(first, second));
    }), { numRuns: 2_000 });
  });

  it('is found by a shared key wherever it would join or be shown', () => {
    fc.assert(fc.property(halfAlike, fc.boolean(), ([first, second], turn) => {
      const other = turn ? turned(second) : second;
      expect(compareRecords(first, other).verdict === 'APART' || shareAKey(first, other)).toBe(true);
    }), { numRuns: 10_000 });
  });

  it('never joins two keys of one source, contradicting numbers, or twins without a shared number', () => {
    const twins = POPULATION.flatMap((record) => POPULATION.filter((other) => other.child.number === record.child.twin).map((other): [KnownRecord, KnownRecord] => [record, other]));
    expect(twins.length).toBeGreaterThan(50);
    expect(twins.filter(([first, second]) => compareRecords(first.person, second.person).verdict === 'JOIN')).toEqual([]);
    fc.assert(fc.property(halfAlike, ([first, second]) => {
      const oneSource = first.agency === second.agency && first.personKeys === second.personKeys;
      const contradict = (['nhsNumber', 'upn'] as const).some((of) => first[of] !== null && second[of] !== null && first[of] !== second[of]);
      expect((oneSource || contradict) && compareRecords(first, second).verdict === 'JOIN').toBe(false);
    }), { numRuns: 2_000 });
  });
});

describe('the invented population', () => {
  const rate = (holds: (record: KnownRecord) => boolean): number => POPULATION.filter(holds).length / POPULATION.length;

  it('errs as often as is said, and is the same for the same seed', () => {
    expect(rate(({ person: { nhsNumber } }) => nhsNumber === null)).toBeCloseTo(0.3, 1);
    expect(rate(({ person: { upn } }) => upn === null)).toBeCloseTo(0.3, 1);
    expect(rate(({ person: { birth }, child }) => birth !== child.birth)).toBeCloseTo(0.03, 1.5);
    expect(rate(({ child }) => child.twin !== null)).toBeCloseTo(0.02, 1.5);
    expect(records(seeded(4), 100)).toEqual(POPULATION.slice(0, 100));
  });
});

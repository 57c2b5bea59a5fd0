import fc from 'fast-check';
import { fold } from '../../../src/domain/fold/fold.ts';
import { groupBy } from '../../../src/domain/fold/group-by.ts';
import { compareText, refKey } from '../../../src/domain/fold/standing.ts';
import { touchKeys } from '../../../src/domain/fold/touch-keys.ts';
import { observationId, type Statement } from '../../../src/domain/observation/observation-id.ts';
import type { Observation } from '../../../src/domain/observation/observation.ts';
import { context } from './a-world.ts';
import { asSaidNow } from './as-said-now.ts';
import { messages } from './worlds.ts';

const SETTINGS = { numRuns: 200, seed: 20260301 };
const LAST = '9999-12-31T00:00:00.000Z';

function shuffled<T>(values: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...values], { minLength: values.length });
}

/** Observations split into the sets that touch each other, by the keys of the person records they are said under. */
function closures(observations: readonly Observation[]): Observation[][] {
  const sets: { keys: Set<string>; said: Observation[] }[] = [];
  for (const said of groupBy(observations, ({ subject }) => refKey(subject)).values()) {
    const joined = { keys: new Set(touchKeys(said, context).map(({ kind, value }) => `${kind} ${value}`)), said: [...said] };
    for (const other of sets.filter(({ keys }) => [...keys].some((key) => joined.keys.has(key)))) {
      other.keys.forEach((key) => joined.keys.add(key));
      joined.said.push(...other.said);
      sets.splice(sets.indexOf(other), 1);
    }
    sets.push(joined);
  }
  return sets.map(({ said }) => said);
}

function retraction(observation: Observation): Observation {
  const { subject, record, part, adapter, adapterVersion } = observation;
  const statement: Statement = { subject, record, part, adapter, adapterVersion, act: 'retract', kind: 'retraction', order: LAST, payload: { scope: 'record' } };
  return { ...statement, id: observationId(statement), receivedAt: null, document: 'a-document', place: 'line 1' };
}

function sameRecord(first: Observation, second: Observation): boolean {
  return refKey(first.record) === refKey(second.record);
}

/** A world that says something, and one of the things it says. */
const worldAndOne = messages
  .filter((world) => world.length > 0)
  .chain((world) => fc.tuple(fc.constant(world.flat()), fc.constantFrom(...world.flat())));

function saidAs(observation: Observation, changes: Partial<Pick<Observation, 'act' | 'order'>>): Observation {
  const changed = { ...observation, ...changes };
  return { ...changed, id: observationId(changed) };
}

describe('folding', () => {
  it('gives the same picture, ids included, in any order and however often each message came', () => {
    const told = messages.chain((world) => fc.tuple(fc.constant(world.flat()), shuffled([...world.flat(), ...world.flat()])));
    fc.assert(
      fc.property(told, ([once, muddled]) => {
        expect(fold(muddled, context)).toEqual(fold(once, context));
      }),
      SETTINGS,
    );
  });

  it('gives for a retracted record what it gives when nothing had ever been said of it', () => {
    fc.assert(
      fc.property(worldAndOne, ([all, one]) => {
        // A whole report also takes back what was said of the person under it; that has a test of its own.
        fc.pre(one.record.kind !== 'episode' || !all.some((said) => said.record.kind === 'person' && said.part === one.record.key));
        expect(asSaidNow(fold([...all, retraction(one)], context))).toEqual(asSaidNow(fold(all.filter((said) => !sameRecord(said, one)), context)));
      }),
      SETTINGS,
    );
  });

  it('gives for a corrected statement what it gives when only the right one had been said', () => {
    fc.assert(
      fc.property(worldAndOne, ([all, one]) => {
        fc.pre(one.kind !== 'retraction' && !all.some((said) => said.kind === 'retraction' && sameRecord(said, one)));
        const right = saidAs(one, { act: 'correct', order: LAST });
        const others = all.filter((said) => !(sameRecord(said, one) && said.part === one.part));
        expect(asSaidNow(fold([...all, right], context))).toEqual(asSaidNow(fold([...others, right], context)));
      }),
      SETTINGS,
    );
  });

  it('of all is the union of folding what touches each other separately', () => {
    fc.assert(
      fc.property(messages, (world) => {
        const apart = closures(world.flat()).flatMap((said) => fold(said, context));
        expect(apart.sort((first, second) => compareText(first.id, second.id))).toEqual(fold(world.flat(), context));
      }),
      SETTINGS,
    );
  });

  it('is of worlds in which children are joined, shared out and in dispute', () => {
    const seen = fc.sample(messages, SETTINGS).flatMap((world) => fold(world.flat(), context));
    const flags = new Set(seen.flatMap(({ flags, episodes }) => [...flags, ...episodes.flatMap((episode) => episode.flags)]).map(({ code }) => code));
    expect(seen.some(({ records }) => records.length > 2)).toBe(true);
    expect(seen.some(({ episodes }) => episodes.some(({ records }) => records.length > 1))).toBe(true);
    expect([...flags].sort()).toEqual([
      'CONFLICTING_VALUES',
      'IDENTIFIER_CHECK_FAILED',
      'IDENTIFIER_DISPUTED',
      'OVERLAPPING_RECORDS',
      'RESPONSIBLE_DISPUTED',
      'TIMES_OUT_OF_ORDER',
    ]);
  });
});

import fc from 'fast-check';
import { fold } from '../../../src/domain/fold/fold.ts';
import type { Decision } from '../../../src/domain/decision/decision.ts';
import { context, idOf } from './a-world.ts';
import { HUB, takenBack } from './told-of-a-child.ts';
import { toldWorld } from './told-worlds.ts';

const SETTINGS = { numRuns: 100, seed: 20260302 };
const places = { ...context, exploitationGroupOf: () => [{ agency: 'clinic', from: null, until: null }], partnersOf: () => [{ agency: 'school', from: null, until: null }] };

function shuffled<T>(values: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...values], { minLength: values.length });
}

describe('folding what is told and decided', () => {
  it('gives the same picture in any order and however often each came', () => {
    const muddled = toldWorld.chain(({ said, decisions }) =>
      fc.record({ said: fc.constant(said), decisions: fc.constant(decisions), again: shuffled([...said, ...said]), decidedAgain: shuffled([...decisions, ...decisions]) }),
    );
    fc.assert(
      fc.property(muddled, ({ said, decisions, again, decidedAgain }) => {
        expect(fold(again, places, { decisions: decidedAgain })).toEqual(fold(said, places, { decisions }));
      }),
      SETTINGS,
    );
  });

  it('gives for a superseded decision what it gives when only the later one had been made', () => {
    const superseding = toldWorld
      .filter(({ decisions }) => decisions.length > 0)
      .chain((world) => fc.record({ world: fc.constant(world), former: fc.constantFrom(...world.decisions) }));
    fc.assert(
      fc.property(superseding, ({ world: { said, decisions }, former }) => {
        // A word that waits to be confirmed supersedes nothing.
        fc.pre(former.kind !== 'RELATIONSHIP' || former.payload.confirmed);
        const later: Decision = { ...former, id: `${former.id} later`, revision: 9, at: former.at + 120_000 };
        const others = decisions.filter(({ id }) => id !== former.id);
        expect(fold(said, places, { decisions: [...decisions, later] })).toEqual(fold(said, places, { decisions: [...others, later] }));
      }),
      SETTINGS,
    );
  });

  it('gives of an interview taken back what it gives when it had never been told', () => {
    fc.assert(
      fc.property(toldWorld, ({ said, decisions }) => {
        const told = said.find(({ record }) => record.kind === 'interview');
        fc.pre(told !== undefined);
        const others = said.filter(({ record }) => record.kind !== 'interview' || record.key !== told.record.key);
        expect(fold([...said, takenBack(told)], places, { decisions })).toEqual(fold(others, places, { decisions }));
      }),
      SETTINGS,
    );
  });

  it('releases to a home, a parent or a partner never more than an approved text, and to nobody a text that is not', () => {
    fc.assert(
      fc.property(toldWorld, ({ said, decisions }) => {
        for (const { releases, redactions } of fold(said, places, { decisions }).flatMap(({ interviews }) => interviews)) {
          const approved = redactions.filter(({ state }) => state === 'APPROVED').map(({ id }) => id);
          expect(releases.filter(({ audience, level }) => level === 'FULL' && ['PLACEMENT', 'PARENT', 'PARTNER'].includes(audience))).toEqual([]);
          expect(releases.filter(({ level, redaction }) => level === 'REDACTED' && !approved.includes(redaction ?? ''))).toEqual([]);
        }
      }),
      SETTINGS,
    );
  });

  it('is of worlds in which interviews are released, restricted and stale', () => {
    const interviews = fc.sample(toldWorld, SETTINGS).flatMap(({ said, decisions }) => fold(said, places, { decisions }).flatMap((child) => child.interviews));
    expect(interviews.some(({ releases }) => releases.some(({ ground }) => ground === 'DECISION'))).toBe(true);
    expect(interviews.some(({ releases }) => releases.some(({ ground }) => ground === 'OVERRIDE'))).toBe(true);
    expect(interviews.some(({ restriction }) => restriction.restricted)).toBe(true);
    expect(interviews.some(({ redactions }) => redactions.some(({ state }) => state === 'STALE'))).toBe(true);
    expect(interviews.some(({ id }) => id === idOf(HUB, 'offer', 'O1'))).toBe(true);
  });
});

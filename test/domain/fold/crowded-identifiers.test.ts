import { fold } from '../../../src/domain/fold/fold.ts';
import type { Observation, PersonPayload } from '../../../src/domain/observation/observation.ts';
import { at, context, headerRow, type Source } from './a-world.ts';

const NHS = '9434765919';
const UPN = 'C999000000001';

/** The force that tells of a child: each of four, as many as one agency may tell with one number. */
const sourceOf = (place: number): Source => ({ agency: `force-${String(Math.floor(place / 4))}`, system: 'compact' });

/** Person records of children born on days of one May, by several forces. */
function children(count: number, said: PersonPayload): Observation[] {
  return Array.from({ length: count }, (_, place) => {
    const day = String(place + 1).padStart(2, '0');
    const born: PersonPayload = { familyName: 'Example', dateOfBirth: at(`2011-05-${day}`), ...said };
    return headerRow({ source: sourceOf(place), child: `P${day}`, extracted: '2026-03-01T21:00:00.000Z', said: born });
  });
}
const flagged = (observations: readonly Observation[], crowded?: ReadonlySet<string>): string[][] =>
  fold(observations, context, crowded === undefined ? {} : { crowdedElsewhere: crowded }).map(({ flags }) => flags.map(({ code }) => code));

describe('a number that should be one child’s', () => {
  it.each<[string, PersonPayload]>([
    ['NHS number', { nhsNumber: NHS }],
    ['UPN', { upn: UPN }],
  ])('joins nothing when more than twenty different children have it as their %s, and each is flagged', (name, said) => {
    const folded = fold(children(21, said), context);
    expect(folded.map(({ records }) => records.length)).toEqual(Array(21).fill(1));
    expect(folded.flatMap(({ flags }) => flags.map(({ code, reason }) => [code, reason.includes(name)]))).toEqual(Array(21).fill(['IDENTIFIER_DISPUTED', true]));
  });

  it('joins twenty, whose fields then conflict for all to see', () => {
    expect(flagged(children(20, { nhsNumber: NHS }))).toEqual([['CONFLICTING_VALUES']]);
  });

  it('joins any number of records that agree on surname and date of birth', () => {
    expect(flagged(children(30, { nhsNumber: NHS, dateOfBirth: at('2011-05-04') }))).toEqual([[]]);
  });

  it('leaves what else joins two records in force', () => {
    const [first, second, ...others] = children(23, { nhsNumber: NHS });
    const also = [first, second].flatMap((said) => said ?? []).map(({ subject }) => headerRow({ source: subject, child: subject.key, extracted: '2026-03-01T22:00:00.000Z', said: { upn: UPN } }));
    // Those two statements correct the header as a whole: only the UPN is left of it.
    expect(fold([...also, ...others], context)).toHaveLength(22);
  });

  it('joins nothing in a part either, when the others who have it are folded elsewhere', () => {
    const all = children(25, { nhsNumber: NHS });
    const whole = fold(all, context);
    const parts = all.flatMap((said) => fold([said], context, { crowdedElsewhere: new Set([`nhs ${NHS}`]) }));
    expect(parts.sort((first, second) => (first.id < second.id ? -1 : 1))).toEqual(whole);
  });
});

import fc from 'fast-check';
import { decidedPairs, inOrder, matchMatter } from '../../../src/domain/decision/decided-pairs.ts';
import type { Decision, MatchDecision } from '../../../src/domain/decision/decision.ts';
import { fold } from '../../../src/domain/fold/fold.ts';
import type { ChildPicture } from '../../../src/domain/fold/picture.ts';
import type { Observation, PersonPayload } from '../../../src/domain/observation/observation.ts';
import { aDecision, NOW } from '../decision/a-decision.ts';
import { at, context, headerRow, idOf, NORTHMERE, OTHER_POLICE, POLICE, SOUTHVALE, type Source } from './a-world.ts';
import { messages } from './worlds.ts';

const NHS = '9434765919';
const SENT = '2026-03-01T21:00:00.000Z';
const WESTHAVEN: Source = { agency: 'westhaven', system: '903' };
const OURS = idOf(NORTHMERE, 'person', '007');
const THEIRS = idOf(SOUTHVALE, 'person', '70');
const REPORT = idOf(POLICE, 'person', 'P1');
const OTHER_REPORT = idOf(POLICE, 'person', 'P2');

const says = (source: Source, child: string, said: PersonPayload = {}): Observation => headerRow({ source, child, extracted: SENT, said });
const ours = says(NORTHMERE, '007', { givenName: 'Testgirl', familyName: 'Example', dateOfBirth: at('2011-05-04') });
const theirs = says(SOUTHVALE, '70', { givenName: 'Testgirl', familyName: 'Sample', dateOfBirth: at('2012-06-05') });
const report = says(POLICE, 'P1', { givenName: 'Tess', familyName: 'Exemple' });
const otherReport = says(POLICE, 'P2', { givenName: 'Tessa', familyName: 'Sample' });

interface Word {
  readonly by?: string;
  readonly says?: MatchDecision;
  readonly revision?: number;
  readonly at?: number;
}
function match(one: string, other: string, { by = 'northmere', says: decision = 'JOIN', revision = 1, at: when = NOW }: Word = {}): Decision {
  const { first, second } = inOrder(one, other);
  const matter = matchMatter({ first, second }, by);
  return aDecision('MATCH', { decision }, { id: `${matter} ${String(revision)}`, child: first, about: second, matter, agency: by, revision, at: when });
}
const groups = (children: readonly ChildPicture[]): string[][] => children.map(({ records }) => records.map(({ id }) => id).sort());
const told = (said: readonly Observation[], ...decisions: readonly Decision[]): string[][] => groups(fold(said, context, { decisions }));
const together = (...ids: readonly string[]): string[] => [...ids].sort();

describe('a coordinator who joins two records', () => {
  it('makes them one child, where the report is nobody’s yet and was made in the area of their authority', () => {
    expect(told([ours, report])).toHaveLength(2);
    expect(told([ours, report], match(OURS, REPORT))).toEqual([together(OURS, REPORT)]);
  });
  it('joins nothing to a report of another area', () => {
    const far = says(OTHER_POLICE, 'W1', {});
    expect(told([ours, far], match(OURS, idOf(OTHER_POLICE, 'person', 'W1')))).toHaveLength(2);
  });
  it('joins nothing of another authority until its coordinator says the same', () => {
    expect(told([ours, theirs], match(OURS, THEIRS))).toHaveLength(2);
    expect(told([ours, theirs], match(OURS, THEIRS), match(OURS, THEIRS, { by: 'southvale' }))).toEqual([together(OURS, THEIRS)]);
  });
  it('joins nothing to a child whom two authorities claim until both say so', () => {
    const claimed = [says(NORTHMERE, '007', { nhsNumber: NHS }), says(SOUTHVALE, '70', { nhsNumber: NHS }), report];
    expect(told(claimed, match(OURS, REPORT))).toHaveLength(2);
    expect(told(claimed, match(OURS, REPORT), match(OURS, REPORT, { by: 'southvale' }))).toEqual([together(OURS, THEIRS, REPORT)]);
  });
  it('joins nothing of a child whom the police say is of another authority', () => {
    const stated = says(POLICE, 'P1', { responsibleAuthority: 'E99000002' });
    expect(told([ours, stated], match(OURS, REPORT))).toHaveLength(2);
  });
  it('does not count where they answer for neither', () => {
    const west = says(WESTHAVEN, '1', {});
    expect(told([ours, report, west], match(OURS, REPORT, { by: 'westhaven' }))).toHaveLength(3);
  });
  it('reaches no child of another authority through a report that one of them joined to each', () => {
    const mine = match(OURS, REPORT);
    const chain = [mine, match(REPORT, OTHER_REPORT, { by: 'southvale' }), match(OTHER_REPORT, THEIRS, { by: 'southvale' })];
    const children = told([ours, theirs, report, otherReport], ...chain);
    expect(children.some((records) => records.includes(OURS) && records.includes(THEIRS))).toBe(false);
    expect(children.some((records) => records.includes(OURS) && records.includes(REPORT))).toBe(true);
  });
  it('loses the report again once it turns out to be of another authority', () => {
    const numbered = { nhsNumber: NHS, dateOfBirth: at('2012-06-05') };
    const found = [says(SOUTHVALE, '70', numbered), says(POLICE, 'P1', numbered)];
    expect(told([ours, ...found], match(OURS, REPORT)).toSorted((one, other) => one.length - other.length)).toEqual([[OURS], together(THEIRS, REPORT)]);
  });
  it('settles a number in dispute: nobody is asked again', () => {
    const disputed = [says(POLICE, 'P1', { nhsNumber: NHS, familyName: 'Example', dateOfBirth: at('2011-05-04') }), says(NORTHMERE, '007', { nhsNumber: NHS, familyName: 'Sample', dateOfBirth: at('2012-06-05') })];
    expect(fold(disputed, context).flatMap(({ flags }) => flags.map(({ code }) => code))).toEqual(['IDENTIFIER_DISPUTED', 'IDENTIFIER_DISPUTED']);
    const [child, ...others] = fold(disputed, context, { decisions: [match(OURS, REPORT)] });
    expect([child?.records.length, others.length, child?.flags.some(({ code }) => code === 'IDENTIFIER_DISPUTED')]).toEqual([2, 0, false]);
  });
});

describe('a coordinator who separates two records', () => {
  const same = { nhsNumber: NHS, dateOfBirth: at('2011-05-04') };
  const numbered = [says(NORTHMERE, '007', same), says(POLICE, 'P1', same), says(SOUTHVALE, '70', same)];

  it('keeps them apart though they share a checked number, and alone suffices', () => {
    const children = fold(numbered, context, { decisions: [match(OURS, THEIRS, { says: 'SEPARATE' })] });
    expect(groups(children).some((records) => records.includes(OURS) && records.includes(THEIRS))).toBe(false);
  });
  it('goes before whoever joins them', () => {
    expect(told([ours, report], match(OURS, REPORT, { says: 'SEPARATE', by: 'southvale' }), match(OURS, REPORT, { at: NOW + 1 }))).toHaveLength(2);
  });
  it('takes the word back, and the picture is as it was', () => {
    const undone = [match(OURS, REPORT), match(OURS, REPORT, { says: 'NONE', revision: 2, at: NOW + 1 })];
    expect(fold([ours, report], context, { decisions: undone })).toEqual(fold([ours, report], context));
  });
});

describe('what stands of a pair', () => {
  it('is the last word of each authority, and nothing where each took its word back', () => {
    const words = [match(OURS, THEIRS), match(OURS, THEIRS, { by: 'southvale', says: 'SEPARATE' })];
    expect(decidedPairs(words)).toMatchObject([{ joinedBy: ['northmere'], separatedBy: ['southvale'] }]);
    const back = words.map((word) => ({ ...word, id: `${word.id} back`, revision: 2, payload: { decision: 'NONE' as const, reason: 'Wrong.' } }) as Decision);
    expect(decidedPairs([...back, ...words])).toEqual([]);
  });
});

describe('deciding in worlds where sources err', () => {
  const SETTINGS = { numRuns: 150, seed: 20260303 };
  const IDS = [...['P0', 'P1'].flatMap((key) => [idOf(POLICE, 'person', key), idOf(OTHER_POLICE, 'person', key)]), ...['0', '1'].flatMap((key) => [idOf(NORTHMERE, 'person', key), idOf(SOUTHVALE, 'person', key)])];
  const word = fc
    .record({
      pair: fc.uniqueArray(fc.constantFrom(...IDS), { minLength: 2, maxLength: 2 }),
      by: fc.constantFrom('northmere', 'southvale', 'westhaven'),
      says: fc.constantFrom('JOIN' as const, 'JOIN' as const, 'SEPARATE' as const, 'NONE' as const),
      revision: fc.constantFrom(1, 2),
    })
    .map(({ pair: [one = '', other = ''], ...said }) => match(one, other, { ...said, at: NOW + said.revision }));
  const world = fc.record({ said: messages.map((each) => each.flat()), decisions: fc.uniqueArray(word, { maxLength: 12, selector: ({ id }) => id }) });

  it('gives the same picture in any order of what is said and decided', () => {
    const muddled = world.chain(({ said, decisions }) =>
      fc.record({
        said: fc.constant(said),
        decisions: fc.constant(decisions),
        again: fc.shuffledSubarray(said, { minLength: said.length }),
        decidedAgain: fc.shuffledSubarray([...decisions, ...decisions], { minLength: 2 * decisions.length }),
      }),
    );
    fc.assert(
      fc.property(muddled, ({ said, decisions, again, decidedAgain }) => {
        expect(fold(again, context, { decisions: decidedAgain })).toEqual(fold(said, context, { decisions }));
      }),
      SETTINGS,
    );
  });
  it('never shows as one child what anybody keeps apart', () => {
    fc.assert(
      fc.property(world, ({ said, decisions }) => {
        const apart = decidedPairs(decisions).filter(({ separatedBy }) => separatedBy.length > 0);
        const children = groups(fold(said, context, { decisions }));
        expect(children.filter((records) => apart.some(({ first, second }) => records.includes(first) && records.includes(second)))).toEqual([]);
      }),
      SETTINGS,
    );
  });
  it('never makes a child of two authorities out of what one of them decided alone', () => {
    const alone = world.map(({ said, decisions }) => ({ said, decisions: decisions.filter(({ agency }) => agency === 'northmere') }));
    const responsible = (children: readonly ChildPicture[]): string[] => children.filter(({ relations }) => relations.responsible.length > 1).map(({ id }) => id);
    let joined = 0;
    fc.assert(
      fc.property(alone, ({ said, decisions }) => {
        const separatedNothing = decisions.filter(({ kind, payload }) => kind === 'MATCH' && payload.decision !== 'SEPARATE');
        const [before, after] = [fold(said, context), fold(said, context, { decisions: separatedNothing })];
        joined += before.length - after.length;
        expect(responsible(after).length).toBeLessThanOrEqual(responsible(before).length);
      }),
      SETTINGS,
    );
    expect(joined).toBeGreaterThan(0);
  });
  it('leaves no trace once every word is taken back', () => {
    fc.assert(
      fc.property(world, ({ said, decisions }) => {
        const back = decisions.map((made) => ({ ...made, id: `${made.id} back`, revision: 3, at: NOW + 3, payload: { decision: 'NONE', reason: 'Wrong.' } }) as Decision);
        expect(fold(said, context, { decisions: [...decisions, ...back] })).toEqual(fold(said, context));
      }),
      SETTINGS,
    );
  });
});

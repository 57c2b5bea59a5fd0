import { ownClocksShape, ownFiguresShape, practiceOf, type PracticeChoice } from '../../../src/domain/authority/practice-of.ts';
import { PRACTICES } from '../../../src/domain/authority/known-practices.ts';
import { SILENT_PRACTICE } from '../../../src/domain/authority/practice.ts';

const aChoice = (changes: Partial<PracticeChoice> = {}): PracticeChoice => ({ practice: 'somerset', ownFigures: {}, ownClocks: {}, strategy: null, ...changes });
const clock = (choice: PracticeChoice, id: string): unknown => practiceOf(choice).clocks.find((one) => one.id === id);

describe('the practice rules an authority goes by', () => {
  it('are those it names', () => {
    expect(practiceOf(aChoice())).toEqual(PRACTICES.somerset);
  });

  it('are silent in everything where it names none', () => {
    expect(practiceOf(aChoice({ practice: null }))).toEqual(SILENT_PRACTICE);
  });

  it('have its own figure in the place of the one it goes by, and leave the rest', () => {
    const { figures } = practiceOf(aChoice({ ownFigures: { attempts: { atLeast: 4, differentTimes: false, outsideCoreHours: 2 } } }));
    expect(figures.attempts).toEqual({ value: { atLeast: 4, differentTimes: false, outsideCoreHours: 2 }, source: "the authority's own practice rules", flag: null });
    expect(figures.letter).toEqual(PRACTICES.somerset.figures.letter);
  });

  it('can be made silent in one figure', () => {
    expect(practiceOf(aChoice({ ownFigures: { ceScreenFrom: null } })).figures.ceScreenFrom).toBeNull();
  });

  it('can stand on their own figures alone', () => {
    expect(practiceOf(aChoice({ practice: null, ownFigures: { askAgain: 1 } })).figures.askAgain?.value).toBe(1);
  });

  it('take when a strategy discussion is asked for from the authority where it says so', () => {
    const strategy = { lookedAfterHours: 12, missingHours: null, episodesIn30Days: null, atRisk: null };
    expect(practiceOf(aChoice({ strategy })).figures.strategy?.value).toEqual(strategy);
  });

  it('run the clock of a strategy discussion as long as the authority says, and none where it says nothing', () => {
    const strategies = (choice: Partial<PracticeChoice>): unknown[] =>
      practiceOf(aChoice(choice)).clocks.flatMap(({ id, of, length, source }) => (id === 'STRATEGY' ? [[of, length, source]] : []));
    const own = "the authority's own practice rules";
    const figures = (lookedAfterHours: number | null, missingHours: number | null): Partial<PracticeChoice> => ({ strategy: { lookedAfterHours, missingHours, episodesIn30Days: null, atRisk: null } });
    expect(strategies(figures(48, null))).toEqual([['LOOKED_AFTER', 48, own]]);
    expect(strategies(figures(24, 72))).toEqual([['LOOKED_AFTER', 24, 'Somerset 5.2.2'], ['EVERY_CHILD', 72, own]]);
    expect(strategies({ practice: 'birmingham', ...figures(24, 72) })).toEqual([['LOOKED_AFTER', 24, own], ['EVERY_CHILD', 72, "Birmingham 2022, Birmingham Children's Trust response"]]);
    expect(strategies({ practice: null, ...figures(null, 12) })).toEqual([['EVERY_CHILD', 12, own]]);
    expect(strategies(figures(null, null))).toEqual([]);
  });

  it.each(Object.entries(PRACTICES))('of %s state their strategy figures and clocks alike', (_, practice) => {
    const figures = practice.figures.strategy?.value ?? { lookedAfterHours: null, missingHours: null };
    const length = (group: string): number | null => practice.clocks.find(({ id, of }) => id === 'STRATEGY' && of === group)?.length ?? null;
    expect({ lookedAfterHours: length('LOOKED_AFTER'), missingHours: length('EVERY_CHILD') }).toEqual({ lookedAfterHours: figures.lookedAfterHours, missingHours: figures.missingHours });
  });

  it('can state the start a text leaves open, which is flagged, and the rest is the paragraph’s still (Somerset 3.3)', () => {
    const flag = 'the text leaves its start open: the authority has stated it';
    expect(clock(aChoice({ ownClocks: { COMPLETED: { start: 'OFFER_ACCEPTED' } } }), 'COMPLETED')).toMatchObject({ start: 'OFFER_ACCEPTED', length: 3, calendar: 'WORKING_DAYS', flag, source: 'Somerset 3.3' });
    expect(clock(aChoice({ ownClocks: { COMPLETED: { start: null } } }), 'COMPLETED')).toEqual(PRACTICES.somerset.clocks.find(({ id }) => id === 'COMPLETED'));
  });

  it.each([
    ['COMPLETED', { start: 'RETURNED', length: 5 }],
    ['COMPLETED', { start: 'RETURNED', calendar: 'ELAPSED_HOURS' }],
    ['OFFER', { start: 'RETURNED' }],
  ] as const)('is its own where it says otherwise than the text: %s %j', (id, change) => {
    expect(clock(aChoice({ ownClocks: { [id]: change } }), id)).toMatchObject({ ...change, flag: null, source: "the authority's own practice rules" });
  });

  it('can take a clock out, and leave the others', () => {
    expect(practiceOf(aChoice({ ownClocks: { PAPERWORK: null } })).clocks).toEqual(PRACTICES.somerset.clocks.filter(({ id }) => id !== 'PAPERWORK'));
  });
});

describe('what an authority may write of its own practice', () => {
  it.each([
    [{ coreHours: { from: '09:00', until: '17:00' }, askAgain: null }, true],
    [{ coreHours: { from: '9:00', until: '17:00' } }, false],
    [{ attempts: { atLeast: 0, differentTimes: true, outsideCoreHours: 1 } }, false],
    [{ strategy: { lookedAfterHours: 24, missingHours: null, episodesIn30Days: null, atRisk: null } }, false],
    [{ bedtime: 9 }, false],
  ])('of figures: %j', (figures, taken) => {
    expect(ownFiguresShape.safeParse(figures).success).toBe(taken);
  });

  it.each([
    [{ OFFER: { length: 48 }, PAPERWORK: null }, true],
    [{ COMPLETED: { start: null } }, true],
    [{ OFFER: { stops: ['RETURNED'] } }, false],
    [{ TEA: { length: 48 } }, false],
    [{ OFFER: { length: -1 } }, false],
  ])('of clocks: %j', (clocks, taken) => {
    expect(ownClocksShape.safeParse(clocks).success).toBe(taken);
  });
});

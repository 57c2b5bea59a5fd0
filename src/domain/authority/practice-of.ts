import { z } from 'zod';
import { CALENDARS, CHILD_GROUPS, CLOCK_EVENTS, CLOCK_IDS, type Clock, type ClockEvent, type ClockId } from '../clocks/clock.ts';
import { strategyClocks } from '../clocks/strategy-clocks.ts';
import { PRACTICES, type PracticeId } from './known-practices.ts';
import { FIGURES, SILENT_PRACTICE, type Figure, type FigureName, type FigureValue, type Practice } from './practice.ts';

/** Of what an authority has stated itself. */
export const OWN_SOURCE = "the authority's own practice rules";

type OwnFigures = { readonly [N in Exclude<FigureName, 'strategy'>]?: FigureValue<N> | null };
type ClockChange = Partial<Pick<Clock, 'start' | 'length' | 'calendar'>>;

/**
 * Figures an authority sets itself; null: it says nothing of this, whatever the practice it goes by says. When it asks for
 * a strategy discussion stands in a field of its own.
 */
export const ownFiguresShape = z.strictObject(
  Object.fromEntries(Object.entries(FIGURES).flatMap(([name, value]) => (name === 'strategy' ? [] : [[name, value.nullable().exactOptional()]]))),
  // Safe: each key keeps the schema that stands under it, from which `OwnFigures` is read.
) as unknown as z.ZodType<OwnFigures>;

/** What an authority changes of the clocks of the practice it goes by; null takes one out. */
export const ownClocksShape = z.partialRecord(
  z.enum(CLOCK_IDS),
  z
    .strictObject({
      start: z.enum(CLOCK_EVENTS).nullable().exactOptional(),
      length: z.int().min(0).max(24 * 366).exactOptional(),
      calendar: z.enum(CALENDARS).exactOptional(),
    })
    .nullable(),
);

/** What is worked out for clocks the hub knows, and tells of no other. */
const WORKED_OUT: readonly ClockEvent[] = ['VISIT_ASKED', 'RISK_REACHED'];
const told = z.enum(CLOCK_EVENTS.filter((event) => !WORKED_OUT.includes(event)));
const words = z.string().min(1).max(300);

/** A clock that an authority adds beside those the hub knows: what it waits for, of which children, from which event until the first of which others, and where that stands. */
export const addedClockShape = z
  .strictObject({
    name: z.string().regex(/^[^\p{Cc}]{1,80}$/u).refine((text) => text.trim() === text),
    of: z.enum(CHILD_GROUPS).default('EVERY_CHILD'),
    start: told,
    stops: z.array(told).min(1).max(10),
    length: z.int().min(0).max(24 * 366),
    calendar: z.enum(CALENDARS),
    aim: z.boolean().default(false),
    source: words,
  });
export type AddedClock = Readonly<z.infer<typeof addedClockShape>>;

/** What an authority says of its practice. */
export interface PracticeChoice {
  readonly practice: PracticeId | null;
  readonly ownFigures: OwnFigures;
  readonly ownClocks: Readonly<Partial<Record<ClockId, Readonly<ClockChange> | null>>>;
  readonly addedClocks?: readonly AddedClock[];
  readonly strategy: FigureValue<'strategy'> | null;
}

/** The practice rules an authority goes by: those it names, with its own figures in their place and its own clocks beside them; without a name all is silent but its own. */
export function practiceOf({ practice, ownFigures, ownClocks, addedClocks = [], strategy }: PracticeChoice): Practice {
  const named = practice === null ? SILENT_PRACTICE : PRACTICES[practice];
  const own = { ...ownFigures, ...(strategy === null ? {} : { strategy }) };
  const clocks = strategy === null ? named.clocks : strategyClocks(named.clocks, strategy, OWN_SOURCE);
  const figures = Object.fromEntries(Object.entries(own).map(([name, value]) => [name, ownFigure(value)]));
  return {
    id: named.id,
    clocks: [...clocks.flatMap((clock) => changed(clock, ownClocks[clock.id])), ...addedClocks.map((added): Clock => ({ ...added, id: 'OWN', againUntil: null, flag: null }))],
    // Safe: the names are those of figures, each with a value of its own shape.
    figures: { ...named.figures, ...(figures as Partial<Practice['figures']>) },
  };
}

function ownFigure(value: FigureValue<FigureName> | null): Figure<FigureValue<FigureName>> | null {
  return value === null ? null : { value, source: OWN_SOURCE, flag: null };
}

const OWN_START = 'the text leaves its start open: the authority has stated it';

/** What a text left open the authority has closed by stating it: the rest is still the paragraph's. */
function changed(clock: Clock, change: Readonly<ClockChange> | null | undefined): Clock[] {
  if (change === undefined) {
    return [clock];
  }
  if (change === null) {
    return [];
  }
  const own = { ...clock, ...change };
  const keepsRule = clock.start === null && own.length === clock.length && own.calendar === clock.calendar;
  return [keepsRule ? { ...own, flag: own.start === null ? clock.flag : OWN_START } : { ...own, source: OWN_SOURCE, flag: null }];
}

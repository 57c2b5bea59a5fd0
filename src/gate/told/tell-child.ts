import type { Emergency } from './child-of-log.ts';
import type { LogEntryOfChild } from './log-of-child.ts';
import { isUnspoken, kindsInWords, reasonInWords, roleInWords } from './told-words.ts';

/** What the text is made from. */
export interface Telling {
  readonly child: string;
  readonly entries: readonly LogEntryOfChild[];
  readonly emergencies: readonly Emergency[];
  /** The officer's own agency, and the name of any agency by its id. */
  readonly agency: string;
  readonly nameOf: (agency: string) => string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** One person's kind of look, as it stands in the text. */
interface Look {
  readonly at: string;
  readonly agency: string;
  readonly who: string;
  readonly why: string;
  readonly kinds: readonly string[];
}

/**
 * Who was told about a child: in plain words, by day and agency; silent on intelligence, on whoever reads it, and on
 * emergency access that is still looked into. What is left out leaves no gap that could be seen.
 */
export function tellChild(telling: Telling): string {
  const looks = telling.entries.flatMap((entry) => looksOf(entry, telling));
  const days = [...Map.groupBy(looks, ({ at }) => dayOf(at))].map(([day, those]) => [day, ...ofDay(those, telling)].join('\n'));
  const told = days.length === 0 ? ['Nobody was told anything about you in this time.'] : days;
  return `${[...heading(telling), ...told].join('\n\n')}\n`;
}

function heading({ child, agency, nameOf, now }: Telling): readonly string[] {
  return [
    `DRAFT, TO BE REVIEWED BY THE SUBJECT-ACCESS OFFICER BEFORE IT IS HANDED OVER. Take this paragraph off afterwards.\nMade by ${nameOf(agency)} on ${dayOf(new Date(now).toISOString())} about the child ${child}.`,
    'Who was told about you',
    `This list says who looked at information about you in the hub, when, what kind of information it was, and why. It does not repeat the information itself. It is of what ${nameOf(agency)} answers for; other councils and the police have lists of their own. The law lets us leave some things out of a list like this, so it may not be everything.`,
  ];
}

/** An answer as what a person saw of the child; one that was given in an emergency under review is no look at all. */
function looksOf(entry: LogEntryOfChild, { emergencies }: Telling): readonly Look[] {
  const { at, actor, agency, role, purpose, shown } = entry;
  const during = emergencies.filter(({ person, from, until }) => person === `${actor}@${agency}` && from <= Date.parse(at) && Date.parse(at) < until);
  const reviewed = during.length > 0 && during.every(({ outcome }) => outcome !== null);
  if (isUnspoken(role) || (during.length > 0 && !reviewed)) {
    return [];
  }
  const look = (classes: typeof shown, why: typeof purpose): readonly Look[] => {
    const kinds = [...new Set(classes.flatMap(({ type, fields }) => kindsInWords(type, fields)))];
    return kinds.length === 0 ? [] : [{ at, agency, who: roleInWords(role), why: reasonInWords(why), kinds }];
  };
  const urgent = shown.filter(({ emergency }) => emergency === true);
  return [...look(shown.filter(({ emergency }) => emergency !== true), purpose), ...(reviewed ? look(urgent, 'EMERGENCY') : [])];
}

function ofDay(looks: readonly Look[], { nameOf }: Telling): readonly string[] {
  return [...Map.groupBy(looks, ({ agency }) => agency)].flatMap(([agency, those]) => [
    `  ${nameOf(agency)}`,
    ...[...Map.groupBy(those, ({ who, why }) => `${who}, ${why}`)].flatMap(([line, same]) => [
      `    ${line}; ${timesOf(same)}:`,
      ...[...new Set(same.flatMap(({ kinds }) => kinds))].map((kind) => `      - ${kind}`),
    ]),
  ]);
}

function timesOf(looks: readonly Look[]): string {
  const times = [...new Set(looks.map(({ at }) => timeOf(at)))];
  const [first = '', last = ''] = [times[0], times.at(-1)];
  return times.length === 1 ? `at ${first}` : `${String(looks.length)} times from ${first} to ${last}`;
}

const DAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const TIME = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const dayOf = (instant: string): string => DAY.format(new Date(instant));
const timeOf = (instant: string): string => TIME.format(new Date(instant));

import type { Decision, DecisionOf } from '../decision/decision.ts';
import { ofKind } from '../decision/standing-decisions.ts';
import { closedWith, type AroundThings } from './closed-with.ts';
import type { Closed } from './relation.ts';

/** How closed a thing is that names what it comes from: an interview, or a concern or record that comes from one; null: the child. */
export type ClosedBy = (from: string | null) => Closed;

/** Concerns and records of the child, those a later one has taken the place of among them: an action goes on naming the one it came from. */
export interface Between {
  readonly decided: readonly Decision[];
  readonly records: readonly DecisionOf<'CASE_RECORD'>[];
}

/** What comes from an interview is open to nobody to whom the interview is closed; whoever held it reads it no further than others. */
export function closedBy(between: Between, around: AroundThings): ClosedBy {
  return (from) => {
    const { restriction, named } = closedWith(interviewBehind(from, between), around);
    return restriction.restricted ? { restriction, named: named.filter(({ agency }) => !agency.startsWith('AUTHOR:')) } : closedWith(null, around);
  };
}

/** The interview a thing comes from: the one it names, or the one that what it names was heard in; any other id as it is. */
export function interviewBehind(from: string | null, { decided, records }: Between): string | null {
  const concern = concernBehind(from, { decided, records });
  return concern === undefined ? hangsFrom(from, records) : concern.payload.interview;
}

/** The concern a thing comes from: the one it names, or the one that the record it names is of. */
export function concernBehind(from: string | null, { decided, records }: Between): DecisionOf<'CONCERN'> | undefined {
  const named = hangsFrom(from, records);
  return ofKind(decided, 'CONCERN').find(({ id }) => id === named);
}

function hangsFrom(from: string | null, records: Between['records']): string | null {
  return records.find(({ id }) => id === from)?.payload.concern ?? from;
}

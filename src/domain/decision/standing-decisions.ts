import { compareText } from '../fold/standing.ts';
import { groupBy } from '../fold/group-by.ts';
import type { Decision, DecisionKind, DecisionOf } from './decision.ts';

/**
 * What stands of all that was decided on one thing: of each kind and matter the latest. Business support's word on a
 * relationship waits for the coordinator, and until then the one before it stands.
 */
export function standingDecisions(decisions: readonly Decision[]): Decision[] {
  const once = [...new Map(decisions.map((decision) => [decision.id, decision])).values()];
  const said = once.filter((decision) => decision.kind !== 'RELATIONSHIP' || decision.payload.confirmed);
  // A revision counts within one person record of the child alone; between two that were joined, time does.
  const revised = latestOf(said, ({ kind, child, about, matter }) => JSON.stringify([kind, child, about, matter]), byRevision);
  return latestOf(revised, ({ kind, matter }) => JSON.stringify([kind, matter]), byTime).sort(byTime);
}

/** Only the decisions of one kind. */
export function ofKind<K extends DecisionKind>(decisions: readonly Decision[], kind: K): DecisionOf<K>[] {
  // Safe: a decision's kind names its payload's type.
  return decisions.filter((decision) => decision.kind === kind) as unknown as DecisionOf<K>[];
}

/** Decisions by what they are on; what is asked for is what stands. */
export interface FiledDecisions {
  /** Those on the child itself, made under any of its person records. */
  readonly onChild: (personRecords: readonly string[]) => Decision[];
  /** The same with those a later one has taken the place of. */
  readonly everOnChild: (personRecords: readonly string[]) => Decision[];
  /** Those on one thing told of the child, by any id it goes under: wherever the thing is filed now, they go with it. */
  readonly on: (things: readonly string[]) => Decision[];
  /** The same with those a later one has taken the place of. */
  readonly everOn: (things: readonly string[]) => Decision[];
  /** Each matter decided on them by itself: what stands, and behind it what that took the place of, the latest first. */
  readonly mattersOn: (things: readonly string[]) => Decision[][];
}

/** Files all decisions once, so that each child and each thing finds its own. */
export function fileDecisions(decisions: readonly Decision[]): FiledDecisions {
  const byChild = groupBy(decisions.filter(({ about }) => about === null), ({ child }) => child);
  const byThing = groupBy(decisions, ({ about }) => about);
  const everOnChild = (records: readonly string[]): Decision[] => records.flatMap((record) => byChild.get(record) ?? []);
  const everOn = (things: readonly string[]): Decision[] => things.flatMap((thing) => byThing.get(thing) ?? []);
  return {
    onChild: (records) => standingDecisions(everOnChild(records)),
    everOnChild,
    on: (things) => standingDecisions(everOn(things)),
    everOn,
    mattersOn: (things) => mattersOf(everOn(things)),
  };
}

function mattersOf(decisions: readonly Decision[]): Decision[][] {
  const ofMatter = ({ kind, matter }: Decision): string => JSON.stringify([kind, matter]);
  const byMatter = groupBy([...new Map(decisions.map((decision) => [decision.id, decision])).values()], ofMatter);
  return standingDecisions(decisions).map((latest) => [latest, ...(byMatter.get(ofMatter(latest)) ?? []).filter(({ id }) => id !== latest.id).sort(byTime).reverse()]);
}

function latestOf(decisions: readonly Decision[], keyOf: (decision: Decision) => string, order: typeof byTime): Decision[] {
  return [...groupBy(decisions, keyOf).values()].flatMap((all) => all.toSorted(order).slice(-1));
}

function byRevision(first: Decision, second: Decision): number {
  return first.revision - second.revision || compareText(first.id, second.id);
}

function byTime(first: Decision, second: Decision): number {
  return first.at - second.at || byRevision(first, second);
}

import { overlapOf } from '../interval/stretch.ts';
import { mergedPeriods } from './periods.ts';
import type { FoldContext } from './fold-context.ts';
import type { Relation, Relations } from './relation.ts';

/** The agencies of the daily briefing of whoever is responsible for the child or hosts it, while both hold. */
export function partnersOf({ responsible, hosts }: Pick<Relations, 'responsible' | 'hosts'>, context: Pick<FoldContext, 'partnersOf'>): Relation[] {
  return mergedPeriods(
    [...responsible, ...hosts].flatMap((authority) =>
      context.partnersOf(authority.agency).flatMap((member) => overlapOf(authority, member).map((stretch) => ({ agency: member.agency, ...stretch }))),
    ),
  );
}

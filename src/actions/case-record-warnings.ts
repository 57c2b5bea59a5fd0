import type { DecisionPayloads } from '../domain/decision/decision.ts';
import type { CaseRecordKind } from '../domain/interview/return-steps.ts';

/** What something comes of, each by its rule. */
const COME_TO_SOMETHING: Readonly<Partial<Record<CaseRecordKind, string>>> = { STRATEGY_DISCUSSION: 'Somerset 5.2.2', CE_SCREEN: 'Somerset 4.12', RISK_REVIEW: 'Somerset 5.2.1' };
type Said = DecisionPayloads['CASE_RECORD'];

/** What is missing in a record beside the interview, with the rule that asks for it; it is kept all the same. `worked`: grounds the hub worked out. */
export function caseRecordWarnings(said: Said, { worked }: { readonly worked: readonly string[] }): string[] {
  const { record, outcome, concern } = said;
  const rule = COME_TO_SOMETHING[record];
  return [
    ...(record === 'STRATEGY_DISCUSSION' ? ofADiscussion(said, worked) : []),
    ...(rule !== undefined && outcome === null ? [`say what came of it (${rule})`] : []),
    ...(record === 'FIB_FORM' && concern === null ? ['it hangs from no concern: name the concern, so that the item recorded with it is found from here (Birmingham 2022; West Sussex, What next)'] : []),
  ];
}

function ofADiscussion({ grounds, present }: Said, worked: readonly string[]): string[] {
  return [
    ...(worked.length > 0 ? [`No grounds were given: what asks for it now was kept as its grounds (${worked.join('; ')}).`] : []),
    ...(grounds.length === 0 ? ['No grounds were given, and nothing in the practice of the authority asks for it now (SOM 5.2.2, BHM): say why it took place.'] : []),
    ...(present.length === 0 ? ['nobody is named who took part (Somerset 5.2.2)'] : []),
  ];
}

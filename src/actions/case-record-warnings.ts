import type { DecisionPayloads } from '../domain/decision/decision.ts';
import type { CaseRecordKind } from '../domain/interview/return-steps.ts';

/** What something comes of. */
const COME_TO_SOMETHING: readonly CaseRecordKind[] = ['STRATEGY_DISCUSSION', 'CE_SCREEN', 'RISK_REVIEW'];
type Said = DecisionPayloads['CASE_RECORD'];

/** What is missing in a record beside the interview, with the rule that asks for it; it is kept all the same. `worked`: grounds the hub worked out. */
export function caseRecordWarnings(said: Said, { worked }: { readonly worked: readonly string[] }): string[] {
  const { record, outcome, concern } = said;
  return [
    ...(record === 'STRATEGY_DISCUSSION' ? ofADiscussion(said, worked) : []),
    ...(COME_TO_SOMETHING.includes(record) && outcome === null ? ['Say what came of it.'] : []),
    ...(record === 'FIB_FORM' && concern === null ? ['It hangs from no concern: name the concern, so that the item recorded with it is found from here.'] : []),
  ];
}

function ofADiscussion({ grounds, present }: Said, worked: readonly string[]): string[] {
  return [
    ...(worked.length > 0 ? [`No grounds were given: what asks for it now was kept as its grounds (${worked.join('; ')}).`] : []),
    ...(grounds.length === 0 ? ['No grounds were given, and nothing in the practice of the authority asks for it now (SOM 5.2.2, BHM): say why it took place.'] : []),
    ...(present.length === 0 ? ['Nobody is named who took part.'] : []),
  ];
}

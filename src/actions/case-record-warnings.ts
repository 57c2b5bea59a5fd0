import type { DecisionPayloads } from '../domain/decision/decision.ts';
import type { HubDefaultName } from '../domain/authority/hub-defaults.ts';
import type { CaseRecordKind } from '../domain/interview/return-steps.ts';
import { byDefault, type PracticeFor } from './practice-for.ts';

/** What something comes of, each by its rule. */
const COME_TO_SOMETHING: Readonly<Partial<Record<CaseRecordKind, HubDefaultName>>> = { STRATEGY_DISCUSSION: 'STRATEGY', CE_SCREEN: 'CE_SCREEN', RISK_REVIEW: 'RISK_REVIEW' };
type Said = DecisionPayloads['CASE_RECORD'];

/** A record, the grounds the hub worked out for it, and by whose practice it is looked at. */
interface Recorded {
  readonly worked: readonly string[];
  readonly by: PracticeFor;
}

/** What is missing in a record beside the interview, with the rule that asks for it; it is kept all the same. */
export function caseRecordWarnings(said: Said, { worked, by }: Recorded): string[] {
  const { record, outcome, concern, contact } = said;
  const rule = COME_TO_SOMETHING[record];
  return [
    ...(record === 'STRATEGY_DISCUSSION' ? ofADiscussion(said, { worked, by }) : []),
    ...(rule !== undefined && outcome === null ? [byDefault('say what came of it', rule, by)] : []),
    ...(record === 'SAFE_CONTACT' && (contact?.interpreter ?? 'NOT_SAID') === 'NOT_SAID' ? [byDefault('say whether an interpreter is needed', 'INTERPRETER', by)] : []),
    ...(record === 'FIB_FORM' && concern === null ? [byDefault('it hangs from no concern: name the concern, so that the item recorded with it is found from here', 'FIB_FORM', by)] : []),
  ];
}

function ofADiscussion({ grounds, present }: Said, { worked, by }: Recorded): string[] {
  return [
    ...(worked.length > 0 ? [`No grounds were given: what asks for it now was kept as its grounds (${worked.join('; ')}).`] : []),
    ...(grounds.length === 0 ? [byDefault('No grounds were given, and nothing in the practice of the authority asks for it now: say why it took place', 'STRATEGY', by)] : []),
    ...(present.length === 0 ? [byDefault('nobody is named who took part', 'STRATEGY', by)] : []),
  ];
}

import type { NamedAs } from '../domain/fold/relation.ts';
import type { FactName } from './facts.ts';
import { acceptedValues, type RuleCondition } from './rule.ts';

/** Where a decision could be made, said to everybody alike. */
export const ASK_WHO_DECIDES = "Please ask the child's social worker.";

/** Being named so is something that can come about; admission is not, unless the row is known to be restricted. */
const IF_NAMED: Readonly<Record<NamedAs, string | null>> = {
  GUEST_WORKER: 'you were assigned by the authority in whose area the child is placed',
  WORKER: 'you were assigned to the child',
  SOCIAL_WORKER: "you were recorded as the child's social worker",
  DECISION_MAKER: "you were recorded as the child's decision-maker",
  IRO: "you were recorded as the child's independent reviewing officer",
  CP_COORDINATOR: "you were recorded as the child's child protection coordinator",
  CARER: "you were recorded as the child's carer",
  PARENT: 'the decision-maker let you in',
  EMERGENCY: 'you opened emergency access, which is told and reviewed',
  ADMITTED: 'the restriction named you among those who may see',
  AUTHOR: null,
};

const NAMED_WORDS: ReadonlyMap<string, string | null> = new Map(Object.entries(IF_NAMED));

/** A condition that is not met, as something that could come about; null where nothing that somebody does would change it. */
const IF: Readonly<Partial<Record<FactName, string>>> = {
  responsible: 'your agency were responsible for the child',
  hosts: 'the child were placed in the area of your authority',
  forces: 'your force were involved with the child',
  providers: 'the child lived in a placement of yours',
  partners: 'your agency took part in the daily briefing on the child',
  groups: 'your agency were in the exploitation group of its area',
  missingNow: 'the child were missing',
  recent: 'the child were missing, or back for less than 72 hours',
  opens: 'the responsible authority left it open',
  recipients: 'its conditions named your agency',
  released: 'a senior worker released it',
  sanitised: 'it were sanitised',
};

/** What would have to come about for a condition to be met, or null where that is nobody's to change. */
export function wordsFor(fact: FactName, condition: RuleCondition): string | null {
  if (fact === 'named') {
    const words = capacitiesOf(condition).flatMap((as) => NAMED_WORDS.get(as) ?? []);
    return words.length === 0 ? null : words.join(' or ');
  }
  if (fact === 'shared') {
    return capacitiesOf(condition).includes('FULL') ? 'it were released to you in full' : 'a text of it were released to you';
  }
  return IF[fact] ?? null;
}

/** In which capacities the viewer or their agency is asked for. */
function capacitiesOf(condition: RuleCondition): readonly string[] {
  return acceptedValues(condition).flatMap((value) => (typeof value === 'object' ? [value.as] : []));
}

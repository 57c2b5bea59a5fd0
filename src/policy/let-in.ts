import { answering } from './answering.ts';
import type { ChildFacts } from './facts.ts';
import { peopleNamedAs } from './people-named-as.ts';

/** Who is told of a restricted child: those alone who are let in, and until somebody is the managers. Not the social worker: it may be the one of whom an allegation is made. */
export function letIn(facts: Pick<ChildFacts, 'named' | 'responsible' | 'candidates' | 'hosts'>): string[] {
  const admitted = peopleNamedAs(facts.named, ['ADMITTED']);
  return admitted.length > 0 ? admitted : answering(facts).map((agency) => `TEAM_MANAGER:${agency}`);
}

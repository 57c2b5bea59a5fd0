import type { Loss } from '../../src/exchange/render-contract.ts';

/** What a report does not carry, or says of itself, and why; all else comes back as it went out. */
export const LOSSES: readonly Loss[] = [
  { field: 'act', because: 'every report restates its record', as: () => 'correct' },
  { field: 'person', because: 'a report says nothing of the child: what finds them stands in intelligence.about' },
  { field: 'intelligence.origin', because: 'whoever writes a report, it is the police’s', as: () => 'POLICE' },
  { field: 'intelligence.grade.word', because: 'put together from the three signs where it is read' },
  { field: 'intelligence.namedPeople.grade', because: 'the grade is the item’s' },
];

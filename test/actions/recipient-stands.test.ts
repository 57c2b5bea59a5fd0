import { decisionMakers } from '../../src/actions/decision-makers.ts';
import { recipientStands } from '../../src/actions/recipient-stands.ts';
import type { ChildFacts } from '../../src/policy/facts.ts';

const FACTS: ChildFacts = {
  responsible: ['northmere'],
  hosts: ['southvale'],
  forces: ['mereshire-police'],
  providers: ['larkfield'],
  partners: ['willow-school'],
  intelligenceAgencies: [],
  named: ['CARER:kit@northmere', 'PARENT:pat@northmere', 'CP_COORDINATOR:cyd@northmere'],
  candidates: [],
  missingNow: 'NO',
  recent: 'NO',
  restricted: 'NO',
  awaitsNaming: 'NO',
  keeps: [],
  opens: [],
};

test.each([
  ['PLACEMENT', 'larkfield', 'ashgrove'],
  ['PLACEMENT', 'hal@larkfield', 'ash@ashgrove'],
  ['PLACEMENT', 'kit@northmere', 'kim@northmere'],
  ['PARENT', 'pat@northmere', 'pol@northmere'],
  ['PARTNER', 'willow-school', 'other-school'],
  ['POLICE', 'mereshire-police', 'other-police'],
  ['HOST', 'southvale', 'northmere'],
  ['CP_COORDINATOR', 'cyd@northmere', 'cor@northmere'],
] as const)('%s: %s has to do with the child, %s has not', (audience, stands, other) => {
  expect(recipientStands(FACTS, audience, stands)).toBe(true);
  expect(recipientStands(FACTS, audience, other)).toBe(false);
});

test('whoever is recorded decides; where nobody is, the senior workers and managers of the authority', () => {
  expect(decisionMakers({ ...FACTS, named: ['DECISION_MAKER:sia@northmere', 'WORKER:ren@northmere'] })).toEqual(['sia@northmere']);
  expect(decisionMakers(FACTS)).toEqual(['SENIOR_WORKER:northmere', 'TEAM_MANAGER:northmere']);
});

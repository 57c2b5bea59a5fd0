import { holderInWords } from '../../../src/domain/workflow/step-holder.ts';

test('who holds a step is said by name, else by role and that nobody is named', () => {
  expect(holderInWords({ role: 'RETURN_WORKER', people: ['ann@northmere', 'bo@northmere'], coveredBy: null })).toBe('ann@northmere, bo@northmere');
  expect(holderInWords({ role: 'HUB_COORDINATOR', people: [], coveredBy: null })).toBe('the hub coordinator of the authority, whoever it is: nobody is named');
  expect(holderInWords({ role: null, people: [], coveredBy: 'An invented ward' })).toBe('An invented ward');
  expect(holderInWords({ role: null, people: [], coveredBy: null })).toBe('nobody, or not known to you');
});

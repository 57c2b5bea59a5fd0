import { holderInWords, type StepHolder } from '../../../src/domain/workflow/step-holder.ts';

const STRANGER = { person: 'cy@westhaven', role: null };
const NOBODY: StepHolder = { role: null, people: [], coveredBy: null };

test('who holds a step is said by name, else by role and that nobody is named', () => {
  expect(holderInWords({ role: 'RETURN_WORKER', people: ['ann@northmere', 'bo@northmere'], coveredBy: null }, STRANGER)).toBe('ann@northmere, bo@northmere');
  expect(holderInWords({ role: 'HUB_COORDINATOR', people: [], coveredBy: null }, STRANGER)).toBe('the hub coordinator of the authority, whoever it is: nobody is named');
  expect(holderInWords({ ...NOBODY, coveredBy: 'An invented ward' }, STRANGER)).toBe('An invented ward');
  expect(holderInWords(NOBODY, STRANGER)).toBe('nobody, or not known to you');
});

test('whoever holds a step and reads of it reads "you", by name or by role', () => {
  const ann = { person: 'ann@northmere', role: 'HUB_COORDINATOR' } as const;
  expect(holderInWords({ role: 'RETURN_WORKER', people: ['ann@northmere', 'bo@northmere'], coveredBy: null }, ann)).toBe('you (ann@northmere), bo@northmere');
  expect(holderInWords({ role: 'HUB_COORDINATOR', people: [], coveredBy: null }, ann)).toBe('you, as the hub coordinator of the authority: nobody is named');
  expect(holderInWords({ role: 'SOCIAL_WORKER', people: [], coveredBy: null }, { person: 'sia@northmere', role: 'SOCIAL_WORKER' })).toBe("you, where you are the child's social worker: nobody is named");
  expect(holderInWords({ role: 'HOME', people: [], coveredBy: null }, ann)).toBe('the home or carer, whoever it is: nobody is named');
  expect(holderInWords({ role: 'HUB_COORDINATOR', people: ['bo@northmere'], coveredBy: null }, ann)).toBe('bo@northmere');
  expect(holderInWords(NOBODY, STRANGER)).toBe('nobody, or not known to you');
});

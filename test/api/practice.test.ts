import { NO_EXCHANGE } from '../../src/directory/exchange-directory.ts';
import type { Agency, Directory } from '../../src/directory/directory.ts';
import { usualDuty } from '../../src/domain/authority/duty.ts';
import { practiceOf } from '../../src/domain/authority/practice-of.ts';
import { aHub, ask, type AHub, type Answer } from '../http/a-hub.ts';

const practice = practiceOf({ practice: 'birmingham', ownFigures: { coreHours: { from: '09:00', until: '17:00' } }, ownClocks: {}, addedClocks: [{ name: 'debrief with the home', of: 'EVERY_CHILD', start: 'RETURNED', stops: ['VISITED'], length: 24, calendar: 'ELAPSED_HOURS', aim: false, source: 'Example practice 2026, paragraph 4' }], strategy: null });
const agency = (id: string, kind: Agency['kind']): [string, Agency] => [
  id,
  { id, name: `Example ${id}`, kind, codes: [], strategy: null, practice, closes: [], dutyContact: null, duty: usualDuty(kind), saysConsentNotGiven: false, retentionDays: {} },
];
const directory: Directory = {
  version: 1,
  agencies: new Map([agency('northmere', 'AUTHORITY'), agency('southvale', 'AUTHORITY'), agency('mereshire-police', 'POLICE')]),
  systems: new Map(),
  forceAreas: [],
  homes: new Map(),
  people: new Map(),
  groups: [],
  agreements: [],
  ...NO_EXCHANGE,
};

let hub: AHub;
beforeAll(async () => {
  hub = await aHub({ directory: () => directory });
});
afterAll(() => hub.close());

const read = (as: string, authority = 'northmere'): Promise<Answer> =>
  ask(hub, `{ practice(authority: "${authority}") { authority goesBy clocks { id name start stops length ruleOf source } figures { figure value ruleOf source whenSilent } } }`, { as });
/** A refusal but for its reference, which no two share. */
const refusal = ({ data, errors }: Answer): unknown => [data, errors.map(({ message, path, extensions: { code, remedy } }) => ({ message, path, code, remedy }))];

describe('the practice rules of an authority', () => {
  it.each(['worker@northmere', 'social@northmere', 'support@northmere', 'edt@northmere', 'coordinator@northmere', 'coordinator@southvale'])('are read by %s, each with whose it is and its paragraph', async (as) => {
    const { data, errors } = await read(as);
    expect(errors).toEqual([]);
    expect(data?.['practice']).toMatchObject({
      authority: 'northmere',
      goesBy: 'birmingham',
      clocks: expect.arrayContaining([
        { id: 'STATUTORY_INTERVIEW', name: 'statutory interview', start: 'return', stops: ['interview'], length: '72 hours', ruleOf: 'STATUTORY', source: 'Statutory guidance 2014, paragraph 32, as Kent quotes it' },
        { id: 'OFFER', name: 'offer', start: 'return', stops: ['contact'], length: '72 hours', ruleOf: 'GUIDANCE', source: 'Birmingham 2022, Independent return home conversations' },
        { id: 'OWN', name: 'debrief with the home', start: 'return', stops: ['visit'], length: '24 hours', ruleOf: 'OWN', source: 'Example practice 2026, paragraph 4' },
      ]) as unknown,
      figures: expect.arrayContaining([
        { figure: 'coreHours', value: 'from 09:00, until 17:00', ruleOf: 'OWN', source: "the authority's own practice rules", whenSilent: null },
        { figure: 'askAgain', value: null, ruleOf: 'HUB', source: null, whenSilent: 'no step asks again' },
      ]) as unknown,
    });
  });

  it.each(['worker@southvale', 'senior@southvale', 'police@mereshire-police', 'provider@larkfield-homes', 'auditor@southvale', 'parent@northmere'])('are refused to %s as if there were no such authority', async (as) => {
    const [theirs, none] = [await read(as), await read(as, 'nowhere')];
    expect(theirs.errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
    expect(refusal(theirs)).toEqual(refusal(none));
  });

  it('are no police force’s, not even to whoever works there or coordinates', async () => {
    const answers = [await read('police@mereshire-police', 'mereshire-police'), await read('coordinator@northmere', 'mereshire-police'), await read('coordinator@northmere', 'nowhere')];
    expect(answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions.code))).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
  });
});

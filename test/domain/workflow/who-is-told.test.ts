import { PRACTICES } from '../../../src/domain/authority/known-practices.ts';
import { SILENT_PRACTICE, type Practice } from '../../../src/domain/authority/practice.ts';
import type { Relation } from '../../../src/domain/fold/relation.ts';
import { mediaAppeal, type AppealFacts } from '../../../src/domain/workflow/media-appeal.ts';
import { whoIsToBeTold, type ToBeTold, type ToldEpisode } from '../../../src/domain/workflow/who-is-told.ts';
import { moment, time } from '../clocks/some-times.ts';
import { aPractice } from '../interview/a-practice.ts';

const { birmingham, somerset } = PRACTICES;
const always = (agency: string): Relation => ({ agency, from: null, until: null });
const ROUND = {
  named: ['SOCIAL_WORKER:sam@northmere', 'IRO:ira@northmere', 'CP_COORDINATOR:cy@northmere', 'WORKER:ann@northmere'].map(always),
  responsible: [always('northmere')],
  hosts: [always('southvale')],
  providers: [always('alder-house')],
  partners: [always('mere-school')],
};
const EPISODE: ToldEpisode = { returned: [], interviewed: [], groups: ['LOOKED_AFTER', 'PLACED_OUT_OF_AREA'], steps: [], now: moment('2026-05-06 12:00') };
const BACK = { returned: [time('2026-05-05 10:00')] };
const told = (changes: Partial<ToldEpisode>, round: Partial<typeof ROUND> = {}, practice: Practice = somerset): ToBeTold[] => whoIsToBeTold({ ...EPISODE, ...changes }, { ...ROUND, ...round }, practice);
const inWords = (list: readonly ToBeTold[]): string[] => list.map(({ who, of, recipients, source }) => `${who} of ${of}: ${recipients.join(', ')} (${source})`);
const step = (kind: NonNullable<ToldEpisode['steps']>[number]['step'], addressee: string | null, at = '2026-05-05 12:00'): NonNullable<ToldEpisode['steps']>[number] => ({ step: kind, addressee, at: time(at) });

const MISSING = [
  'PLACING_SOCIAL_WORKER of MISSING: sam@northmere (Somerset 7.1.1)',
  'CP_COORDINATOR of MISSING: cy@northmere (Somerset 5.1.8)',
  'IRO of MISSING: ira@northmere (Somerset 5.2.5)',
  'PROVIDER of MISSING: alder-house (Somerset 5.2.6)',
  'HOST_AUTHORITY of MISSING: southvale (Somerset 7.2.1)',
];
const RETURNED = ['IRO of RETURNED: ira@northmere (Somerset 5.2)', 'PROVIDER of RETURNED: alder-house (Somerset 7.2.2)', 'HOST_AUTHORITY of RETURNED: southvale (Somerset 7.2.2)'];

describe('who is to be told in Somerset', () => {
  it('is by what has happened: of the child being missing, of the return, of the interview', () => {
    expect(inWords(told({}))).toEqual(MISSING);
    expect(inWords(told(BACK))).toEqual([...MISSING, ...RETURNED]);
    expect(inWords(told({ ...BACK, interviewed: [time('2026-05-06 10:00')] }))).toEqual([...MISSING, ...RETURNED, 'SOCIAL_WORKER of INTERVIEWED: sam@northmere (Somerset 4.16)']);
  });

  it('is by which child it is', () => {
    expect(inWords(told({ ...BACK, groups: [] }))).toEqual(['CP_COORDINATOR of MISSING: cy@northmere (Somerset 5.1.8)']);
    expect(inWords(told({ ...BACK, groups: ['LOOKED_AFTER'] })).map((words) => words.split(':')[0])).toEqual(['CP_COORDINATOR of MISSING', 'IRO of MISSING', 'PROVIDER of MISSING', 'IRO of RETURNED']);
  });

  it('is a coordinator of a protection plan only where there is one, and of every other place also nobody who is recorded', () => {
    const nobody = told({}, { named: [], hosts: [], providers: [] });
    expect(nobody.map(({ who, recipients }) => [who, recipients])).toEqual([['PLACING_SOCIAL_WORKER', []], ['IRO', []], ['PROVIDER', []], ['HOST_AUTHORITY', []]]);
  });

  it('is the social worker of the interview, and nobody where the child may have none: one who is not looked after', () => {
    const interviewed = { interviewed: [time('2026-05-06 10:00')], groups: [] } as const;
    const words = (list: readonly ToBeTold[]): unknown[] => list.filter(({ of }) => of === 'INTERVIEWED').map(({ who, recipients, asks }) => [who, recipients, asks]);
    expect(words(told(interviewed))).toEqual([['SOCIAL_WORKER', ['sam@northmere'], 'PREVENTION_PLAN']]);
    expect(words(told(interviewed, { named: [] }))).toEqual([]);
    expect(words(told({ ...interviewed, groups: ['LOOKED_AFTER'] }, { named: [] }))).toEqual([['SOCIAL_WORKER', [], 'PREVENTION_PLAN']]);
  });

  it('is whoever stands so to the child now', () => {
    const now = EPISODE.now;
    const hosts = [{ agency: 'over', from: null, until: now }, { agency: 'to-come', from: now + 1, until: null }, { agency: 'since-now', from: now, until: now + 1 }];
    expect(told({}, { hosts }).at(-1)?.recipients).toEqual(['since-now']);
    expect(told({}, { hosts: [always('b'), always('a'), always('b')] }).at(-1)?.recipients).toEqual(['a', 'b']);
  });
});

describe('whether they were told', () => {
  const of = (who: string, list: readonly ToBeTold[], what = 'MISSING'): boolean | null | undefined => list.find((one) => one.who === who && one.of === what)?.told;

  it.each([
    ['the very person', [step('PROFESSIONAL_TOLD', 'ira@northmere')], true],
    ['by the name of the post', [step('PROFESSIONAL_TOLD', 'IRO')], true],
    ['somebody else', [step('PROFESSIONAL_TOLD', 'cy@northmere')], false],
    ['nobody in particular', [step('PROFESSIONAL_TOLD', null)], false],
    ['by another step', [step('PARENTS_ASKED', 'ira@northmere')], false],
    ['nobody', [], false],
    ['to a reader who may not see it', null, null],
  ] as const)('%s: %j is %s', (...[, steps, was]) => {
    expect(of('IRO', told({ steps }))).toBe(was);
  });

  it('is so of all who are recorded, and where nobody is, of anybody of that name', () => {
    const hosts = [always('southvale'), always('westhaven')];
    expect(of('HOST_AUTHORITY', told({ steps: [step('PROFESSIONAL_TOLD', 'southvale')] }, { hosts }))).toBe(false);
    expect(of('HOST_AUTHORITY', told({ steps: [step('PROFESSIONAL_TOLD', 'southvale'), step('PROFESSIONAL_TOLD', 'westhaven')] }, { hosts }))).toBe(true);
    expect(of('HOST_AUTHORITY', told({ steps: [step('PROFESSIONAL_TOLD', 'HOST_AUTHORITY')] }, { hosts: [] }))).toBe(true);
    expect(of('HOST_AUTHORITY', told({}, { hosts: [] }))).toBe(false);
  });

  it('has a step of its own for the placing social worker, which says nothing of others (Somerset 7.1.1)', () => {
    const list = told({ steps: [step('PLACING_WORKER_TOLD', null)] });
    expect(of('PLACING_SOCIAL_WORKER', list)).toBe(true);
    expect(of('IRO', list)).toBe(false);
  });

  it.each([
    ['2026-05-05 09:59', false],
    ['2026-05-05 10:00', true],
    ['2026-05-05 12:00', true],
    ['2026-05-05', true],
    ['2026-05-04', false],
  ])('of the return on %s is %s: only after it', (at, was) => {
    const list = told({ ...BACK, steps: [step('PROFESSIONAL_TOLD', 'ira@northmere', at)] });
    expect(of('IRO', list, 'RETURNED')).toBe(was);
    expect(of('IRO', list)).toBe(true);
  });

  it('of a return that no source times is so at any time', () => {
    expect(of('IRO', told({ returned: [null], steps: [step('PROFESSIONAL_TOLD', 'ira@northmere', '2020-01-01')] }), 'RETURNED')).toBe(true);
  });

  it('of the interview is so after it', () => {
    const interviewed = [time('2026-05-06 10:00')];
    expect(of('SOCIAL_WORKER', told({ interviewed, steps: [step('PROFESSIONAL_TOLD', 'sam@northmere')] }), 'INTERVIEWED')).toBe(false);
    expect(of('SOCIAL_WORKER', told({ interviewed, steps: [step('PROFESSIONAL_TOLD', 'sam@northmere', '2026-05-06 11:00')] }), 'INTERVIEWED')).toBe(true);
  });
});

describe('who is to be told elsewhere', () => {
  it('is in Birmingham every professional involved, of the return', () => {
    expect(told({}, {}, birmingham)).toEqual([]);
    expect(inWords(told(BACK, {}, birmingham))).toEqual(['PROFESSIONALS of RETURNED: mere-school, sam@northmere (Birmingham 2022, When a child returns)']);
  });

  it('is in West Sussex the front door of the return, and the social worker of the interview', () => {
    expect(told({}, {}, PRACTICES['west-sussex'])).toEqual([]);
    const all = told({ ...BACK, interviewed: [time('2026-05-06 10:00')] }, {}, PRACTICES['west-sussex']);
    expect(inWords(all)).toEqual(['FRONT_DOOR of RETURNED: northmere (West Sussex, When should a RHI be completed)', 'SOCIAL_WORKER of INTERVIEWED: sam@northmere (West Sussex, Recording information)']);
  });

  it('is nobody by a practice that is silent', () => {
    expect(told(BACK, {}, SILENT_PRACTICE)).toEqual([]);
  });
});

describe('a media appeal (Birmingham)', () => {
  const appeal = (changes: Partial<AppealFacts>, practice: Practice = birmingham): string => mediaAppeal({ status: 'MISSING', risk: 'HIGH', consent: 'NOT_ASKED', made: false, ...changes }, practice).state;

  it.each([
    [{}, 'SEEK_CONSENT'],
    [{ consent: 'GIVEN' }, 'PUT_OUT'],
    [{ consent: 'REFUSED' }, 'PUT_OUT'],
    [{ consent: null }, 'NOT_KNOWN'],
    [{ made: true }, 'MADE'],
    [{ made: null }, 'NOT_KNOWN'],
    [{ risk: 'MEDIUM' }, 'NOT_ASKED_FOR'],
    [{ risk: 'NOT_GRADED' }, 'NOT_ASKED_FOR'],
    [{ risk: null }, 'NOT_KNOWN'],
    [{ status: null }, 'NOT_KNOWN'],
    [{ status: 'AWAY' }, 'NOT_ASKED_FOR'],
    [{ status: 'RETURNED', risk: null }, 'NOT_ASKED_FOR'],
    [{ status: 'LOCATED' }, 'NOT_ASKED_FOR'],
  ] as const)('with %j is %s', (changes, state) => {
    expect(appeal(changes)).toBe(state);
  });

  it('goes by the practice', () => {
    const practice = (changes: object): Practice => aPractice({ mediaAppeal: { atRisk: 'MEDIUM', consentSought: true, mayGoWithout: false, ...changes } });
    expect(appeal({ consent: 'REFUSED' }, practice({}))).toBe('HOLD_BACK');
    expect(appeal({ risk: 'MEDIUM' }, practice({}))).toBe('SEEK_CONSENT');
    expect(appeal({ risk: 'HIGH' }, practice({ consentSought: false }))).toBe('PUT_OUT');
    expect(appeal({ risk: 'LOW' }, practice({}))).toBe('NOT_ASKED_FOR');
    expect(mediaAppeal({ status: 'MISSING', risk: 'HIGH', consent: null, made: false }, SILENT_PRACTICE)).toEqual({ state: 'SILENT', mayGoWithout: false, rule: null });
    expect(mediaAppeal({ status: 'MISSING', risk: 'HIGH', consent: 'REFUSED', made: false }, birmingham)).toEqual({ state: 'PUT_OUT', mayGoWithout: true, rule: 'Birmingham 2022, Police response' });
  });
});

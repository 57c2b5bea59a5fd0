import { PRACTICES } from '../../../src/domain/authority/known-practices.ts';
import { SILENT_PRACTICE, type Practice } from '../../../src/domain/authority/practice.ts';
import { interviewerWarnings, type Interviewer } from '../../../src/domain/interview/interviewer-warnings.ts';
import { aPractice } from './a-practice.ts';

const warned = (practice: Practice, changes: Partial<Interviewer> = {}): string[] =>
  interviewerWarnings(
    { ofPlacement: 'YES', ofAuthority: 'YES', chosenByChild: false, capacity: 'OTHER', sameAsBefore: null, openToSocialCare: null, placedOutOfArea: null, ...changes },
    practice,
  ).map(({ code }) => code);
const { birmingham, kent, somerset } = PRACTICES;
const westSussex = PRACTICES['west-sussex'];

describe('who interviews', () => {
  it.each([
    ['independent of both', birmingham, {}, []],
    ['of the placement', birmingham, { ofPlacement: 'NO' }, ['NOT_INDEPENDENT_OF_PLACEMENT']],
    ['of the authority', birmingham, { ofAuthority: 'NO' }, ['NOT_INDEPENDENT_OF_AUTHORITY']],
    ['of both, as the child prefers', birmingham, { ofPlacement: 'NO', ofAuthority: 'NO', chosenByChild: true }, []],
    ['of whom one is not recorded', birmingham, { ofAuthority: 'NOT_SAID' }, ['INDEPENDENCE_NOT_RECORDED']],
    ['of whom neither is recorded, though the child prefers them', birmingham, { ofPlacement: 'NOT_SAID', ofAuthority: 'NOT_SAID', chosenByChild: true }, ['INDEPENDENCE_NOT_RECORDED']],
    ['of the placement', westSussex, { ofPlacement: 'NO' }, ['NOT_INDEPENDENT_OF_PLACEMENT']],
    ['of the authority', westSussex, { ofAuthority: 'NO' }, []],
    ['of whom that is not recorded', westSussex, { ofAuthority: 'NOT_SAID' }, []],
    ['of both', kent, { ofPlacement: 'NO', ofAuthority: 'NO' }, []],
  ] as const)('%s is independent as the authority asks (Birmingham, West Sussex)', (...[, practice, changes, codes]) => {
    expect(warned(practice, changes)).toEqual(codes);
  });

  it('is asked to be independent whatever the child prefers, where the practice knows no exception', () => {
    const practice = aPractice({ independence: { ofPlacement: true, ofAuthority: false, childMayChoose: false } });
    expect(warned(practice, { ofPlacement: 'NO', chosenByChild: true })).toEqual(['NOT_INDEPENDENT_OF_PLACEMENT']);
  });

  it.each([
    [kent, { openToSocialCare: true, capacity: 'SOCIAL_WORKER' }, []],
    [kent, { openToSocialCare: true, capacity: 'EARLY_HELP' }, ['OTHER_CAPACITY_EXPECTED']],
    [kent, { openToSocialCare: false, capacity: 'EARLY_HELP' }, []],
    [kent, { openToSocialCare: false, capacity: 'SOCIAL_WORKER' }, ['OTHER_CAPACITY_EXPECTED']],
    [kent, { openToSocialCare: null, capacity: 'OTHER' }, []],
    [kent, { openToSocialCare: true, capacity: null }, ['CAPACITY_NOT_RECORDED']],
    [kent, { openToSocialCare: true, capacity: 'OTHER', chosenByChild: true }, []],
    [somerset, { capacity: 'MISPER_WORKER' }, []],
    [somerset, { capacity: 'CASE_WORKER' }, []],
    [somerset, { capacity: 'SOCIAL_WORKER' }, ['OTHER_CAPACITY_EXPECTED']],
    [westSussex, { placedOutOfArea: true, capacity: 'RETURN_WORKER' }, ['OTHER_CAPACITY_EXPECTED']],
    [westSussex, { placedOutOfArea: true, capacity: 'SOCIAL_WORKER' }, []],
    [westSussex, { placedOutOfArea: false, capacity: 'RETURN_WORKER' }, []],
  ] as const)('holds it in the capacity the authority asks for (Kent, Somerset 4.2, West Sussex)', (practice, changes, codes) => {
    expect(warned(practice, changes)).toEqual(codes);
  });

  it('is the same worker as before where the practice asks for it (Birmingham, West Sussex)', () => {
    expect(warned(birmingham, { sameAsBefore: false })).toEqual(['OTHER_WORKER_THAN_BEFORE']);
    expect(warned(birmingham, { sameAsBefore: true })).toEqual([]);
    expect(warned(aPractice({ sameWorkerAsBefore: false }), { sameAsBefore: false })).toEqual([]);
  });

  it('is nobody\'s rule where the practice is silent', () => {
    expect(warned(SILENT_PRACTICE, { ofPlacement: 'NO', ofAuthority: 'NOT_SAID', capacity: null, sameAsBefore: false })).toEqual([]);
  });
});

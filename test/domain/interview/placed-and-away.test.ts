import { PRACTICES } from '../../../src/domain/authority/known-practices.ts';
import { agreementGaps } from '../../../src/domain/interview/agreement-gaps.ts';
import { awayWarnings, type AwayFacts } from '../../../src/domain/interview/away-considered.ts';
import type { PracticeWarning } from '../../../src/domain/interview/practice-warning.ts';
import { aPractice } from './a-practice.ts';

const codes = (warnings: readonly PracticeWarning[]): string[] => warnings.map(({ code, perhaps }) => (perhaps ? `${code}?` : code));

describe('the agreement for a placement elsewhere (Somerset 7.1.2-7.1.5)', () => {
  const WHOLE = { hostOfficer: 'Invented Officer', hostContact: '01632 960001', whoInterviews: 'the host', resultHow: 'by post', resultBy: 'a week' };
  const gaps = (agreement: Partial<typeof WHOLE> | Record<string, string | null> | null, hostInterviews: boolean | null = true): string[] =>
    codes(agreementGaps({ agreement: agreement === null ? null : ({ ...WHOLE, ...agreement }), hostInterviews }, PRACTICES.somerset));

  it('lacks nothing where it names everything and the host interviews', () => {
    expect(gaps({})).toEqual([]);
  });

  it.each([
    ['hostOfficer', 'HOST_OFFICER_MISSING'],
    ['hostContact', 'HOST_CONTACT_MISSING'],
    ['whoInterviews', 'WHO_INTERVIEWS_MISSING'],
    ['resultHow', 'RESULT_HOW_MISSING'],
    ['resultBy', 'RESULT_BY_MISSING'],
  ])('without %s lacks it: %s', (field, code) => {
    expect(gaps({ [field]: null })).toEqual([code]);
    expect(gaps({ [field]: ' ' })).toEqual([code]);
  });

  it('has the responsible authority telephone where the host does not interview, and then no result comes from it', () => {
    expect(gaps({ resultHow: null, resultBy: null }, false)).toEqual(['TELEPHONE_CONTACT']);
    expect(gaps({ resultHow: null }, null)).toEqual(['RESULT_HOW_MISSING?', 'TELEPHONE_CONTACT?']);
  });

  it('that is not there is missing as a whole', () => {
    expect(gaps(null, null)).toEqual(['AGREEMENT_MISSING', 'TELEPHONE_CONTACT?']);
    expect(gaps(null, true)).toEqual(['AGREEMENT_MISSING', 'TELEPHONE_CONTACT?']);
  });

  it('names its rule, asks for no more than the practice does, and nothing where that is silent', () => {
    expect(agreementGaps({ agreement: null, hostInterviews: null }, PRACTICES.somerset)[0]?.rule).toBe('Somerset 7.1.2-7.1.5');
    expect(agreementGaps({ agreement: null, hostInterviews: null }, PRACTICES.kent)).toEqual([]);
    const none = aPractice({ placementAgreement: { officer: false, contact: false, whoInterviews: false, result: false, elseTelephone: false } });
    const empty = { hostOfficer: null, hostContact: null, whoInterviews: null, resultHow: null, resultBy: null };
    expect(agreementGaps({ agreement: empty, hostInterviews: null }, none)).toEqual([]);
  });
});

describe('an episode away without authorisation (Kent)', () => {
  const warned = (changes: Partial<AwayFacts>, practice = PRACTICES.kent): string[] => codes(awayWarnings({ wasAway: true, lookedAfter: true, riskAssessed: false, interviewConsidered: false, ...changes }, practice));

  it.each([
    [{}, ['AWAY_RISK_NOT_ASSESSED', 'AWAY_INTERVIEW_NOT_CONSIDERED']],
    [{ riskAssessed: true }, ['AWAY_INTERVIEW_NOT_CONSIDERED']],
    [{ interviewConsidered: true }, ['AWAY_RISK_NOT_ASSESSED']],
    [{ riskAssessed: null, interviewConsidered: null }, []],
    [{ wasAway: false }, []],
    [{ lookedAfter: false }, []],
    [{ lookedAfter: null }, ['AWAY_RISK_NOT_ASSESSED?', 'AWAY_INTERVIEW_NOT_CONSIDERED?']],
  ])('with %j lacks %j', (changes, lacks) => {
    expect(warned(changes)).toEqual(lacks);
  });

  it('goes by the practice, and lacks nothing where that is silent', () => {
    expect(warned({}, PRACTICES.somerset)).toEqual([]);
    expect(codes(awayWarnings({ wasAway: true, lookedAfter: true, riskAssessed: false, interviewConsidered: false }, aPractice({ awayEpisodes: { riskAssessed: false, interviewConsidered: true } })))).toEqual(['AWAY_INTERVIEW_NOT_CONSIDERED']);
    expect(codes(awayWarnings({ wasAway: true, lookedAfter: true, riskAssessed: false, interviewConsidered: false }, aPractice({ awayEpisodes: { riskAssessed: true, interviewConsidered: false } })))).toEqual(['AWAY_RISK_NOT_ASSESSED']);
  });
});

import type { Risk } from '../../../src/domain/observation/observation.ts';
import { practiceShape, SILENT_PRACTICE, type FigureName, type Practice } from '../../../src/domain/authority/practice.ts';
import { PRACTICE_IDS, PRACTICES } from '../../../src/domain/authority/known-practices.ts';
import { checkStrategy } from '../../../src/domain/briefing/strategy-check.ts';
import { STATUTORY_CLOCK, type Clock } from '../../../src/domain/clocks/clock.ts';

const inWords = ({ start, stops, length, calendar, of }: Clock): string => `${start ?? '?'} -> ${stops.join(' | ')}, ${String(length)} ${calendar}, ${of}`;
const clocks = ({ clocks: those }: Practice): object => Object.fromEntries(those.map((clock) => [clock.id, inWords(clock)]));
const stated = ({ figures }: Practice): string[] => Object.entries(figures).flatMap(([name, figure]) => (figure === null ? [] : [name])).sort();
const value = (practice: Practice, name: FigureName): unknown => practice.figures[name]?.value;

describe.each(PRACTICE_IDS)('the practice of %s', (id) => {
  const practice = PRACTICES[id];

  it('has the shape of practice rules, every figure with its source', () => {
    expect(practiceShape.safeParse(practice).error?.issues).toBeUndefined();
    expect(practice.id).toBe(id);
  });

  it('has each clock once, and none under the name of the statutory one', () => {
    const ids = [STATUTORY_CLOCK, ...practice.clocks].map((clock) => clock.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the shape of practice rules', () => {
  it.each([
    ['a figure without a source', { ...SILENT_PRACTICE, figures: { ...SILENT_PRACTICE.figures, askAgain: { value: 2, flag: null } } }],
    ['a figure of another kind', { ...SILENT_PRACTICE, figures: { ...SILENT_PRACTICE.figures, askAgain: { value: 'twice', source: 's', flag: null } } }],
    ['a figure nobody knows', { ...SILENT_PRACTICE, figures: { ...SILENT_PRACTICE.figures, bedtime: null } }],
    ['core hours that end before they begin', { ...SILENT_PRACTICE, figures: { ...SILENT_PRACTICE.figures, coreHours: { value: { from: '17:00', until: '09:00' }, source: 's', flag: null } } }],
    ['a clock that nothing stops', { ...SILENT_PRACTICE, clocks: [{ ...STATUTORY_CLOCK, stops: [] }] }],
  ])('refuses %s', (_, practice) => {
    expect(practiceShape.safeParse(practice).success).toBe(false);
  });
});

describe('the 72 hours of each authority', () => {
  it('are by the statutory guidance from the return to the interview', () => {
    expect(inWords(STATUTORY_CLOCK)).toBe('RETURNED -> INTERVIEW_HELD, 72 ELAPSED_HOURS, EVERY_CHILD');
  });

  it('are in Birmingham from the return to contact made to offer', () => {
    expect(clocks(PRACTICES.birmingham)).toEqual({
      OFFER: 'RETURNED -> OFFER_CONTACT, 72 ELAPSED_HOURS, EVERY_CHILD',
      STRATEGY: 'MISSING_STARTED -> STRATEGY_MEETING | LOCATED | RETURNED, 72 ELAPSED_HOURS, EVERY_CHILD',
      STRATEGY_AT_RISK: 'RISK_REACHED -> STRATEGY_MEETING | LOCATED | RETURNED, 0 DAYS, EVERY_CHILD',
    });
  });

  it('are in West Sussex an aim, from the notification to the child being seen; a week to the follow-up', () => {
    expect(clocks(PRACTICES['west-sussex'])).toEqual({
      CHILD_SEEN: 'RETURN_NOTIFIED -> CHILD_SEEN | INTERVIEW_HELD, 72 ELAPSED_HOURS, EVERY_CHILD',
      FOLLOW_UP: 'INTERVIEW_HELD -> FOLLOWED_UP, 168 ELAPSED_HOURS, EVERY_CHILD',
    });
    expect(PRACTICES['west-sussex'].clocks.map(({ aim }) => aim)).toEqual([true, false]);
  });

  it('are in Kent from the return to the interview', () => {
    expect(clocks(PRACTICES.kent)).toEqual({ INTERVIEW: 'RETURNED -> INTERVIEW_HELD, 72 ELAPSED_HOURS, EVERY_CHILD' });
  });

  it('are not stated by a Mosaic authority: only the statutory clock runs', () => {
    expect(PRACTICES.mosaic.clocks).toEqual([]);
  });
});

describe("Somerset's times", () => {
  it.each([
    ['3.1', 'OFFER', 'RETURN_NOTIFIED -> OFFER_MADE, 72 ELAPSED_HOURS, EVERY_CHILD'],
    ['3.3', 'COMPLETED', '? -> INTERVIEW_HELD, 3 WORKING_DAYS, EVERY_CHILD'],
    ['4.2', 'ASSIGNED', 'RETURN_NOTIFIED -> WORKER_ASSIGNED, 24 CORE_HOURS, EVERY_CHILD'],
    ['4.5', 'ATTEMPTS', 'RETURN_NOTIFIED -> CONTACT_MADE | OFFER_ACCEPTED | INTERVIEW_HELD, 5 WORKING_DAYS, EVERY_CHILD'],
    ['4.14', 'PAPERWORK', 'INTERVIEW_HELD -> PAPERWORK_RECORDED, 48 ELAPSED_HOURS, EVERY_CHILD'],
    ['5.1', 'SOCIAL_WORKER_CONTACT', 'SOCIAL_WORKER_AWARE -> SOCIAL_WORKER_CONTACT, 48 ELAPSED_HOURS, OPEN_NOT_LOOKED_AFTER'],
    ['5.2', 'SOCIAL_WORKER_CONTACT_LOOKED_AFTER', 'RETURNED -> SOCIAL_WORKER_CONTACT, 48 ELAPSED_HOURS, LOOKED_AFTER'],
    ['5.2.1', 'RISK_CONSIDERED', 'MISSING_STARTED -> RISK_CONSIDERED, 0 WORKING_DAYS, LOOKED_AFTER'],
    ['5.2.2', 'STRATEGY', 'MISSING_STARTED -> STRATEGY_MEETING | LOCATED | RETURNED, 24 ELAPSED_HOURS, LOOKED_AFTER'],
    ['5.2.2', 'STRATEGY_AGAIN', 'STRATEGY_MEETING -> STRATEGY_MEETING, 72 ELAPSED_HOURS, LOOKED_AFTER'],
    ['7.1.1', 'PLACING_WORKER_TOLD', 'MISSING_STARTED -> PLACING_WORKER_TOLD, 1 WORKING_DAYS, PLACED_OUT_OF_AREA'],
  ])('in paragraph %s: %s', (paragraph, id, words) => {
    const clock = PRACTICES.somerset.clocks.find((one) => one.id === id);
    expect(clock && inWords(clock)).toBe(words);
    expect(clock?.source).toBe(`Somerset ${paragraph}`);
  });

  it('are all of these and no more, and the undefined start is flagged', () => {
    expect(PRACTICES.somerset.clocks).toHaveLength(11);
    expect(PRACTICES.somerset.clocks.filter(({ start }) => start === null).map(({ flag }) => flag)).toEqual(['start undefined in the text']);
    expect(PRACTICES.somerset.clocks.flatMap(({ id, againUntil }) => (againUntil === null ? [] : [[id, againUntil]]))).toEqual([['STRATEGY_AGAIN', ['LOCATED', 'VISITED']]]);
  });
});

describe('the figures of each authority', () => {
  it('are silent where its own guidance is, and none is borrowed', () => {
    expect(stated(PRACTICES.birmingham)).toEqual(['hostMayInterview', 'independence', 'mediaAppeal', 'meetingAtRequest', 'offeredOfEligible', 'openUntilFound', 'otherMethods', 'sameWorkerAsBefore', 'strategy', 'toBeTold', 'weeklyVisits']);
    expect(stated(PRACTICES['west-sussex'])).toEqual(['askAgain', 'independence', 'interviewedFrom', 'notNow', 'sameWorkerAsBefore', 'toBeTold', 'whoInterviews']);
    expect(stated(PRACTICES.mosaic)).toEqual(['letter', 'unableToContact']);
    expect(stated(PRACTICES.kent)).toEqual(['awayEpisodes', 'exploitationToolkit', 'finaliseAfterForm', 'severalEpisodes', 'whoInterviews']);
    expect(stated(SILENT_PRACTICE)).toEqual([]);
    expect(SILENT_PRACTICE.clocks).toEqual([]);
  });

  it.each([
    ['strategy', 'birmingham', { lookedAfterHours: null, missingHours: 72, episodesIn30Days: 3, atRisk: ['HIGH'] }],
    ['strategy', 'somerset', { lookedAfterHours: 24, missingHours: null, episodesIn30Days: null, atRisk: null }],
    ['attempts', 'somerset', { atLeast: 3, differentTimes: true, outsideCoreHours: 1 }],
    ['toSocialCareUnder', 'somerset', 8],
    ['interviewedFrom', 'west-sussex', 10],
    ['askAgain', 'west-sussex', 2],
    ['ceScreenFrom', 'somerset', 13],
    ['offeredOfEligible', 'birmingham', 100],
    ['offeredOfEligible', 'somerset', 100],
    ['completedOfAccepted', 'somerset', 100],
    ['refusedAtMost', 'somerset', 10],
    ['preventionPlan', 'somerset', { withoutSocialWorker: true, elseReason: true }],
    ['placementAgreement', 'somerset', { officer: true, contact: true, whoInterviews: true, result: true, elseTelephone: true }],
    ['awayEpisodes', 'kent', { riskAssessed: true, interviewConsidered: true }],
    ['mediaAppeal', 'birmingham', { atRisk: 'HIGH', consentSought: true, mayGoWithout: true }],
    ['toBeTold', 'birmingham', [{ who: 'PROFESSIONALS', of: 'RETURNED', child: 'EVERY_CHILD', paragraph: 'Birmingham 2022, When a child returns', asks: 'NOTHING' }]],
    ['toBeTold', 'west-sussex', [{ who: 'FRONT_DOOR', of: 'RETURNED', child: 'EVERY_CHILD', paragraph: 'West Sussex, When should a RHI be completed', asks: 'NOTHING' }, { who: 'SOCIAL_WORKER', of: 'INTERVIEWED', child: 'EVERY_CHILD', paragraph: 'West Sussex, Recording information', asks: 'NOTHING' }]],
    ['severalEpisodes', 'somerset', 'ONE_FORM'],
    ['severalEpisodes', 'kent', 'FORM_EACH'],
  ] as const)('say of %s in %s what its guidance says', (name, id, says) => {
    expect(value(PRACTICES[id], name)).toEqual(says);
  });
});

describe('a strategy discussion by the figures of its authority', () => {
  const DAY = 24 * 3_600_000;
  const asked = (triggers: Practice['figures']['strategy'], hours: number, { episodes = 1, risk = 'MEDIUM' }: { readonly episodes?: number; readonly risk?: Risk } = {}): readonly string[] => {
    const starts = Array.from({ length: episodes }, (_, nth) => ({ from: (40 - nth) * DAY, until: (40 - nth) * DAY, held: [] }));
    return triggers === null ? ['silent'] : checkStrategy(triggers.value, { lookedAfter: true, missing: { least: hours, most: hours }, risk: { grade: risk, changes: [] }, starts, held: [], now: 40 * DAY }).reasons;
  };

  it('is asked for in Somerset at 24 hours, in Birmingham at 72, the third episode or high risk, elsewhere by nobody', () => {
    expect(asked(PRACTICES.somerset.figures.strategy, 24, { episodes: 3, risk: 'HIGH' })).toEqual(['looked after and missing 24 hours or more']);
    expect(asked(PRACTICES.birmingham.figures.strategy, 71)).toEqual([]);
    expect(asked(PRACTICES.birmingham.figures.strategy, 72)).toEqual(['missing 72 hours or more']);
    expect(asked(PRACTICES.birmingham.figures.strategy, 1, { episodes: 3 })).toEqual(['3 episodes began in the last 30 days']);
    expect(asked(PRACTICES.birmingham.figures.strategy, 1, { risk: 'HIGH' })).toEqual(['missing at HIGH risk']);
    expect(asked(PRACTICES.kent.figures.strategy, 500, { episodes: 9, risk: 'HIGH' })).toEqual(['silent']);
  });
});

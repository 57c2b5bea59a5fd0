import fc from 'fast-check';
import {
  ATTEMPT_METHODS,
  NAMED_PERSON_CATEGORIES,
  OFFERED_TO,
  OFFER_OUTCOMES,
  PUSH_FACTORS,
  TRIES,
  YES_NO_UNKNOWN,
  type OfferOutcome,
} from '../../src/domain/interview/interview-words.ts';
import type { Interval } from '../../src/domain/interval/interval.ts';
import { ENTITY_KINDS, HANDLING_CODES, INTELLIGENCE_ASSESSMENTS, INTELLIGENCE_RESULTS, INTELLIGENCE_TOPICS, SOURCE_EVALUATIONS, URGENCIES } from '../../src/domain/intelligence/intelligence-words.ts';
import { answerKind, ASKED_QUESTIONS, LOCATING_QUESTIONS, type AskedQuestion } from '../../src/domain/observation/interview-questions.ts';
import { readDateTime } from '../../src/domain/observation/source-time.ts';
import { plainText } from '../../src/exchange/render-contract-texts.ts';
import type { Outgoing, OutgoingChild, OutgoingEpisode, OutgoingIntelligence, OutgoingInterview, OutgoingMatter, OutgoingOffer } from '../../src/exchange/render-contract.ts';

/** What a format can have side by side; the rest is tried by name. */
export interface Grammar {
  readonly matters: readonly OutgoingMatter[];
  /** How an offer can have ended whose interview took place. */
  readonly held: readonly (OfferOutcome | null)[];
  /** How an offer can end that no interview follows. */
  readonly alone: readonly (OfferOutcome | null)[];
  readonly refusals: readonly OfferOutcome[];
  /** Can it say that a child was found or is back, when nobody knows when? */
  readonly undatedEnds: boolean;
  /** Most episodes of one message. */
  readonly episodes: number;
  /** What else has to be there together. */
  readonly takes: (outgoing: Outgoing) => boolean;
}

export const ALL_OUTCOMES: readonly (OfferOutcome | null)[] = [...OFFER_OUTCOMES, null];
export const REFUSALS: readonly OfferOutcome[] = ['REFUSED_AFTER_BOOKING', 'DECLINED_BY_YOUNG_PERSON', 'DECLINED_BY_PARENT'];

const NASTY = ['=1+1', '@SUM(A1)', '-2', '+447700900123', "'=already", "'quoted'", '"', '","', 'a;b|c', 'one\ntwo', 'one\r\ntwo', '<b>&amp;</b>', ']]>', '<!DOCTYPE x>', 'Łącka ﷽ \u{1F6B6}\u200d', '007890', '1e5', 'NA', '＝1', '\u00e9e\u0301'];
/** Any script, any mark; what no file may hold is tried by itself. */
const text = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 30 }), fc.string({ unit: 'grapheme', maxLength: 30 })).map(plainText).filter((some) => some !== '');
const key = (prefix: string): fc.Arbitrary<string> => fc.oneof(fc.constantFrom('007890', '1e5', '+1', '=k', '@k'), fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9/._-]{0,12}$/)).map((some) => `${some}${prefix}`);
const maybe = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(some, { nil: null, freq: 8 });
const wordsOf = <const T extends string>(words: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...words);
const setOf = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.uniqueArray(some, { maxLength: 4 });

function timeOf(said: string): Interval {
  const time = readDateTime(said);
  if (time === null) {
    throw new TypeError(`no time: ${said}`);
  }
  return time;
}

const DAY = 86_400_000;
const isoDay = (first: number, day: number): string => new Date(first + day * DAY).toISOString().slice(0, 10);
/** The first day of what is told; often so that one of its days is a change of the clocks. */
const firstDay = fc.oneof(
  fc.integer({ min: 0, max: 400 }).map((days) => Date.UTC(2025, 0, 10) + days * DAY),
  fc.integer({ min: 0, max: 8 }).map((steps) => Date.UTC(2025, 9, 26) - 2 * steps * DAY),
  fc.integer({ min: 0, max: 8 }).map((steps) => Date.UTC(2025, 2, 30) - 2 * steps * DAY),
);
const hour = fc.oneof(fc.constantFrom(0, 1, 2), fc.integer({ min: 0, max: 23 }));
const two = (number: number): string => String(number).padStart(2, '0');
/** A time on this day in every form a source has: a date, London's clock to the minute or second, with an offset, in UTC, day first. */
function timeOn(day: string): fc.Arbitrary<Interval> {
  const clock = fc.tuple(hour, fc.integer({ min: 0, max: 59 }), fc.constantFrom(null, 0, 7, 59)).map(([at, minute, second]) => `${two(at)}:${two(minute)}${second === null ? '' : `:${two(second)}`}`);
  const [year, month, date] = day.split('-');
  return fc.oneof(
    fc.constant(day),
    clock.map((at) => `${day}T${at}`),
    clock.map((at) => `${day} ${at}`),
    fc.tuple(clock, fc.constantFrom('Z', '+01:00', '+05:30')).map(([at, offset]) => `${day}T${at}${offset}`),
    clock.map((at) => `${String(date)}/${String(month)}/${String(year)} ${at}`),
    fc.constant(`${day}T01:30`),
  ).map(timeOf);
}

const child: fc.Arbitrary<OutgoingChild> = fc.record(
  {
    key: key('c'),
    givenName: maybe(text),
    familyName: maybe(text),
    dateOfBirth: maybe(fc.integer({ min: 0, max: 4000 }).map((days) => timeOf(isoDay(Date.UTC(2009, 0, 1), days)))),
    dateOfBirthEstimated: fc.boolean(),
    statedAge: maybe(fc.integer({ min: 1, max: 17 })),
    gender: maybe(wordsOf(['FEMALE', 'MALE', 'OTHER', 'UNKNOWN'])),
    ethnicity: maybe(wordsOf(['MWBA', 'CHNE', 'WBRI'])),
    nhsNumber: maybe(wordsOf(['9990001138', '0000000001'])),
    upn: maybe(wordsOf(['A123456789012', 'UPN, none'])),
    responsibleAuthorityChildId: maybe(key('r')),
    responsibleAuthority: maybe(text),
    hostAuthority: maybe(text),
    placementUrn: maybe(key('u')),
    unaccompanied: fc.boolean(),
    homeAddress: maybe(text),
    telephone: maybe(text),
    email: maybe(text),
    build: maybe(text),
    complexion: maybe(text),
    hairColour: maybe(text),
    eyeColourLeft: maybe(text),
    eyeColourRight: maybe(text),
    distinguishingFeatures: maybe(text),
    photographRef: maybe(text),
    familyAddress: maybe(text),
    otherAddress: maybe(text),
    restricted: fc.boolean(),
  },
  { requiredKeys: ['key'] },
);

const risk = fc.constantFrom({ risk: 'HIGH', word: 'High' } as const, { risk: 'VERY_LOW', word: 'No apparent risk' } as const, { risk: 'MEDIUM', word: 'Grade 3' } as const);

function episode(first: number, suffix: string, undatedEnds: boolean): fc.Arbitrary<OutgoingEpisode> {
  const on = (step: number): fc.Arbitrary<Interval> => timeOn(isoDay(first, step * 2));
  const report = fc.record(
    {
      missingSince: on(0),
      reportedAt: maybe(on(1)),
      reportedBy: maybe(text),
      missingFrom: maybe(text),
      circumstances: maybe(text),
      lastSeenAt: maybe(on(0)),
      lastSeenWith: maybe(text),
      lastSeenPlace: maybe(text),
      actionsTaken: maybe(text),
      riskFactors: maybe(text),
      informedPersons: maybe(text),
      incidentRef: maybe(text),
      initialRisk: maybe(wordsOf(['LOW', 'HIGH'])),
      initialRiskWord: maybe(text),
      previousMissingCount: maybe(fc.nat(9)),
      protectiveMarking: maybe(text),
      togetherKey: maybe(key('t')),
      clothing: maybe(text),
      findingIdeas: maybe(text),
    },
    { requiredKeys: ['missingSince'] },
  );
  const end = (at: fc.Arbitrary<Interval>): fc.Arbitrary<Interval | null> => (undatedEnds ? maybe(at) : at);
  const status = fc.record({ status: wordsOf(['MISSING', 'AWAY']), at: maybe(on(1)) });
  const texts = (names: readonly string[]): Record<string, fc.Arbitrary<string | null>> => Object.fromEntries(names.map((name) => [name, maybe(text)]));
  const some = fc.record(
    {
      key: key(suffix),
      statuses: fc.tuple(status, fc.array(status, { maxLength: 2 })).map(([one, more]) => [one, ...more] as const),
      report,
      risk: fc.tuple(risk, on(1), maybe(text), fc.constantFrom({}, { passedOn: true }, { passedOn: false })).map(([said, at, why, whose]) => ({ ...said, at, why, ...whose })),
      // Where it was, where nobody knows when.
      located: fc.record({ at: end(on(2)), place: text, how: maybe(text) }, { requiredKeys: ['at', 'place'] }),
      returned: fc.record({ at: end(on(3)), to: text, ...texts(['method', 'receivedBy', 'condition', 'debrief']) }, { requiredKeys: ['at', 'to'] }),
    },
    { requiredKeys: ['key', 'statuses', 'report'] },
  );
  return some;
}

function offer(first: number, episodeKeys: readonly string[]): fc.Arbitrary<OutgoingOffer> {
  const on = (step: number): fc.Arbitrary<Interval> => timeOn(isoDay(first, step * 2));
  const said = wordsOf(YES_NO_UNKNOWN);
  const attempt = fc.record({ at: on(5), method: wordsOf(ATTEMPT_METHODS), coreHours: said, response: maybe(text), outcome: maybe(text) }, { requiredKeys: ['at', 'method'] });
  const attempts = fc.tuple(fc.array(attempt, { maxLength: 3 }), fc.nat(3)).map(([tried, ended]) => tried.map((one, index) => ({ ...one, endedIt: index + 1 === ended })));
  return fc.record(
    {
      key: key('o'),
      at: on(4),
      episodeKeys: fc.constant(episodeKeys),
      offeredTo: wordsOf(OFFERED_TO),
      phonedYoungPerson: said,
      spokenToParentCarer: said,
      spokenToSocialWorker: said,
      reason: maybe(text),
      askAgainOn: maybe(fc.constant(isoDay(first, 20))),
      explanation: maybe(text),
      tried: setOf(wordsOf(TRIES)),
      coveredBy: maybe(text),
      attempts,
    },
    { requiredKeys: ['key', 'at', 'episodeKeys', 'attempts', 'offeredTo'] },
  );
}

function answer(question: AskedQuestion): fc.Arbitrary<unknown> {
  const kind = answerKind(question);
  if (kind === 'TEXT' || kind === 'DATE') {
    return maybe(kind === 'DATE' ? fc.constant('2026-03-29') : text);
  }
  return 'one' in kind ? wordsOf(kind.one) : setOf(wordsOf(kind.several));
}

const reviewOn = fc.constant('2027-10-31');
const namedPerson = fc.record({ name: text, category: wordsOf(NAMED_PERSON_CATEGORIES), grade: maybe(fc.constant('2BP')), reviewOn });
const answers = fc.record({ ...Object.fromEntries(ASKED_QUESTIONS.map((question) => [question, answer(question)])), namedPeople: fc.array(namedPerson, { maxLength: 2 }) }, { requiredKeys: [] });
const locating = fc.record(Object.fromEntries(LOCATING_QUESTIONS.map((question) => [question, setOf(text)])), { requiredKeys: [] });
const structured = fc.record({ firstTime: wordsOf(YES_NO_UNKNOWN), pushFactors: setOf(wordsOf(PUSH_FACTORS)), followUpOn: fc.constant('2026-03-29') }, { requiredKeys: [] });

function interview(first: number, { episodeKeys, state }: { readonly episodeKeys: readonly string[]; readonly state: 'COMPLETED' | 'REFUSED' }): fc.Arbitrary<OutgoingInterview> {
  const said = { key: key('i'), at: timeOn(isoDay(first, 14)), state: fc.constant(state), episodeKeys: fc.constant(episodeKeys), locating };
  return fc.oneof(
    fc.record({ ...said, level: fc.constant('NOTICE' as const) }),
    fc.record({ ...said, level: fc.constant('REDACTED' as const), text, structured }),
    // Each question is answered by its own kind.
    fc.record({ ...said, level: fc.constant('FULL' as const), answers }) as fc.Arbitrary<OutgoingInterview>,
  );
}

const item: fc.Arbitrary<OutgoingIntelligence> = fc.record(
  {
    key: key('n'),
    level: wordsOf(['CONTENT', 'SANITISED']),
    at: timeOn('2025-10-26'),
    content: text,
    origin: wordsOf(['INTERVIEW', 'POLICE']),
    topic: wordsOf(INTELLIGENCE_TOPICS),
    urgency: wordsOf(URGENCIES),
    interview: fc.uuid(),
    source: text,
    area: maybe(text),
    protectiveMarking: maybe(text),
    namedPeople: fc.array(fc.record({ name: text, category: wordsOf(NAMED_PERSON_CATEGORIES), dateOfBirth: maybe(fc.constant('1990-02-28')), grade: maybe(fc.constant('1AP')), reviewOn }), { maxLength: 3 }),
    entities: fc.array(fc.record({ kind: wordsOf(ENTITY_KINDS), value: text }), { maxLength: 5 }),
    grade: fc.record(
      {
        sourceEvaluation: maybe(wordsOf(SOURCE_EVALUATIONS)),
        assessment: maybe(wordsOf(INTELLIGENCE_ASSESSMENTS)),
        handling: maybe(wordsOf(HANDLING_CODES)),
        conditions: maybe(text),
        recipients: setOf(key('a')),
        sanitisedText: maybe(text),
        result: maybe(wordsOf(INTELLIGENCE_RESULTS)),
        resultWords: maybe(text),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['key', 'level', 'at', 'content', 'topic', 'urgency', 'grade'] },
);

const asked = (first: number): fc.Arbitrary<Outgoing['asks']> => fc.record({ episodeKey: key('e'), of: wordsOf(['southvale', 'northmere']), at: timeOn(isoDay(first, 2)), dueBy: timeOn(isoDay(first, 4)) });

const HELD_AFTER = 80;

/** Any message the grammar has. */
export function anOutgoing(grammar: Grammar): fc.Arbitrary<Outgoing> {
  return fc.tuple(wordsOf(grammar.matters), firstDay).chain(([matter, first]) => {
    const told = fc.tuple(episode(first, 'e', grammar.undatedEnds), fc.array(episode(first - HELD_AFTER * DAY, 'f', grammar.undatedEnds), { maxLength: grammar.episodes - 1 }));
    return told.chain(([one, more]) => message(grammar, { matter, first, episodes: matter === 'INTELLIGENCE' ? [] : [one, ...more] })).filter(grammar.takes);
  });
}

interface Told {
  readonly matter: OutgoingMatter;
  readonly first: number;
  readonly episodes: readonly OutgoingEpisode[];
}

const counted = fc.constantFrom({ offered: 'Y', accepted: 'N' } as const, { offered: 'Y', accepted: 'NA' } as const, { offered: 'N', accepted: 'NA' } as const, { offered: 'NA', accepted: 'NA' } as const);

function message(grammar: Grammar, { matter, first, episodes }: Told): fc.Arbitrary<Outgoing> {
  const around = fc.record({
    sender: fc.constant('northmere'),
    messageId: fc.uuid(),
    revision: fc.integer({ min: 1, max: 9 }),
    sentAt: fc.constant(`${isoDay(first, 40)}T09:00:00.000Z`),
    act: wordsOf(matter === 'RETRACTION' ? ['retract'] : ['assert', 'correct']),
    corrects: maybe(fc.uuid()),
    withdrawn: key('i').map((known): Outgoing['withdrawn'] => (matter === 'RETRACTION' ? [{ kind: grammar.matters.includes('INTELLIGENCE') ? 'intelligence' : 'interview', key: known }] : [])),
    child,
    intelligence: matter === 'INTELLIGENCE' ? item : fc.constant(null),
    asks: matter === 'RISK_ASSESSMENT_REQUEST' ? asked(first) : fc.constant(null),
  });
  return fc.tuple(around, ofReturn(grammar, { matter, first, episodes }), fc.option(counted, { nil: null })).map(([said, told, unableCountsAs]) => ({ ...said, episodes, ...told, ...(unableCountsAs === null ? {} : { unableCountsAs }) }));
}

/** The offer and the interview as far as the matter has them; whoever refuses an interview was offered it. */
function ofReturn({ held, alone, refusals }: Grammar, { matter, first, episodes }: Told): fc.Arbitrary<Pick<Outgoing, 'offers' | 'interview'>> {
  const episodeKeys = episodes.map(({ key: known }) => known);
  const offered = (outcomes: readonly (OfferOutcome | null)[]): fc.Arbitrary<OutgoingOffer[]> =>
    fc.tuple(offer(first, episodeKeys.slice(0, 1)), fc.constantFrom(...outcomes)).map(([some, outcome]) => [{ ...some, outcome }]);
  if (matter !== 'INTERVIEW') {
    return matter === 'OFFER' ? offered(alone).map((offers) => ({ offers, interview: null })) : fc.constant({ offers: [], interview: null });
  }
  const completed = fc.tuple(fc.oneof(fc.constant([]), offered(held)), interview(first, { episodeKeys, state: 'COMPLETED' }));
  const refused = fc.tuple(offered(refusals), interview(first, { episodeKeys, state: 'REFUSED' }));
  return fc.oneof(completed, refused).map(([offers, said]) => ({ offers, interview: offerKeyed(said, offers) }));
}

/** An interview that follows an offer names it. */
function offerKeyed(said: OutgoingInterview, [followed]: readonly OutgoingOffer[]): OutgoingInterview {
  return followed === undefined ? said : { ...said, offerKey: followed.key };
}

import { LOCATING_FORM } from '../../src/domain/interview/interview-form.ts';
import { answerKind, ASKED_QUESTIONS, type AskedQuestion } from '../../src/domain/observation/interview-questions.ts';
import { readDateTime } from '../../src/domain/observation/source-time.ts';
import { WANTED } from '../../src/exchange/outgoing/wanted-outgoing.ts';
import type { Row, WantedTree } from '../../src/gate/read-request.ts';

export type SentMatter = 'INTERVIEW' | 'OFFER' | 'EPISODE' | 'INTELLIGENCE';

/** Rows as the gate gives them, and every name of a field that stands in them. */
export interface SentRows {
  readonly root: 'interview' | 'offer' | 'episode' | 'intelligence';
  readonly row: Row;
  readonly child: Row;
  readonly keys: ReadonlyMap<string, string>;
  readonly names: readonly string[];
}

/** Situations in which a field could tell something. */
export const VARIANTS: Readonly<Record<SentMatter, readonly string[]>> = {
  EPISODE: ['returned', 'located', 'undated', 'of one kind'],
  OFFER: ['returned', 'not appropriate', 'undated', 'of one kind', 'located'],
  INTERVIEW: ['FullInterview', 'RedactedInterview', 'InterviewNotice', 'undated', 'of one kind', 'located', 'not appropriate'],
  INTELLIGENCE: ['FullIntelligence', 'SanitisedIntelligence', 'ungraded'],
};

const IDS = { Child: '00000000-0000-8000-8000-0000000000c1', Episode: '00000000-0000-8000-8000-0000000000e1', Offer: '00000000-0000-8000-8000-0000000000f1', Interview: '00000000-0000-8000-8000-0000000000a1', Item: '00000000-0000-8000-8000-0000000000b1' };
const KEYS = new Map<string, string>([[IDS.Episode, 'EP-3'], [IDS.Offer, 'OF-20'], [IDS.Interview, 'IV-21'], [IDS.Item, 'INT-11']]);

type Two = readonly [one: unknown, other: unknown];
function at(text: string): object {
  const time = readDateTime(text);
  if (time === null) {
    throw new TypeError(`no time: ${text}`);
  }
  return { ...time, from: new Date(time.from).toISOString(), until: new Date(time.until).toISOString() };
}
const times = (one: string, other: string): Two => [at(one), at(other)];
const attempt = (on: string): object => ({ at: at(on), method: 'PHONE', coreHours: 'YES', response: 'Invented words', outcome: 'To ring again', endedIt: true });
const person = (name: string): object => ({ name, category: 'SUSPECT', grade: '2BP', reviewOn: '2027-05-05' });
const assessed = (risk: string, word: string): object => ({ agency: 'northmere', risk, word, at: at('2026-11-20T23:00:00Z'), why: null });
const YES_NO: Two = ['YES', 'NO'];

/** What is no text of somebody's own: two values of each. */
const VALUES: Readonly<Record<string, Two>> = {
  'Child.dateOfBirth': times('2011-05-14', '2012-06-15'),
  'Child.dateOfBirthEstimated': [true, false],
  'Child.gender': ['FEMALE', 'MALE'],
  'Child.ethnicity': ['MWBA', 'CHNE'],
  'Child.nhsNumber': ['9990001138', '9990001014'],
  'Child.upn': ['A123456789012', 'B123456789012'],
  'Child.restricted': [true, false],
  'Child.unaccompanied': [true, false],
  'Child.responsibleAuthorities': [['northmere'], ['westhaven', 'northmere']],
  'Episode.kind': ['MISSING', 'AWAY'],
  'Episode.status': ['RETURNED', 'LOCATED'],
  'Episode.statusChanges': [[{ status: 'MISSING', at: at('2026-11-20T21:30:00Z') }], [{ status: 'AWAY', at: at('2026-11-20T21:30:00Z') }]],
  'Episode.riskChanges': [[{ risk: 'HIGH', word: 'High', at: at('2026-11-20T22:10') }], [{ risk: 'LOW', word: 'Low', at: at('2026-11-20T22:10') }]],
  'Episode.assessedRisks': [[assessed('MEDIUM', 'Medium')], [assessed('LOW', 'Low')]],
  'RiskAssessment.risk': ['VERY_LOW', 'LOW'],
  'RiskAssessment.word': ['Very low', 'Low'],
  'RiskAssessment.at': times('2026-11-21T08:00:00Z', '2026-11-21T09:00:00Z'),
  'RiskAssessment.madeBy': ['northmere', 'westhaven'],
  'Episode.policeReferences': [['0077'], ['0078']],
  'Episode.missingSince': times('2026-11-20T21:30:00Z', '2026-11-19T20:30:00Z'),
  'Episode.reportedAt': times('2026-11-20T22:05', '2026-11-21T00:05'),
  'Episode.lastSeenAt': times('2026-11-20', '2026-11-19'),
  'Episode.initialRisk': ['LOW', 'HIGH'],
  'Episode.previousMissingCount': [2, 3],
  'Episode.locatedAt': times('2026-11-21T10:00:00Z', '2026-11-22T11:00:00Z'),
  'Episode.returnedAt': times('2026-11-22T12:00:00Z', '2026-11-23T13:00:00Z'),
  'Offer.at': times('2026-11-23T10:00:00Z', '2026-11-24T11:00:00Z'),
  'Offer.offeredTo': ['CHILD', 'CARER'],
  'Offer.outcome': ['ACCEPTED', 'DECLINED_BY_YOUNG_PERSON'],
  'Offer.phonedYoungPerson': YES_NO,
  'Offer.spokenToParentCarer': YES_NO,
  'Offer.spokenToSocialWorker': YES_NO,
  'Offer.askAgainOn': ['2026-12-01', '2026-12-02'],
  'Offer.tried': [['ALL_NUMBERS'], ['CARER']],
  'Offer.attempts': [[attempt('2026-11-23T10:00:00Z')], [attempt('2026-11-24T11:00:00Z')]],
  'Interview.state': ['COMPLETED', 'REFUSED'],
  'Interview.at': times('2026-11-25T15:00:00Z', '2026-11-26T16:00:00Z'),
  'Interview.namedPeople': [[person('Jay Inventedperson')], [person('Kay Inventedperson')]],
  'Interview.redactedAnswers': [[{ question: 'firstTime', words: ['YES'] }, { question: 'pushFactors', words: ['SCHOOL', 'BULLYING'] }], [{ question: 'firstTime', words: ['NO'] }]],
  'Item.topic': ['HOT_SPOT', 'PERSON_TARGETING_CHILDREN'],
  'Item.urgency': ['ACT_NOW', 'ROUTINE'],
  'Item.at': times('2026-11-25T15:00:00Z', '2026-11-26T16:00:00Z'),
  'Item.origin': ['INTERVIEW', 'POLICE'],
  'Item.handling': ['P', 'C'],
  'Item.area': ['E08000025', 'E08000026'],
  'Item.grade': ['1BP', '2CP'],
  'Item.result': ['ACTIONED', 'DEVELOPED'],
  'Item.namedPeople': [[person('Jay Inventedperson')], [person('Kay Inventedperson')]],
  'Item.entities': [[{ kind: 'VEHICLE', value: 'TE57 ING' }], [{ kind: 'VEHICLE', value: 'TE58 ING' }]],
};

function answers(question: AskedQuestion): Two {
  const kind = answerKind(question);
  if (kind === 'TEXT') {
    return [`Of ${question}`, `Else of ${question}`];
  }
  if (kind === 'DATE') {
    return ['2026-12-11', '2026-12-12'];
  }
  const words = 'one' in kind ? kind.one : kind.several;
  return 'one' in kind ? [words[0], words[1]] : [[words[0]], [words[1]]];
}

const isQuestion = (name: string): name is AskedQuestion => ASKED_QUESTIONS.some((question) => question === name);

/** Types of one family share their values. */
function familyOf(type: string): string {
  if (type.endsWith('Intelligence')) {
    return 'Item';
  }
  return type.includes('Interview') || type === 'LocatingFacts' ? 'Interview' : type;
}

/** Both values of a field. */
function valuesOf(type: string, name: string): Two {
  const family = familyOf(type);
  const [one, other] = [`Of ${name}`, `Else of ${name}`];
  const asked = family === 'Interview' && isQuestion(name) ? answers(name) : [one, other] as const;
  const located: Two | undefined = family === 'Interview' && Object.hasOwn(LOCATING_FORM, name) ? [[one], [other]] : undefined;
  return VALUES[`${family}.${name}`] ?? located ?? asked;
}

/** What of an episode or an offer stands otherwise. */
const OTHERWISE: Readonly<Record<string, Readonly<Record<string, Two | null>>>> = {
  located: { 'RiskAssessment.word': null, 'Episode.status': ['LOCATED', 'MISSING'], ...Object.fromEntries(['returnedAt', 'returnedTo', 'returnMethod', 'receivedBy', 'returnCondition', 'returnDebrief'].map((name) => [`Episode.${name}`, null])) },
  undated: { 'RiskAssessment.word': null, 'Episode.assessedRisks': null, 'Episode.status': ['MISSING', 'RETURNED'], ...Object.fromEntries(['locatedAt', 'locatedPlace', 'locatedHow', 'returnedAt', 'returnedTo', 'returnMethod', 'receivedBy', 'returnCondition', 'returnDebrief'].map((name) => [`Episode.${name}`, null])) },
  'of one kind': { 'Episode.statusChanges': null },
  'not appropriate': { 'Offer.outcome': ['NOT_APPROPRIATE', 'DECLINED_BY_YOUNG_PERSON'] },
  ungraded: { 'FullIntelligence.grade': null },
};

const ROOTS = { INTERVIEW: 'interview', OFFER: 'offer', EPISODE: 'episode', INTELLIGENCE: 'intelligence' } as const;
const ID_OF: Readonly<Record<string, string>> = { Child: IDS.Child, Episode: IDS.Episode, Offer: IDS.Offer, FullIntelligence: IDS.Item, SanitisedIntelligence: IDS.Item };

/** One situation, with one field of it said otherwise; null: none. */
interface Situation {
  readonly variant: string;
  readonly altered: string | null;
  /** Every name of a field that is filled in. */
  readonly names: Set<string>;
}

/** A row of this type with everything that is wanted of it. */
function filled(type: string, wanted: WantedTree, situation: Situation): Row {
  const said = (wanted[type] ?? []).flatMap(({ name, key, sub, first }): [string, unknown][] => {
    if (sub !== undefined) {
      const below = filled(Object.keys(sub)[0] ?? '', sub, situation);
      return [[key, first === undefined ? below : [below]]];
    }
    return name === 'disclosure' ? [] : [[key, name === 'id' ? (ID_OF[type] ?? IDS.Interview) : valueIn(situation, type, name)]];
  });
  return { ['__typename']: type, ...Object.fromEntries(said) };
}

function valueIn({ variant, altered, names }: Situation, type: string, name: string): unknown {
  const field = `${type}.${name}`;
  names.add(field);
  const otherwise = OTHERWISE[variant]?.[field];
  const [one, other] = otherwise === undefined ? valuesOf(type, name) : (otherwise ?? [null, null]);
  return altered === field ? other : one;
}

/** Rows in which everything is said that a message could say, in this situation; one field of them with its other value. */
export function rowsOf(matter: SentMatter, variant: string, altered: string | null): SentRows {
  const root = ROOTS[matter];
  const wanted: WantedTree = WANTED[root];
  const types = Object.keys(wanted);
  const type = types.includes(variant) ? variant : (types.at(-1) ?? '');
  const situation = { variant, altered, names: new Set<string>() };
  const row = filled(type, wanted, situation);
  const beside = root === 'offer' ? filled('Child', WANTED.child, situation) : (row['child'] as Row); // As it was asked for.
  // An interview in full has its own facts.
  const child = type === 'FullInterview' ? { ...beside, locating: [] } : beside;
  const names = [...situation.names].filter((name) => type !== 'FullInterview' || !name.startsWith('LocatingFacts.'));
  return { root, row: root === 'offer' ? row : { ...row, child }, child, keys: KEYS, names };
}

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, type DefinitionNode } from 'graphql';
import type { Acted } from '../../src/actions/action-services.ts';
import { assignWorker } from '../../src/actions/assign-worker.ts';
import { clocksSeen, followCourse, nextStepSeen } from '../../src/actions/clocks-seen.ts';
import type { CourseRow } from '../../src/actions/course-row.ts';
import { COURSE_WANTED } from '../../src/actions/course-wanted.ts';
import { finaliseEpisode } from '../../src/actions/finalise-episode.ts';
import { readTray } from '../../src/actions/read-tray.ts';
import { recordAttempt } from '../../src/actions/record-attempt.ts';
import { recordCaseRecord, type RecordCaseRecord } from '../../src/actions/record-case-record.ts';
import { recordInterview, type RecordInterview } from '../../src/actions/record-interview.ts';
import { recordOffer, type RecordOffer } from '../../src/actions/record-offer.ts';
import { recordReturnStep, type RecordReturnStep } from '../../src/actions/record-return-step.ts';
import { triageReturn, type TriageReturn } from '../../src/actions/triage-return.ts';
import { PRACTICES } from '../../src/domain/authority/known-practices.ts';
import type { Practice } from '../../src/domain/authority/practice.ts';
import { anInterview, MINUTE, MORNING } from './a-deciding-hub.ts';
import { aPractisedHub, type PractisedHub } from './a-practised-hub.ts';
import { actor } from './some-people.ts';

/** Somerset's for every child, with West Sussex's follow-up and a Mosaic authority's letter: a clock or a step waits for whatever can be waited for. */
const PRACTICE: Practice = {
  ...PRACTICES.somerset,
  clocks: [...PRACTICES.somerset.clocks, ...PRACTICES['west-sussex'].clocks.filter(({ id }) => id === 'FOLLOW_UP')].map((clock) => ({ ...clock, of: 'EVERY_CHILD' })),
  figures: { ...PRACTICES.somerset.figures, letter: PRACTICES.mosaic.figures.letter, coreHours: { value: { from: '09:00', until: '17:00' }, source: 'Invented', flag: null } },
};
const HOUR = 60 * MINUTE;
const YEAR = 365 * 24 * HOUR;
/** Missed and back as `a-deciding-hub` tells it. */
const MISSED = Date.parse('2025-11-19T21:00:00Z');
const BACK = Date.parse('2025-11-20T03:45:00Z');
/** A time at which everything the table records can have been. */
const VALID = '2025-11-20T07:45:00Z';
const iso = (at: number): string => new Date(at).toISOString();

let hub: PractisedHub;
beforeEach(async () => {
  hub = await aPractisedHub();
  hub.goesBy('northmere', PRACTICE);
  hub.now += MINUTE;
});
afterEach(() => hub.close());

const stepping = (step: RecordReturnStep['step'], at: string, changed: Partial<RecordReturnStep> = {}): Promise<Acted> =>
  recordReturnStep(hub.services, actor('nia'), { key: randomUUID(), episode: hub.episode, step, at, ...changed }, hub.now);
const triaging = async (outcome: TriageReturn['outcome'], at: string): Promise<Acted> => {
  const [said] = await hub.ingest.rows<{ revision: number }>(`select coalesce(max(revision), 0) as revision from decision where matter = 'TRIAGE'`);
  return triageReturn(hub.services, actor('nia'), { key: randomUUID(), episode: hub.episode, revision: said?.revision ?? 0, outcome, at }, hub.now);
};
const recording = (record: RecordCaseRecord['record'], at: string, changed: Partial<RecordCaseRecord> = {}): Promise<Acted> =>
  recordCaseRecord(hub.services, actor('sal'), { key: randomUUID(), episode: hub.episode, record, at, ...changed }, hub.now);
const offering = (at: string, changed: Partial<RecordOffer> = {}): Promise<Acted> =>
  recordOffer(hub.services, actor('ren'), { key: randomUUID(), child: hub.child, episodes: [hub.episode], at, offeredTo: 'CHILD', ...changed }, hub.now);
const trying = (offer: string, at: string): Promise<Acted> => recordAttempt(hub.services, actor('ren'), { key: randomUUID(), offer, at, method: 'PHONE', endedIt: true }, hub.now);
const interviewing = (at: string, changed: Partial<RecordInterview> = {}): Promise<Acted> =>
  recordInterview(hub.services, actor('ren'), { key: randomUUID(), child: hub.child, episodes: [hub.episode], state: 'COMPLETED', at, answers: {}, ...changed }, hub.now);
const assigning = (from: string, revision = 0): Promise<Acted> => assignWorker(hub.services, actor('nia'), { key: randomUUID(), child: hub.child, revision, worker: 'rose', from, episode: hub.episode }, hub.now);

const EARLIER = '2025-11-20T07:00:00Z';
const notified = (): Promise<unknown> => stepping('RETURN_NOTIFIED', '2025-11-20T04:00:00Z');
const triaged = async (outcome: TriageReturn['outcome'] = 'ROUTINE'): Promise<void> => {
  await notified();
  await triaging(outcome, '2025-11-20T06:00:00Z');
};
const declined = async (): Promise<void> => {
  await triaged();
  await offering(EARLIER, { outcome: 'DECLINED_BY_YOUNG_PERSON', explanation: 'Invented.' });
};
const written = async (): Promise<void> => {
  await declined();
  await stepping('SAFE_TO_SEND', EARLIER, { addressee: 'PARENT_OR_CARER', outcome: 'SAFE' });
  await stepping('LETTER_SENT', EARLIER, { addressee: 'PARENT_OR_CARER' });
};
const interviewed = async (): Promise<void> => {
  await triaged();
  await interviewing(EARLIER);
};

/** One way to record something with a time: what must be there first, and what it follows. */
interface Recording {
  readonly follows: 'MISSING' | 'RETURN';
  readonly first?: () => Promise<unknown>;
  /** Says again what was said before where that is named. */
  readonly does: (at: string, again?: Pick<Acted, 'id' | 'revision'>) => Promise<Acted>;
  /** No clock and no step waits for it. */
  readonly isAwaited?: false;
}
const STEPS: Readonly<Record<string, Recording>> = {
  RETURN_NOTIFIED: { follows: 'RETURN', does: (at, again) => stepping('RETURN_NOTIFIED', at, again) },
  CONTACT_MADE: { follows: 'RETURN', first: triaged, does: (at, again) => stepping('CONTACT_MADE', at, again) },
  CHILD_SEEN: { follows: 'RETURN', first: () => triaged('SAME_DAY_VISIT'), does: (at, again) => stepping('CHILD_SEEN', at, again) },
  VISITED: { follows: 'RETURN', first: () => triaged('SAME_DAY_VISIT'), does: (at, again) => stepping('VISITED', at, again) },
  SAFE_TO_SEND: { follows: 'MISSING', first: declined, does: (at, again) => stepping('SAFE_TO_SEND', at, { ...again, addressee: 'PARENT_OR_CARER', outcome: 'SAFE' }) },
  LETTER_SENT: { follows: 'RETURN', first: declined, does: (at, again) => stepping('LETTER_SENT', at, { ...again, addressee: 'PARENT_OR_CARER' }) },
  PARENTS_ASKED: { follows: 'RETURN', first: written, does: (at, again) => stepping('PARENTS_ASKED', at, again) },
  PAPERWORK_RECORDED: { follows: 'RETURN', first: interviewed, does: (at, again) => stepping('PAPERWORK_RECORDED', at, again) },
  FOLLOWED_UP: { follows: 'RETURN', first: interviewed, does: (at, again) => stepping('FOLLOWED_UP', at, again) },
  SOCIAL_WORKER_AWARE: { follows: 'MISSING', first: triaged, does: (at, again) => stepping('SOCIAL_WORKER_AWARE', at, again) },
  SOCIAL_WORKER_CONTACT: { follows: 'RETURN', first: triaged, does: (at, again) => stepping('SOCIAL_WORKER_CONTACT', at, again) },
  PLACING_WORKER_TOLD: { follows: 'MISSING', first: triaged, does: (at, again) => stepping('PLACING_WORKER_TOLD', at, again) },
  PROFESSIONAL_TOLD: { follows: 'MISSING', isAwaited: false, first: triaged, does: (at, again) => stepping('PROFESSIONAL_TOLD', at, { ...again, addressee: 'IRO' }) },
  RISK_CONSIDERED: { follows: 'MISSING', first: triaged, does: (at, again) => stepping('RISK_CONSIDERED', at, again) },
  STRATEGY_MEETING: { follows: 'MISSING', first: triaged, does: (at, again) => stepping('STRATEGY_MEETING', at, again) },
  PREVENTION_PLAN: { follows: 'MISSING', isAwaited: false, first: interviewed, does: (at, again) => stepping('PREVENTION_PLAN', at, { ...again, words: 'She is asked first.' }) },
  MEDIA_APPEAL: { follows: 'MISSING', isAwaited: false, first: triaged, does: (at, again) => stepping('MEDIA_APPEAL', at, again) },
};
const RECORDS: Readonly<Record<string, Recording>> = {
  CE_SCREEN: { follows: 'MISSING', first: interviewed, does: (at, again) => recording('CE_SCREEN', at, again) },
  STRATEGY_DISCUSSION: { follows: 'MISSING', first: triaged, does: (at, again) => recording('STRATEGY_DISCUSSION', at, again) },
  RISK_REVIEW: { follows: 'MISSING', first: triaged, does: (at, again) => recording('RISK_REVIEW', at, again) },
  CARER_INFORMATION: { follows: 'RETURN', first: written, does: (at, again) => recording('CARER_INFORMATION', at, again) },
  FIB_FORM: { follows: 'MISSING', isAwaited: false, first: triaged, does: (at, again) => recording('FIB_FORM', at, again) },
};
let offer = '';
const offered = async (): Promise<void> => {
  await triaged();
  offer = (await offering(EARLIER)).id;
};
const OTHERS: Readonly<Record<string, Recording>> = {
  triageReturn: { follows: 'RETURN', first: notified, does: (at) => triaging('ROUTINE', at) },
  recordOffer: { follows: 'RETURN', first: triaged, does: (at, again) => offering(at, again) },
  recordAttempt: { follows: 'RETURN', first: offered, does: (at) => trying(offer, at) },
  recordInterview: { follows: 'RETURN', first: triaged, does: (at, again) => interviewing(at, again) },
};
/** Of steps these are written down by mutations of their own, the answer on the briefing at the moment it is given. */
const ELSEWHERE = ['TRIAGE', 'WORKER_ASSIGNED', 'BRIEFING_ANSWER'];
/** They say when something was, and of nothing that is done about a return or its episode. */
const NOT_ABOUT_A_RETURN: Readonly<Record<string, string>> = {
  assignWorker: 'a standing, which may have begun before the return: below',
  reportMissing: 'the episode itself: what is before what is flagged as out of order',
  reportLocated: 'the episode itself',
  reportReturned: 'the episode itself',
  updateRisk: 'the episode itself: a risk is graded at any time',
  raiseConcern: 'what was heard of a child, whenever that was',
  recordIntelligence: 'what is known of a child, whenever it was heard',
  recordPlacement: 'a standing of the child',
  recordPlacementAgreement: 'a standing of the child',
  recordRelationship: 'a standing of the child',
};

/** What whoever works on the return goes by. */
async function stands(): Promise<{ readonly next: unknown; readonly clocks: unknown; readonly tray: unknown; readonly owed: unknown; readonly triage: unknown; readonly lacking: unknown }> {
  const at = { agency: 'northmere', now: hub.now, practiceOf: () => PRACTICE, authorityNamed: () => null, mayBeAssigned: () => true };
  const operation = { name: 'ATest', hash: 'a hash' };
  const read = await hub.gate.row(actor('nia').viewer, { root: { name: 'episode', id: hub.episode }, wanted: { Episode: COURSE_WANTED }, operation, now: hub.now });
  // Safe: the row has the shape that COURSE_WANTED asks for.
  const followed = followCourse(read as unknown as CourseRow, at);
  const { entries } = await readTray(hub.gate, actor('nia').viewer, { request: { of: 'SERVICE', first: 10, after: null, episode: {}, child: {}, operation }, at });
  const next = nextStepSeen(followed);
  return {
    next: { code: next.code, people: next.holder.people, clock: next.clockInWords },
    lacking: next.triesLacking,
    clocks: clocksSeen(followed).map(({ clock, words }) => [clock.id, words]),
    tray: entries.map(({ nextStep, worstClock, overdue }) => [nextStep.code, worstClock?.words, overdue]),
    owed: followed.map(({ course }) => course.owed),
    triage: followed.map(({ course }) => course.triage),
  };
}
/** What stands of all that was recorded; none of it may be gone or changed afterwards. */
const standing = (): Promise<object[]> =>
  hub.ingest.rows(
    `select id, outcome, at::text from return_step where replaced_from_at > $1 union all select id, outcome, at::text from case_record where replaced_from_at > $1
     union all select id, outcome, at::text from offer union all select id, state, at::text from interview`,
    [iso(hub.now)],
  );
const OF_TIME = /(dated before|lies before|lies in the future|begins at).*\([A-Z][^()]*\)$/;
const impossible = (follows: Recording['follows']): [string, string][] => {
  const start = follows === 'MISSING' ? MISSED : BACK;
  return [['a year before', iso(start - YEAR)], ['a minute before', iso(start - MINUTE)], ['twenty hours ahead', iso(hub.now + 20 * HOUR)]];
};
const ALL = { ...STEPS, ...RECORDS, ...OTHERS };

const row = (name: string): Recording => ALL[name] ?? { follows: 'RETURN', does: () => Promise.reject(new Error('There is no such row.')) };

/** A try is never said again. */
const SAID_ONCE = ['recordAttempt'];

/** Recorded at each time that cannot be, it is kept with a warning that names the rule, and everything stands as before. */
async function movesNothing({ follows, does }: Recording, { said = null, replaces = false }: { readonly said?: Pick<Acted, 'id' | 'revision'> | null; readonly replaces?: boolean } = {}): Promise<Pick<Acted, 'id' | 'revision'>> {
  const [before, rows] = [await stands(), await standing()];
  let last = said;
  for (const [when, at] of impossible(follows)) {
    const done = await does(at, last ?? undefined);
    expect([when, done.warnings]).toEqual([when, expect.arrayContaining([expect.stringMatching(OF_TIME)])]);
    expect([when, await stands()]).toEqual([when, before]);
    expect(replaces ? rows : await standing()).toEqual(expect.arrayContaining(rows));
    last = said === null ? null : { id: done.id, revision: done.revision };
  }
  return last ?? { id: '', revision: 0 };
}

test.each(Object.keys(ALL))('%s at a time that cannot be moves nothing, new or said again, and warns by the rule; at one that can be it does', async (name) => {
  const recorded = row(name);
  await recorded.first?.();
  const before = await stands();
  await movesNothing(recorded);
  const rows = (await standing()).length;
  const said = await recorded.does('2025-11-20T07:30:00Z');
  expect(said.warnings).not.toContainEqual(expect.stringMatching(OF_TIME));
  expect(recorded.isAwaited === false ? null : await stands()).not.toEqual(before);
  if (!SAID_ONCE.includes(name)) {
    // Of a plan, which a home reads, the last alone stands.
    const last = await movesNothing(recorded, { said, replaces: name === 'PREVENTION_PLAN' });
    await recorded.does(VALID, last);
    expect((await standing()).length).toBeLessThanOrEqual(rows + 2);
  }
});

test('a step that lies ahead takes the place of the one before it once its time has come', async () => {
  await triaged('SAME_DAY_VISIT');
  const ahead = hub.now + 20 * HOUR;
  await triaging('ROUTINE', iso(ahead));
  expect((await stands()).triage).toMatchObject([{ outcome: 'SAME_DAY_VISIT' }]);
  hub.now = ahead + MINUTE;
  expect((await stands()).triage).toMatchObject([{ outcome: 'ROUTINE' }]);
});

test('an offer that is said again before the return leaves the earlier one standing, whatever reason is given; an interview by its reason counts', async () => {
  await triaged();
  const { id, revision } = await offering(EARLIER);
  const before = await stands();
  const departure = 'An invented reason.';
  expect((await offering(iso(BACK - MINUTE), { id, revision, departure, outcome: 'DECLINED_BY_PARENT' })).warnings).toContainEqual(expect.stringContaining('what was recorded before stands as it was'));
  expect(await stands()).toEqual(before);
  const held = await interviewing(EARLIER);
  await interviewing(iso(BACK - MINUTE), { id: held.id, revision: held.revision, departure });
  expect(await hub.ingest.rows(`select at ->> 'from' as at from interview where state = 'COMPLETED'`)).toEqual([{ at: iso(BACK - MINUTE) }]);
});

test('what a child said stands as it was said last, though the time given with it cannot be', async () => {
  const held = await anInterview(hub, { at: EARLIER });
  await anInterview(hub, { id: held.id, revision: held.revision, at: iso(BACK - YEAR), answers: { reasons: 'Other invented words.' } });
  expect(await hub.interview('sia', held.id)).toMatchObject({ state: 'COMPLETED', reasons: 'Other invented words.', revision: 2 });
  expect(await hub.ingest.rows(`select at ->> 'from' as at from interview where state = 'COMPLETED'`)).toEqual([{ at: new Date(EARLIER).toISOString() }]);
});

test('a duty of a closed episode that a step ends ahead of now is owed, and on the tray, until then', async () => {
  await interviewed();
  await finaliseEpisode(hub.services, actor('nia'), { key: randomUUID(), episode: hub.episode, revision: 0, finalised: true, departure: 'Invented.', notOwed: ['FOLLOW_UP', 'SOCIAL_WORKER_CONTACT', 'RISK_CONSIDERED', 'PLACING_WORKER_TOLD'] }, hub.now);
  const before = await stands();
  expect(before).toMatchObject({ next: { code: 'RECORD_PAPERWORK' }, tray: [['RECORD_PAPERWORK', expect.any(String), false]] });
  const ahead = hub.now + 20 * HOUR;
  await stepping('PAPERWORK_RECORDED', iso(ahead));
  expect(await stands()).toEqual(before);
  hub.now = ahead + MINUTE;
  expect(await stands()).toMatchObject({ next: { code: 'NOTHING' }, tray: [] });
});

describe('a worker who is given a return', () => {
  const assigned = async (): Promise<unknown> => (await stands()).clocks;

  test('from before it is said to be so, and the time until somebody has it is not ended by that', async () => {
    await assignWorker(hub.services, actor('nia'), { key: randomUUID(), child: hub.child, revision: 1, worker: 'ren', from: iso(MORNING), until: iso(hub.now) }, hub.now);
    await notified();
    const before = await assigned();
    for (const [revision, at] of [iso(BACK - YEAR), iso(BACK - MINUTE)].entries()) {
      const { warnings } = await assigning(at, revision);
      expect(warnings).toContainEqual(expect.stringMatching(OF_TIME));
      expect(await assigned()).toEqual(before);
    }
    const { warnings } = await assigning(VALID, 2);
    expect(warnings).not.toContainEqual(expect.stringMatching(OF_TIME));
    expect(await assigned()).not.toEqual(before);
  });

  test('from a time ahead of now holds nothing until then', async () => {
    await triaged();
    const before = await stands();
    const { warnings } = await assigning(iso(hub.now + 20 * HOUR));
    expect(warnings).toContainEqual(expect.stringMatching(OF_TIME));
    expect(await stands()).toEqual(before);
  });
});

describe('the table', () => {
  const { definitions } = parse(readFileSync(join(import.meta.dirname, '../../schema/schema.graphql'), 'utf8'));
  const named = (name: string): DefinitionNode | undefined => definitions.find((one) => 'name' in one && one.name.value === name);
  const wordsOf = (name: string): string[] => {
    const found = named(name);
    return found?.kind === Kind.ENUM_TYPE_DEFINITION ? (found.values ?? []).map((value) => value.name.value) : [];
  };
  const fieldsOf = (name: string): string[] => {
    const found = named(name);
    return found?.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION || found?.kind === Kind.OBJECT_TYPE_DEFINITION ? (found.fields ?? []).map((field) => field.name.value) : [];
  };

  test('has a row for every step and every record there is', () => {
    expect([...Object.keys(STEPS), ...ELSEWHERE].sort()).toEqual(wordsOf('ReturnStepKind'));
    // How the child is reached safely holds whenever it was said.
    expect([...Object.keys(RECORDS), 'SAFE_CONTACT'].sort()).toEqual(wordsOf('CaseRecordKind'));
  });

  test('has a row for every mutation that says when something was, or says why it is about no return', () => {
    const inputOf = (mutation: string): string => `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const dated = fieldsOf('Mutation').filter((mutation) => fieldsOf(inputOf(mutation)).some((field) => ['at', 'from', 'missingSince'].includes(field)));
    expect([...Object.keys(OTHERS), 'recordReturnStep', 'recordCaseRecord', ...Object.keys(NOT_ABOUT_A_RETURN)].sort()).toEqual(dated.sort());
  });
});

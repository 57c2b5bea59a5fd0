import { randomUUID } from 'node:crypto';
import type { Acted } from '../../src/actions/action-services.ts';
import { assignWorker } from '../../src/actions/assign-worker.ts';
import { closeAction } from '../../src/actions/close-action.ts';
import { finaliseEpisode } from '../../src/actions/finalise-episode.ts';
import { recordAttempt } from '../../src/actions/record-attempt.ts';
import { recordCaseRecord, type RecordCaseRecord } from '../../src/actions/record-case-record.ts';
import { recordInterview, type RecordInterview } from '../../src/actions/record-interview.ts';
import { recordOffer, type RecordOffer } from '../../src/actions/record-offer.ts';
import { recordReturnStep, type RecordReturnStep } from '../../src/actions/record-return-step.ts';
import { reportMissing } from '../../src/actions/report-missing.ts';
import { reportReturned } from '../../src/actions/report-returned.ts';
import { setAction } from '../../src/actions/set-action.ts';
import { triageReturn, type TriageReturn } from '../../src/actions/triage-return.ts';
import { HUB_DEFAULT_NAMES, ruleNamed } from '../../src/domain/authority/hub-defaults.ts';
import { PRACTICE_IDS } from '../../src/domain/authority/known-practices.ts';
import { SILENT_PRACTICE } from '../../src/domain/authority/practice.ts';
import { othersNamedIn } from '../domain/authority/others-named-in.ts';
import { MINUTE } from './a-deciding-hub.ts';
import { aPractisedHub, type PractisedHub } from './a-practised-hub.ts';
import { answer, raise } from './concerns.ts';
import { actor } from './some-people.ts';

let hub: PractisedHub;
afterEach(() => hub.close());

const EARLY = '2025-11-18T07:30:00Z';
const LATER = '2025-12-20T12:00:00Z';
const asked = () => {
  hub.now += MINUTE;
  return { key: randomUUID(), child: hub.child, episode: hub.episode };
};
const offer = (changed: Partial<RecordOffer> = {}) => recordOffer(hub.services, actor('ren'), { ...asked(), episodes: [hub.episode], at: '2025-11-20T07:30:00Z', offeredTo: 'CHILD', ...changed }, hub.now);
const interview = (changed: Partial<RecordInterview> = {}) => recordInterview(hub.services, actor('ren'), { ...asked(), episodes: [hub.episode], state: 'COMPLETED', at: '2025-11-20T08:00:00Z', answers: {}, ...changed }, hub.now);
const step = (changed: Partial<RecordReturnStep>) => recordReturnStep(hub.services, actor('sal'), { ...asked(), step: 'CHILD_SEEN', at: EARLY, ...changed }, hub.now);
const record = (changed: Partial<RecordCaseRecord>) => recordCaseRecord(hub.services, actor('sal'), { ...asked(), record: 'CE_SCREEN', at: '2025-11-20T07:30:00Z', ...changed }, hub.now);
const triage = (changed: Partial<TriageReturn>) => triageReturn(hub.services, actor('nia'), { ...asked(), revision: 0, outcome: 'NOT_APPROPRIATE_NOW', ...changed }, hub.now);
const act = (owner: string) => setAction(hub.services, actor('sal'), { ...asked(), what: 'Sit with her.', owner, due: LATER }, hub.now);

/** Whatever of a return can be wrong, late or left out, one after the other on one child. */
const DOINGS: readonly (() => Promise<Acted>)[] = [
  () => offer({ episodes: [] }),
  () => offer({ outcome: 'NOT_APPROPRIATE' }),
  () => offer({ outcome: 'NOT_APPROPRIATE', askAgainOn: '2025-11-01' }),
  () => offer({ outcome: 'DECLINED_BY_YOUNG_PERSON', at: EARLY }),
  async () => recordAttempt(hub.services, actor('ren'), { ...asked(), offer: (await offer({ outcome: 'UNABLE_TO_ESTABLISH_CONTACT_LETTER_SENT' })).id, at: EARLY, method: 'PHONE', endedIt: true }, hub.now),
  () => triage({}),
  () => triage({ revision: 1, askAgainOn: '2025-11-01', at: EARLY }),
  () => step({}),
  () => step({ step: 'VISITED' }),
  () => step({ step: 'SAFE_TO_SEND' }),
  () => step({ step: 'SAFE_TO_SEND', addressee: 'CHILD', outcome: 'NOT_SAFE' }),
  () => step({ step: 'LETTER_SENT', addressee: 'CHILD' }),
  () => step({ step: 'LETTER_SENT' }),
  () => step({ step: 'PREVENTION_PLAN', words: 'She is asked first.' }),
  () => step({ step: 'PROFESSIONAL_TOLD', addressee: 'nobody@nowhere' }),
  () => record({}),
  () => record({ record: 'STRATEGY_DISCUSSION' }),
  () => record({ record: 'RISK_REVIEW' }),
  () => record({ record: 'FIB_FORM' }),
  () => record({ record: 'SAFE_CONTACT', words: 'Invented.' }),
  () => interview({ episodes: [], locating: { placesStayed: ['An invented place'] } }),
  () => interview({ at: EARLY }),
  () => assignWorker(hub.services, actor('nia'), { ...asked(), revision: 0, worker: 'rose' }, hub.now),
  () => act('larkfield'),
  async () => closeAction(hub.services, actor('sal'), { ...asked(), action: (await act('sia@northmere')).id, revision: 0, state: 'DONE' }, hub.now),
  async () => answer(hub, (await raise(hub)).id, { due: LATER }),
  () => raise(hub, { as: 'sal' }),
  () => reportReturned(hub.services, actor('hal'), asked(), hub.now),
  () => reportMissing(hub.services, actor('nia'), { key: randomUUID(), child: hub.child, missingSince: '2025-11-20T08:05:00Z' }, hub.now),
  () => finaliseEpisode(hub.services, actor('ren'), { ...asked(), revision: 0, finalised: true, notOwed: ['PAPERWORK', 'FOLLOW_UP'] }, hub.now),
];

/** Every warning that comes of it where Northmere goes by this practice. */
async function warnings(practice: (typeof PRACTICE_IDS)[number] | null): Promise<string[]> {
  hub = await aPractisedHub();
  hub.goesBy('northmere', practice);
  const said: string[] = [];
  for (const doing of DOINGS) {
    said.push(...(await doing()).warnings);
  }
  return said;
}

test.each(PRACTICE_IDS)('no warning quotes the guidance of another authority to one that goes by %s', async (practice) => {
  const said = await warnings(practice);
  expect(said.filter((words) => othersNamedIn(words, practice).length > 0)).toEqual([]);
  expect(said.length).toBeGreaterThan(HUB_DEFAULT_NAMES.length);
});

test('where an authority has told the hub nothing each warning is the hub’s own default, and says so', async () => {
  const said = await warnings(null);
  expect(said.filter((words) => othersNamedIn(words, '').length > 0)).toEqual([]);
  // The home's own looking is a next step, and nobody is warned of it.
  const unsaid = HUB_DEFAULT_NAMES.filter((name) => name !== 'HOME_LOOKS' && !said.some((words) => words.endsWith(`(${ruleNamed(name, SILENT_PRACTICE)})`)));
  expect(unsaid).toEqual([]);
});

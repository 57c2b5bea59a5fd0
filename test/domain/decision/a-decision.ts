import type { Decision, DecisionKind, DecisionOf, DecisionPayloads } from '../../../src/domain/decision/decision.ts';
import { fileDecisions, type FiledDecisions } from '../../../src/domain/decision/standing-decisions.ts';

export const CHILD = 'child-1';
export const INTERVIEW = 'interview-1';
/** An hour of the clock that every test counts from. */
export const NOW = Date.parse('2026-03-02T12:00:00Z');
export const DAY = 86_400_000;

const PAYLOADS: DecisionPayloads = {
  AGREEMENT: { aspect: 'AUDIENCE', audience: 'PLACEMENT', recipient: 'larkfield', topic: 'ALL', state: 'GIVEN', understanding: 'Understands well.', askedBy: 'ann@northmere', channel: null },
  SHARING: { audience: 'PLACEMENT', recipient: 'larkfield', decision: 'SHARE', level: 'REDACTED', reason: 'They care for her.', reviewOn: null },
  AUTHORISATION: { audience: 'PARTNER', recipient: 'school', authorised: true, reason: 'Necessary.' },
  OVERRIDE: { audience: 'PLACEMENT', recipient: 'larkfield', reason: 'She may run tonight.', until: NOW + DAY, childTold: 'Told.' },
  REDACTION: { audience: 'PLACEMENT', recipient: 'larkfield', text: 'She was cold and hungry.', answers: [], topics: ['HEALTH'], madeFrom: 'hash-1' },
  REDACTION_APPROVAL: { redaction: 'redaction-1', madeFrom: 'hash-1', textHash: '' },
  GRADE: { sourceEvaluation: '1', assessment: 'B', handling: 'P', conditions: null, recipients: [], sanitisedText: null, area: null },
  RESTRICTION: { restricted: true, reason: 'A reason.', admitted: [], excluded: [], allegation: false },
  ASSIGNMENT: { worker: 'ann@northmere', from: NOW, until: null },
  RELATIONSHIP: { relationship: 'SOCIAL_WORKER', holder: 'sue@northmere', from: NOW, until: null, reason: null, confirmed: true },
  PARENT: { parent: 'pat@family', standing: 'RESPONSIBILITY', safeToInform: 'YES', childAsked: false, livesIndependently: false },
  EMERGENCY: { person: 'pc@mereshire', role: 'POLICE_MISSING_TEAM', reason: 'Missing now.', until: NOW + DAY },
  EMERGENCY_REVIEW: { outcome: 'JUSTIFIED', note: 'Right.' },
  SAFETY_NOTE: { recipient: 'larkfield', watchFor: 'Cars at night.', doThis: 'Ring.', ring: '101', approved: false },
  SAFETY_NOTE_STEP: { step: 'APPROVED' },
  RETURN_STEP: { step: 'RETURN_NOTIFIED', at: { from: NOW, until: NOW + 60_000, text: '12:00', precision: 'MINUTE' }, addressee: null, outcome: null, words: null, departure: null, coveredBy: null, askAgainOn: null },
  CASE_RECORD: { record: 'CE_SCREEN', at: { from: NOW, until: NOW + 60_000, text: '12:00', precision: 'MINUTE' }, outcome: null, grounds: [], present: [], words: 'A screen.', concern: null, departure: null },
  CONCERN: { concern: 'HARM_DISCLOSED', words: 'Somebody hurt her.', at: { from: NOW, until: NOW + 60_000, text: '12:00', precision: 'MINUTE' }, risk: 'HIGH', interview: null, chain: [{ to: 'SENIOR_WORKER:northmere', from: NOW }] },
  CONCERN_CHAIN: { chain: [{ to: 'mo@northmere', from: NOW }] },
  CONCERN_ANSWER: { action: 'Visit tonight.', owner: 'sue@northmere', due: NOW + DAY },
  CASE_ACTION: { what: 'Ring the school.', owner: 'sue@northmere', due: NOW + DAY, of: null },
  CASE_ACTION_OUTCOME: { state: 'DONE', outcome: 'Rang.' },
  FINALISED: { finalised: true },
  MATCH: { decision: 'JOIN', reason: 'The same child.' },
};

/** A decision of one kind, with what a test says of its payload and of itself. */
export function aDecision<K extends DecisionKind>(kind: K, payload: Partial<DecisionPayloads[K]> = {}, changes: Partial<DecisionOf<K>> = {}): Decision {
  const made = {
    id: `${kind.toLowerCase()}-1`,
    kind,
    child: CHILD,
    about: null,
    matter: '',
    revision: 1,
    payload: { ...PAYLOADS[kind], ...payload },
    person: 'dee',
    agency: 'northmere',
    role: 'SOCIAL_WORKER',
    at: NOW,
    ...changes,
  };
  // Safe: kind and payload are tied by K.
  return made as unknown as Decision;
}

export const NOTHING_FILED: FiledDecisions = fileDecisions([]);

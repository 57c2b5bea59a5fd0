import type { Decision } from '../../../src/domain/decision/decision.ts';
import { fileDecisions } from '../../../src/domain/decision/standing-decisions.ts';
import { finalisedEpisodes, foldCaseActions, foldCaseRecords, foldConcerns, foldReturnSteps, type CaseAround } from '../../../src/domain/fold/fold-case.ts';
import { always } from '../../../src/domain/fold/periods.ts';
import { aDecision, CHILD, DAY, NOW } from '../decision/a-decision.ts';

const episodes = [{ id: 'shown', records: ['shown', 'other'].map((id) => ({ id, source: {} as never })) }]; // Only the ids are read.
const where = { episodes, gone: ['gone'], times: () => ({ missing: [], located: [], returned: [{ from: NOW, until: NOW }], interviewed: [] }) };
const at = (from: number) => ({ from, until: from + 60_000, text: '12:00', precision: 'MINUTE' as const });
const closed = (from: string | null) => ({ restriction: { restricted: from !== null, awaitsNaming: false, keeps: [] }, named: [] });
const toNobody = () => false;
const NOBODY = { responsible: [], hosts: [], forces: [], providers: [], candidates: [], partners: [] };
const NORTHMERE = { ...NOBODY, responsible: always(['northmere']), providers: always(['larkfield', 'ashgrove']) };
const around = (decisions: readonly Decision[], standings: CaseAround['standings'] = NORTHMERE): CaseAround => ({ between: { decided: fileDecisions(decisions).onChild([CHILD]), records: [] }, standings });
const foldedConcerns = (...decisions: Decision[]) => foldConcerns(fileDecisions(decisions), closed, around(decisions));

describe('what is done after a return', () => {
  it('is found under any record of the episode it was written of, the latest first', () => {
    const filed = fileDecisions([
      aDecision('RETURN_STEP', { at: at(NOW) }, { id: 'first', about: 'shown', matter: 'RETURN_NOTIFIED' }),
      aDecision('RETURN_STEP', { step: 'TRIAGE', at: at(NOW + DAY) }, { id: 'second', about: 'other', matter: 'TRIAGE' }),
    ]);
    expect(foldReturnSteps(filed, where, { closed, tells: toNobody }).map(({ id, episode, by }) => [id, episode, by])).toEqual([
      ['second', 'shown', 'dee@northmere'],
      ['first', 'shown', 'dee@northmere'],
    ]);
  });

  it('stays where the source took the episode back, and belongs to none', () => {
    const filed = fileDecisions([aDecision('RETURN_STEP', {}, { about: 'gone' }), aDecision('CASE_RECORD', {}, { about: 'gone' })]);
    expect(foldReturnSteps(filed, where, { closed, tells: toNobody }).map(({ episode }) => episode)).toEqual([null]);
    expect(foldCaseRecords(filed, where, closed).map(({ episode }) => episode)).toEqual([null]);
  });

  it('of another child is not here', () => {
    expect(foldReturnSteps(fileDecisions([aDecision('RETURN_STEP', {}, { about: 'elsewhere' })]), where, { closed, tells: toNobody })).toEqual([]);
  });

  it('is as it was written last', () => {
    const filed = fileDecisions([
      aDecision('CASE_RECORD', { words: 'First.' }, { id: 'a', about: 'shown', matter: 'k' }),
      aDecision('CASE_RECORD', { words: 'Second.' }, { id: 'b', about: 'shown', matter: 'k', revision: 2 }),
    ]);
    expect(foldCaseRecords(filed, where, closed).map(({ id, said, revision }) => [id, said.words, revision])).toEqual([['b', 'Second.', 2]]);
  });
});

describe('what is said again of a step', () => {
  const triage = (id: string, revision: number, said: object): Decision => aDecision('RETURN_STEP', { step: 'TRIAGE', at: at(NOW), ...said }, { id, about: 'shown', matter: 'TRIAGE', revision, at: NOW + revision });
  const folded = (...decisions: Decision[]): unknown => foldReturnSteps(fileDecisions(decisions), where, { closed, tells: toNobody }).map(({ id, replacedFrom }) => [id, replacedFrom]).sort();

  it('takes the place of the word before, where its time can be', () => {
    expect(folded(triage('a', 1, {}), triage('b', 2, {}))).toEqual([['b', null]]);
  });

  it('leaves the word before standing where it is dated before the return, but not where somebody said why', () => {
    expect(folded(triage('a', 1, {}), triage('b', 2, { at: at(NOW - DAY) }))).toEqual([['a', null], ['b', null]]);
    expect(folded(triage('a', 1, {}), triage('b', 2, { at: at(NOW - DAY), departure: 'An invented reason.' }))).toEqual([['b', null]]);
    expect(folded(triage('a', 1, { at: at(NOW - DAY) }), triage('b', 2, { at: at(NOW - DAY) }))).toEqual([['b', null]]);
  });

  it('takes its place from its own time on where that lies ahead; of two ahead the earlier ends it', () => {
    expect(folded(triage('a', 1, {}), triage('b', 2, { at: at(NOW + DAY) }))).toEqual([['a', NOW + DAY], ['b', null]]);
    expect(folded(triage('a', 1, {}), triage('b', 2, { at: at(NOW + 3 * DAY) }), triage('c', 3, { at: at(NOW + DAY) }))).toEqual([['a', NOW + DAY], ['c', null]]);
    expect(folded(triage('a', 1, {}), triage('b', 2, { at: at(NOW + DAY) }), triage('c', 3, { at: at(NOW - DAY) }))).toEqual([['a', NOW + DAY], ['b', null], ['c', null]]);
  });
});

describe('a concern', () => {
  const chain = [{ to: 'SENIOR_WORKER:northmere', from: NOW }, { to: 'EDT:northmere', from: NOW + 900_000 }];
  const concern = aDecision('CONCERN', { chain });
  const answer = (when: number): Decision => aDecision('CONCERN_ANSWER', {}, { about: 'concern-1', at: when });

  it('that nobody answered comes to everyone in turn', () => {
    expect(foldedConcerns(concern)).toMatchObject([{ answer: null, addressed: chain.map(({ to, from }) => ({ agency: to, from, until: null })) }]);
  });

  it('that was answered in time never comes to the next', () => {
    expect(foldedConcerns(concern, answer(NOW + 60_000))).toMatchObject([{ answer: { action: 'Visit tonight.', at: NOW + 60_000, by: 'dee@northmere' }, addressed: [{ agency: 'SENIOR_WORKER:northmere' }] }]);
    expect(foldedConcerns(concern, answer(NOW + 60_000))[0]?.addressed).toHaveLength(1);
  });

  it('that was answered late stays with everyone it came to', () => {
    expect(foldedConcerns(concern, answer(NOW + DAY))[0]?.addressed).toHaveLength(2);
  });

  it.each<[string, CaseAround['standings'], unknown[]]>([
    ['their authority answers for the child', NORTHMERE, [NOW]],
    ['the child is placed in their area, and no longer', { ...NOBODY, hosts: [{ agency: 'northmere', from: null, until: NOW + 7 * DAY }, { agency: 'northmere', from: null, until: NOW + DAY }] }, [NOW]],
    ['another authority answers for the child now', { ...NORTHMERE, responsible: always(['southvale']) }, []],
  ])('that was answered stays with whoever it came to while %s', (_what, standings, from) => {
    const decided = [concern, answer(NOW + 60_000)];
    expect(foldConcerns(fileDecisions(decided), closed, around(decided, standings))[0]?.addressed.map((one) => one.from)).toEqual(from);
  });

  it('that waits is before nobody who has no part in the child, unless nobody of them has one', () => {
    const elsewhere = aDecision('CONCERN', { chain: [...chain, { to: 'EDT:southvale', from: NOW }] });
    const to = (standings: CaseAround['standings']) => foldConcerns(fileDecisions([elsewhere]), closed, around([elsewhere], standings))[0]?.addressed.map(({ agency }) => agency);
    expect(to(NORTHMERE)).toEqual(['SENIOR_WORKER:northmere', 'EDT:northmere']);
    expect(to({ ...NOBODY, hosts: [{ agency: 'southvale', from: null, until: NOW - DAY }] })).toEqual(['EDT:southvale']);
    expect(to(NOBODY)).toHaveLength(3);
  });
});

describe('an action', () => {
  const folded = (...decisions: Decision[]) => foldCaseActions(fileDecisions(decisions), { closed, tells: toNobody }, around(decisions));
  const action = aDecision('CASE_ACTION', {}, { id: 'action', matter: 'a' });

  it('is open until somebody says what came of it', () => {
    expect(folded(action)).toMatchObject([{ id: 'action', state: 'OPEN', outcome: null, closedAt: null, revision: 0 }]);
    expect(folded(action, aDecision('CASE_ACTION_OUTCOME', {}, { about: 'action', at: NOW + 5 }))).toMatchObject([{ state: 'DONE', outcome: 'Rang.', closedAt: NOW + 5, revision: 1 }]);
  });

  it('that was opened again is open', () => {
    const outcomes = [aDecision('CASE_ACTION_OUTCOME', {}, { id: 'o1', about: 'action' }), aDecision('CASE_ACTION_OUTCOME', { state: 'OPEN' }, { id: 'o2', about: 'action', revision: 2 })];
    expect(folded(action, ...outcomes)).toMatchObject([{ state: 'OPEN', closedAt: null, revision: 2 }]);
  });

  it('is what was said of it last, by when it was said last, whatever came of it then', () => {
    const set = { what: 'Ring again.', due: NOW + 3 * DAY };
    const anew = aDecision('CASE_ACTION_OUTCOME', { state: 'OPEN', outcome: null, set }, { id: 'o1', about: 'action' });
    expect(folded(action, anew)).toMatchObject([{ id: 'action', state: 'OPEN', revision: 1, said: { ...action.payload, ...set } }]);
    expect(folded(action, anew, aDecision('CASE_ACTION_OUTCOME', { set }, { id: 'o2', about: 'action', revision: 2 }))).toMatchObject([{ state: 'DONE', said: set }]);
  });

  it('is its owner’s while they have a part in the child', () => {
    const of = (standings: CaseAround['standings'], named: ReturnType<typeof always> = []) =>
      foldCaseActions(fileDecisions([action]), { closed: (from) => ({ ...closed(from), named }), tells: toNobody }, around([action], standings))[0]?.doer;
    const sue = { agency: 'sue@northmere', from: null, until: null };
    expect([of(NORTHMERE), of({ ...NOBODY, forces: [{ agency: 'northmere', from: NOW, until: NOW + DAY }] })]).toEqual([[sue], [{ ...sue, from: NOW, until: NOW + DAY }]]);
    expect([of(NOBODY), of(NOBODY, always(['IRO:sue@northmere'])), of(NOBODY, always(['IRO:pam@northmere'])), of(NOBODY, always(['GUEST_WORKER:sue@northmere']))]).toEqual([[], [sue], [], []]);
  });

  it('is kept from its owner, or opened to them, by what was said of it last', () => {
    const kept = aDecision('CASE_ACTION', { keptFromOwner: true }, { id: 'action', matter: 'a' });
    const said = (payload: object) => aDecision('CASE_ACTION_OUTCOME', { state: 'OPEN', outcome: null, ...payload }, { about: 'action' });
    const anew = { what: 'Ring again.', due: NOW };
    const isOpen = (...decisions: Decision[]) => folded(...decisions)[0]?.doer.length === 1;
    expect([isOpen(kept), isOpen(kept, said({ set: anew })), isOpen(kept, said({ state: 'DONE', outcome: 'Rang.' }))]).toEqual([false, true, false]);
    expect([isOpen(action, said({ set: { ...anew, keptFromOwner: true } })), isOpen(action, said({ outcome: 'Told.', keptFromOwner: true }))]).toEqual([false, false]);
  });

  it('says whether it comes from a concern', () => {
    const of = (from: string | null) => folded(aDecision('CONCERN', {}), aDecision('CASE_ACTION', { of: from }, { id: 'action', matter: 'a' }))[0]?.ofConcern;
    expect([of('concern-1'), of('an-episode'), of(null)]).toEqual([true, false, false]);
  });

  it('comes by when it is due', () => {
    const later = aDecision('CASE_ACTION', { due: NOW + 9 * DAY }, { id: 'later', matter: 'b', at: NOW - DAY });
    expect(folded(later, action).map(({ id }) => id)).toEqual(['action', 'later']);
  });
});

describe('what a home or a carer reads', () => {
  const tells = (recipient: string | null, texts: readonly (string | null)[]) => texts.includes(`names somebody to ${String(recipient)}`);
  const owner = 'larkfield';
  const action = (what: string) => aDecision('CASE_ACTION', { what, owner }, { id: 'action', matter: 'a' });
  const outcome = (agency: string) => aDecision('CASE_ACTION_OUTCOME', { outcome: 'names somebody to larkfield' }, { about: 'action', agency });
  const safe = (...decisions: Decision[]) => foldCaseActions(fileDecisions(decisions), { closed, tells }, around(decisions))[0]?.tellsNobody;

  it('of an action is held back while what is to be done, or what others say came of it, names somebody', () => {
    expect(safe(action('Check the door.'))).toBe(true);
    expect(safe(action('names somebody to larkfield'))).toBe(false);
    expect(safe(action('names somebody to ashgrove'))).toBe(true);
    expect(safe(action('Check the door.'), outcome('northmere'))).toBe(false);
    const anew = (what: string) => aDecision('CASE_ACTION_OUTCOME', { state: 'OPEN', outcome: null, set: { what, due: NOW } }, { about: 'action' });
    expect([safe(action('names somebody to larkfield'), anew('Check the door.')), safe(action('Check the door.'), anew('names somebody to larkfield'))]).toEqual([true, false]);
  });

  it('of its own action is not held back by what it wrote itself, or it would learn by that who is known', () => {
    expect(safe(action('Check the door.'), outcome('larkfield'))).toBe(true);
  });

  it.each(['addressee', 'outcome', 'words', 'departure'])('of the plan is all of it: %s', (field) => {
    const plan = (step: string, said: string) => foldReturnSteps(fileDecisions([aDecision('RETURN_STEP', { step, [field]: said } as object, { about: 'shown' })]), where, { closed, tells })[0]?.tellsNobody;
    expect([plan('PREVENTION_PLAN', 'She is asked.'), plan('PREVENTION_PLAN', 'names somebody to null'), plan('CONTACT_MADE', 'She is asked.')]).toEqual([true, false, false]);
  });
});

describe('what comes from somewhere', () => {
  it.each([
    ['a concern', (from: string | null) => foldedConcerns(aDecision('CONCERN', { interview: from }))[0]],
    ['a record', (from: string | null) => foldCaseRecords(fileDecisions([aDecision('CASE_RECORD', { concern: from }, { about: 'shown' })]), where, closed)[0]],
    ['an action', (from: string | null) => foldCaseActions(fileDecisions([]), { closed, tells: toNobody }, around([aDecision('CASE_ACTION', { of: from })]))[0]],
  ])('is as closed as that: %s', (_what, folded) => {
    expect([folded('from')?.restriction.restricted, folded(null)?.restriction.restricted]).toEqual([true, false]);
  });
});

describe('an episode that was closed', () => {
  it('says when, until it is opened again', () => {
    const closed = aDecision('FINALISED', {}, { about: 'other', at: NOW });
    expect(finalisedEpisodes(fileDecisions([closed]), episodes)).toEqual([{ episode: 'shown', at: NOW, departure: null, running: [], notOwed: [] }]);
    const opened = aDecision('FINALISED', { finalised: false }, { id: 'again', about: 'other', revision: 2, at: NOW + 1 });
    expect(finalisedEpisodes(fileDecisions([closed, opened]), episodes)).toEqual([]);
  });
});

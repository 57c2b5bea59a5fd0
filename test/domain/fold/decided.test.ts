import { fold } from '../../../src/domain/fold/fold.ts';
import { OPENINGS } from '../../../src/domain/authority/openings.ts';
import type { Decision, DecisionKind, DecisionOf, DecisionPayloads } from '../../../src/domain/decision/decision.ts';
import { textHash } from '../../../src/domain/redaction/text-hash.ts';
import { aDecision, DAY, NOW } from '../decision/a-decision.ts';
import { context, headerRow, idOf, missing, POLICE } from './a-world.ts';
import { EPISODE, HUB, intelligence, interview, KNOWN, offer, OWN, toldOf } from './told-of-a-child.ts';

const INTERVIEW = idOf(HUB, 'interview', 'I1');
const OFFER = idOf(HUB, 'offer', 'O1');
const HASH = toldOf([interview()]).interviews[0]?.contentHash ?? '';
const always = (agency: string) => ({ agency, from: null, until: null });
const onChild = <K extends DecisionKind>(kind: K, payload: Partial<DecisionPayloads[K]> = {}, changes: Partial<DecisionOf<K>> = {}): Decision =>
  aDecision(kind, payload, { child: OWN, ...changes });
const onInterview = <K extends DecisionKind>(kind: K, payload: Partial<DecisionPayloads[K]> = {}, changes: Partial<DecisionOf<K>> = {}): Decision =>
  onChild(kind, payload, { about: INTERVIEW, ...changes });

/** A text for Larkfield, approved; shared with it, and agreed to. */
const SHARED = [
  onInterview('REDACTION', { madeFrom: HASH }, { person: 'ann' }),
  onInterview('REDACTION_APPROVAL', { madeFrom: HASH, textHash: textHash('She was cold and hungry.') }, { person: 'bea' }),
  onInterview('SHARING'),
  onInterview('AGREEMENT'),
];

describe('what is decided on an interview', () => {
  it('releases it, and is shown with it', () => {
    expect(toldOf([interview()], SHARED).interviews).toMatchObject([
      {
        releases: [{ recipient: 'larkfield', level: 'REDACTED', from: NOW, until: null, redaction: 'redaction-1' }],
        redactions: [{ state: 'APPROVED', author: 'ann@northmere', approver: 'bea@northmere' }],
        sharing: [{ kind: 'AGREEMENT' }, { kind: 'SHARING' }],
      },
    ]);
  });
  it('releases nothing any more once the interview says something else', () => {
    const renamed = interview({ revision: 2, says: { answers: { reasons: 'She was with Jay.' } } });
    expect(toldOf([interview(), renamed], SHARED).interviews).toMatchObject([{ releases: [], redactions: [{ state: 'STALE' }] }]);
  });
  it('is nothing for another interview', () => {
    const interviews = toldOf([interview(), interview({ key: 'I2' })], SHARED).interviews;
    expect(interviews.filter(({ releases }) => releases.length > 0).map(({ id }) => id)).toEqual([INTERVIEW]);
  });
  it('releases nothing of an offer that led to no interview', () => {
    const decided = SHARED.map((decision) => ({ ...decision, about: OFFER }));
    expect(toldOf([offer()], decided).interviews).toMatchObject([{ id: OFFER, releases: [] }]);
  });
  it('tells a home of another placement, to which it is released, that it was held', () => {
    const told = toldOf([interview({ says: { episodes: [] } })], SHARED);
    expect(told.interviews[0]?.providers.map(({ agency }) => agency)).toEqual(['larkfield']);
  });
  it('goes with it to the child it is filed under later', () => {
    const other = headerRow({ child: 'D', extracted: '2026-01-01', said: {} });
    const restricted = onInterview('RESTRICTION', { admitted: ['bea@northmere'] });
    const children = fold([...KNOWN, other, interview(), interview({ revision: 2, child: 'D' })], context, { decisions: [restricted] });
    expect(children.flatMap(({ interviews }) => interviews)).toMatchObject([{ restriction: { restricted: true } }]);
  });
  it('on its offer before it was held goes with it', () => {
    const restricted = onInterview('RESTRICTION', { admitted: ['bea@northmere'] }, { about: OFFER });
    expect(toldOf([offer(), interview({ says: { offer: OFFER } })], [restricted]).interviews).toMatchObject([{ id: INTERVIEW, restriction: { restricted: true } }]);
  });
  it('is superseded by a later word on the same matter', () => {
    const withheld = onInterview('SHARING', { decision: 'WITHHOLD' }, { id: 'later', revision: 2 });
    expect(toldOf([interview()], [withheld, ...SHARED]).interviews).toMatchObject([{ releases: [] }]);
  });
});

describe('the forces and authorities of the child', () => {
  it('get what their agreement says, for the involved force', () => {
    const agreementsOf = (authority: string) => (authority === 'northmere' ? [always('mereshire'), always('westpolice')] : []);
    expect(toldOf([interview()], [], { agreementsOf }).interviews[0]?.releases).toMatchObject([{ recipient: 'mereshire', level: 'FULL', ground: 'SHARING_AGREEMENT' }]);
    expect(toldOf([interview()]).interviews[0]?.releases).toEqual([]);
  });
  it('close copies for it, the host those alone', () => {
    const closedBy = (authority: string) => (authority === 'southvale' ? OPENINGS : []);
    const told = toldOf([interview()], SHARED, { closedBy });
    expect(told.interviews[0]?.releases).toEqual([]);
    expect(told.opens).toContain('NOTICE_TO_PARTNER');
    expect(told.opens).not.toContain('COPY_TO_PLACEMENT');
    expect(toldOf([interview()], SHARED).opens).toEqual(OPENINGS);
  });
  it('are joined by a force that was added, and by nothing else that is called one', () => {
    const added = (holder: string) => onChild('RELATIONSHIP', { relationship: 'ADDED_FORCE', holder });
    expect(toldOf([], [added('westpolice')]).relations.forces).toEqual([always('mereshire'), { agency: 'westpolice', from: NOW, until: null }]);
    expect(toldOf([], [added('larkfield')]).relations.forces).toEqual([always('mereshire')]);
  });
  it('bring the partners of their briefings, while they are its authorities', () => {
    const partnersOf = (authority: string) => [{ agency: `school-${authority}`, from: NOW, until: null }];
    const back = [...missing({ child: 'P1', sent: '2026-03-01T22:00:00.000Z' })];
    expect(toldOf(back, [], { partnersOf }).relations.partners).toEqual([
      { agency: 'school-northmere', from: NOW, until: null },
      { agency: 'school-southvale', from: NOW, until: null },
    ]);
    expect(toldOf([]).relations.partners).toEqual([]);
  });
});

describe('the people of an interview', () => {
  const author = (decisions: readonly Decision[], said = interview()) =>
    toldOf([said], decisions).interviews[0]?.named.filter(({ agency }) => agency.startsWith('AUTHOR:'));

  it('are those round the child, and whoever held it', () => {
    const told = toldOf([interview()], [onChild('ASSIGNMENT', { worker: 'wes@northmere' })]);
    expect(told.relations.named).toEqual([{ agency: 'WORKER:wes@northmere', from: NOW, until: null }]);
    expect(told.interviews[0]?.named).toEqual([{ agency: 'WORKER:wes@northmere', from: NOW, until: null }, always('AUTHOR:ann@northmere')]);
  });
  it('have its author no longer once its episodes are finalised, and again when one is opened', () => {
    const finalised = onChild('FINALISED', {}, { about: EPISODE });
    expect(author([finalised])).toEqual([{ agency: 'AUTHOR:ann@northmere', from: null, until: NOW }]);
    expect(author([finalised, onChild('FINALISED', { finalised: false }, { about: EPISODE, id: 'f2', revision: 2 })])).toEqual([always('AUTHOR:ann@northmere')]);
  });
  it('have its author until the last of its episodes is finalised', () => {
    const second = idOf(POLICE, 'episode', 'M2');
    const again = missing({ child: 'P1', misper: 'M2', sent: '2026-03-20T21:00:00.000Z', since: '2026-03-20T20:00' });
    const both = [...again, interview({ says: { episodes: [EPISODE, second] } })];
    const end = (about: string, at: number) => onChild('FINALISED', {}, { about, at, id: about });
    const until = (decisions: readonly Decision[]) => toldOf(both, decisions).interviews[0]?.named.find(({ agency }) => agency.startsWith('AUTHOR:'))?.until;
    expect(until([end(EPISODE, NOW)])).toBeNull();
    expect(until([end(EPISODE, NOW + 5), end(second, NOW + 9)])).toBe(NOW + 9);
  });
  it('have no author where nobody knows who held it', () => {
    expect(author([], interview({ says: { interviewer: null } }))).toEqual([]);
    expect(author([], interview({ says: { episodes: [] } }))).toEqual([always('AUTHOR:ann@northmere')]);
  });
});

describe('a restricted child', () => {
  const restricted = onChild('RESTRICTION', { admitted: ['bea@northmere'], excluded: ['wes@northmere'] });
  const worker = onChild('ASSIGNMENT', { worker: 'wes@northmere' });

  it('leaves those admitted, and closes its interviews with it', () => {
    const told = toldOf([interview()], [restricted, worker]);
    expect(told.restriction).toEqual({ restricted: true, awaitsNaming: false, keeps: ['ed2@northmere', 'ede@northmere', 'mereshire', 'southvale'] });
    expect(told.relations.named).toEqual([always('ADMITTED:bea@northmere')]);
    expect(told.interviews).toMatchObject([{ restriction: told.restriction, named: [always('ADMITTED:bea@northmere'), always('AUTHOR:ann@northmere')] }]);
  });
  it('loses with somebody of the missing team nobody else who looks, of the child, of an interview or of what comes from it', () => {
    const [shut, alone] = [onChild('RESTRICTION', { excluded: ['pc@mereshire'] }), onInterview('RESTRICTION', { excluded: ['ps@mereshire'] })];
    const told = toldOf([interview(), intelligence({ says: { interview: INTERVIEW } })], [shut, alone]);
    expect(told.restriction.keeps).toEqual(['northmere', 'ps@mereshire', 'southvale']);
    expect([told.interviews[0]?.restriction.keeps, told.intelligence[0]?.restriction.keeps]).toEqual([['northmere', 'southvale'], ['northmere', 'southvale']]);
  });
  it('is not closed by the restriction of one interview', () => {
    const told = toldOf([interview(), interview({ key: 'I2' })], [onInterview('RESTRICTION', { admitted: ['bea@northmere'] })]);
    expect(told.restriction.restricted).toBe(false);
    expect(told.interviews.filter(({ restriction }) => restriction.restricted).map(({ id }) => id)).toEqual([INTERVIEW]);
  });
  it('is one that a source marks, until a manager lifts it', () => {
    const marked = missing({ child: 'P1', sent: '2026-03-01T22:00:00.000Z', person: { restricted: true } });
    expect(toldOf(marked).restriction).toMatchObject({ restricted: true, awaitsNaming: true });
    expect(toldOf(marked, [onChild('RESTRICTION', { restricted: false })]).restriction.restricted).toBe(false);
  });
});

describe('a safety note', () => {
  it('is shown as written, approved and acknowledged by those who did, the latest first', () => {
    const note = onChild('SAFETY_NOTE', {}, { matter: 'n1' });
    const steps = [
      onChild('SAFETY_NOTE_STEP', { step: 'APPROVED' }, { about: note.id, matter: 'APPROVED', id: 's1' }),
      onChild('SAFETY_NOTE_STEP', { step: 'ACKNOWLEDGED' }, { about: note.id, matter: 'ACKNOWLEDGED', id: 's2', at: NOW + DAY, person: 'lou', agency: 'larkfield' }),
    ];
    const later = onChild('SAFETY_NOTE', { approved: true }, { matter: 'n2', id: 'later', at: NOW + 1, revision: 4 });
    expect(toldOf([], [note, ...steps, later]).safetyNotes).toEqual([
      expect.objectContaining({ id: 'later', approved: true, acknowledgedAt: null, acknowledgedBy: null, revision: 4 }),
      {
        id: note.id,
        tellsNobody: true,
        recipient: 'larkfield',
        watchFor: 'Cars at night.',
        doThis: 'Ring.',
        ring: '101',
        approved: true,
        acknowledgedAt: NOW + DAY,
        acknowledgedBy: 'lou@larkfield',
        by: 'dee@northmere',
        at: NOW,
        revision: 1,
      },
    ]);
  });
  it('written anew is neither approved nor acknowledged', () => {
    const note = onChild('SAFETY_NOTE', {}, { matter: 'n1' });
    const approved = onChild('SAFETY_NOTE_STEP', { step: 'APPROVED' }, { about: note.id, matter: 'APPROVED' });
    const anew = onChild('SAFETY_NOTE', {}, { matter: 'n1', id: 'anew', revision: 2 });
    expect(toldOf([], [note, approved, anew]).safetyNotes).toMatchObject([{ id: 'anew', approved: false, acknowledgedAt: null }]);
  });
});

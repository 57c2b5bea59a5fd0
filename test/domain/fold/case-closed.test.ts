import { NO_LIMITS } from '../../../src/domain/decision/restriction.ts';
import { fileDecisions, ofKind } from '../../../src/domain/decision/standing-decisions.ts';
import { closedBy, type ClosedBy } from '../../../src/domain/fold/case-closed.ts';
import type { AroundThings } from '../../../src/domain/fold/closed-with.ts';
import { aDecision } from '../decision/a-decision.ts';

const SHUT = 'shut-interview';
const filed = fileDecisions([aDecision('RESTRICTION', { admitted: ['mo@northmere'] }, { about: SHUT })]);
const relations = { responsible: [{ agency: 'northmere', from: null, until: null }], hosts: [], forces: [], providers: [] };
const people = [{ agency: 'SOCIAL_WORKER:sue@northmere', from: null, until: null }];
// What the closing rests on; the rest of what stands round an interview is not read.
const teams = { searchersOf: () => [], worksAt: () => false };
const around = { filed, limits: NO_LIMITS, relations, people, interviews: [], teams } as unknown as AroundThings;
const named = (closed: ReturnType<ClosedBy>) => [closed.restriction.restricted, closed.named.map(({ agency }) => agency).sort()];
const OPEN = [false, ['SOCIAL_WORKER:sue@northmere']];
const CLOSED = [true, ['ADMITTED:mo@northmere', 'SOCIAL_WORKER:sue@northmere']];

const decided = [aDecision('CONCERN', { interview: SHUT }, { id: 'heard' }), aDecision('CONCERN', {}, { id: 'seen', matter: 'other' })];
const records = ofKind([aDecision('CASE_RECORD', { concern: 'heard' }, { id: 'first' }), aDecision('CASE_RECORD', { concern: 'heard' }, { id: 'second', revision: 2 })], 'CASE_RECORD');
const closed = closedBy({ decided, records }, around);

describe('what hangs from an interview', () => {
  it('is shut with it: by its own id, through a concern, through any version of a record of that concern', () => {
    expect([SHUT, 'heard', 'first', 'second'].map((from) => named(closed(from)))).toEqual([CLOSED, CLOSED, CLOSED, CLOSED]);
  });

  it('is as open as the child where it names none, or one that is open', () => {
    expect([null, 'seen', 'another-interview', 'nothing'].map((from) => named(closed(from)))).toEqual([OPEN, OPEN, OPEN, OPEN]);
  });

  it('is not opened by having held the interview', () => {
    const restriction = { restricted: true, awaitsNaming: false, keeps: [] };
    const held = { id: 'held', offers: ['offer'], restriction, named: ['AUTHOR:ren@northmere', 'ADMITTED:mo@northmere'].map((agency) => ({ agency, from: null, until: null })) };
    // Of an interview the closing reads its ids and how closed it is.
    const shut = closedBy({ decided: [], records: [] }, { ...around, interviews: [held] } as unknown as AroundThings);
    expect(named(shut('held'))).toEqual([true, ['ADMITTED:mo@northmere']]);
    expect(named(shut('offer'))).toEqual([true, ['ADMITTED:mo@northmere']]);
    const open = { ...held, restriction: { ...restriction, restricted: false } };
    expect(named(closedBy({ decided: [], records: [] }, { ...around, interviews: [open] } as unknown as AroundThings)('held'))).toEqual(OPEN);
  });
});

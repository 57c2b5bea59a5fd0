import { bothLimits, limitsOf, namedUnder, NO_LIMITS, restrictionOf, type Around, type Limits, type SearchTeams } from '../../../src/domain/decision/restriction.ts';
import type { DecisionPayloads } from '../../../src/domain/decision/decision.ts';
import type { Relation } from '../../../src/domain/fold/relation.ts';
import { aDecision, DAY, NOW } from './a-decision.ts';

const always = (agency: string): Relation => ({ agency, from: null, until: null });
const since = (agency: string, from: number): Relation => ({ agency, from, until: null });
const AROUND: Around = { named: [since('SOCIAL_WORKER:sue@northmere', NOW - DAY), always('WORKER:ann@northmere')], responsible: ['northmere'], hosts: [], markedSince: null };
const limits = (payload: Partial<DecisionPayloads['RESTRICTION']>, around: Partial<Around> = {}): Limits =>
  limitsOf([aDecision('RESTRICTION', payload)], { ...AROUND, ...around });

describe('a restriction', () => {
  it('is none where nobody set one and no source marks the child', () => {
    expect(limitsOf([], AROUND)).toEqual(NO_LIMITS);
    expect(limits({ restricted: false })).toEqual(NO_LIMITS);
    expect(limitsOf([aDecision('ASSIGNMENT')], AROUND)).toEqual(NO_LIMITS);
  });
  it('leaves those whom it names and nobody else', () => {
    expect(limits({ admitted: ['bea@northmere'] })).toEqual({ restricted: true, awaitsNaming: false, admitted: [always('bea@northmere')], excluded: [] });
  });
  it('leaves the allocated social worker and the manager who decided until somebody is named', () => {
    expect(limits({})).toEqual({
      restricted: true,
      awaitsNaming: true,
      admitted: [since('dee@northmere', NOW), since('sue@northmere', NOW - DAY)],
      excluded: [],
    });
  });
  it('never leaves whom an allegation names, in whatever capacity', () => {
    expect(limits({ admitted: ['bea@northmere', 'sue@northmere'], excluded: ['sue@larkfield'] })).toMatchObject({ awaitsNaming: false, admitted: [always('bea@northmere')] });
    expect(limits({ excluded: ['sue@larkfield'] }).admitted).toEqual([since('dee@northmere', NOW)]);
    expect(limits({ excluded: ['dee@larkfield'] }).admitted).toEqual([since('sue@northmere', NOW - DAY)]);
  });
  it('lets no manager in by role where somebody of the service is excluded', () => {
    expect(limits({ excluded: ['max@northmere'] }).awaitsNaming).toBe(false);
    expect(limits({ excluded: ['max@larkfield'] }).awaitsNaming).toBe(true);
  });
  it('stands by a source that marks the child, until a manager lifts it later', () => {
    expect(limitsOf([], { ...AROUND, markedSince: NOW })).toEqual({ restricted: true, awaitsNaming: true, admitted: [since('sue@northmere', NOW - DAY)], excluded: [] });
    expect(limits({ restricted: false }, { markedSince: NOW })).toEqual(NO_LIMITS);
    expect(limits({ restricted: false }, { markedSince: NOW + 1 }).restricted).toBe(true);
  });
  it('names whom the manager named, whether or not a source marks the child too', () => {
    expect(limits({ admitted: ['bea@northmere'] }, { markedSince: NOW + 1 })).toMatchObject({ awaitsNaming: false, admitted: [always('bea@northmere')] });
  });
});

describe('the restriction of an interview of a child', () => {
  const closed = (changes: Partial<Limits>): Limits => ({ restricted: true, awaitsNaming: false, admitted: [], excluded: [], ...changes });

  it('is that of whichever is restricted', () => {
    const one = closed({ admitted: [always('a@x')] });
    expect(bothLimits(one, NO_LIMITS)).toBe(one);
    expect(bothLimits(NO_LIMITS, one)).toBe(one);
    expect(bothLimits(NO_LIMITS, NO_LIMITS)).toBe(NO_LIMITS);
  });
  it('leaves where both are whoever both admit, while both do', () => {
    const child = closed({ admitted: [since('a@x', 5), always('b@x')] });
    const interview = closed({ admitted: [{ agency: 'a@x', from: null, until: 9 }, always('c@x')] });
    expect(bothLimits(child, interview)).toEqual(closed({ admitted: [{ agency: 'a@x', from: 5, until: 9 }] }));
  });
  it('leaves the choice to the one that has named somebody', () => {
    const named = closed({ admitted: [always('a@x')] });
    const awaiting = closed({ awaitsNaming: true, admitted: [always('b@x')] });
    expect(bothLimits(named, awaiting)).toEqual(named);
    expect(bothLimits(awaiting, named)).toEqual(named);
    expect(bothLimits(awaiting, awaiting)).toEqual(awaiting);
  });
  it('leaves nobody whom either excludes', () => {
    const child = closed({ admitted: [always('a@x'), always('b@x')], excluded: ['a@y'] });
    const interview = closed({ admitted: [always('a@x'), always('b@x')], excluded: ['b@z'] });
    expect(bothLimits(child, interview)).toEqual(closed({ excluded: ['a@y', 'b@z'] }));
  });
});

describe('what the rules are told of it', () => {
  const relations = { responsible: [always('northmere')], hosts: [always('southvale')], forces: [always('mereshire'), { agency: 'mereshire', from: 1, until: 2 }] };

  const searchers: Readonly<Record<string, readonly string[]>> = { mereshire: ['pc@mereshire', 'ps@mereshire'], northmere: ['ede@northmere'] };
  const teams: SearchTeams = {
    searchersOf: (agency) => searchers[agency] ?? [],
    worksAt: (person, agency) => (searchers[agency] ?? []).includes(`${person}@${agency}`) || (person === 'fib' && agency === 'mereshire'),
  };
  const keptUnder = (...excluded: string[]) => restrictionOf({ ...NO_LIMITS, restricted: true, excluded }, relations, teams).keeps;

  it('names the authorities and forces that keep the narrow view', () => {
    expect(restrictionOf({ ...NO_LIMITS, restricted: true, awaitsNaming: true }, relations, teams)).toEqual({
      restricted: true,
      awaitsNaming: true,
      keeps: ['mereshire', 'northmere', 'southvale'],
    });
  });
  it('names of an agency at which somebody is excluded the others who look for the child, and the agency itself no more', () => {
    expect(keptUnder('pc@mereshire')).toEqual(['northmere', 'ps@mereshire', 'southvale']);
    expect(keptUnder('fib@mereshire')).toEqual(['northmere', 'pc@mereshire', 'ps@mereshire', 'southvale']);
  });
  it('goes by the person, at whichever agency they were named and whatever post they hold', () => {
    expect(keptUnder('ede@southvale')).toEqual(['mereshire']);
    expect(keptUnder('pc@larkfield', 'ps@mereshire', 'ede@northmere')).toEqual(['southvale']);
    expect(keptUnder('somebody@larkfield')).toEqual(['mereshire', 'northmere', 'southvale']);
  });
  it('names nobody where nothing is restricted', () => {
    expect(restrictionOf(NO_LIMITS, relations, teams)).toEqual({ restricted: false, awaitsNaming: false, keeps: [] });
  });
});

describe('the people round what is restricted', () => {
  const people = [always('WORKER:ann@northmere'), always('SOCIAL_WORKER:sue@northmere')];

  it('are as they were where nothing is', () => {
    expect(namedUnder(NO_LIMITS, people)).toEqual(people);
  });
  it('are joined by those admitted and left by those excluded', () => {
    expect(namedUnder({ restricted: true, awaitsNaming: false, admitted: [since('bea@northmere', 5)], excluded: ['ann@larkfield'] }, people)).toEqual([
      since('ADMITTED:bea@northmere', 5),
      always('SOCIAL_WORKER:sue@northmere'),
    ]);
  });
});

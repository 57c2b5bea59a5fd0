import { allegedOf, parentsAndCarers, professionalsOf } from '../../../src/domain/decision/people-round.ts';
import type { Decision } from '../../../src/domain/decision/decision.ts';

const NAMES: Readonly<Record<string, string>> = { pat: 'Pat Invented', cora: 'Cora Madeup', sia: 'Sia Sample', ren: 'Ren Example', hal: 'Hal Testman', mo: 'Mo Fictive', larkfield: 'Larkfield' };
const calledOf = (person: string): string[] => person.split('@').flatMap((part) => NAMES[part] ?? []);
const decided = (kind: Decision['kind'], payload: object): Decision => ({ id: kind, kind, child: 'c', about: null, matter: '', revision: 1, person: 'nia', agency: 'northmere', role: 'HUB_COORDINATOR', at: 0, payload }) as unknown as Decision;

const ALL = [
  decided('PARENT', { parent: 'pat@northmere' }),
  decided('RELATIONSHIP', { relationship: 'CARER', holder: 'cora@larkfield' }),
  decided('RELATIONSHIP', { relationship: 'SOCIAL_WORKER', holder: 'sia@larkfield' }),
  decided('RELATIONSHIP', { relationship: 'ADDED_FORCE', holder: 'larkfield' }),
  decided('ASSIGNMENT', { worker: 'ren@larkfield' }),
  decided('CONCERN', { concern: 'ALLEGATION', alleged: ['hal@larkfield'] }),
  decided('CONCERN', { concern: 'HARM_DISCLOSED' }),
  decided('RESTRICTION', { excluded: ['mo@larkfield', 'hal@larkfield'] }),
];

describe('the people round a child, and never the agency they are of', () => {
  it('are parents and carers', () => {
    expect(parentsAndCarers(ALL, calledOf)).toEqual(['Cora Madeup', 'Pat Invented']);
  });
  it('are those of whom something was alleged, or who are shut out for it', () => {
    expect(allegedOf(ALL, calledOf)).toEqual(['Hal Testman', 'Mo Fictive']);
    expect(allegedOf(ALL.slice(0, 5), calledOf)).toEqual([]);
  });
  it('are those who work with the child', () => {
    expect(professionalsOf(ALL, calledOf)).toEqual(['Ren Example', 'Sia Sample']);
  });
});

import { fold } from '../../../src/domain/fold/fold.ts';
import type { ChildPicture } from '../../../src/domain/fold/picture.ts';
import type { Decision } from '../../../src/domain/decision/decision.ts';
import type { Observation, PersonPayload } from '../../../src/domain/observation/observation.ts';
import { context, headerRow, missing, NORTHMERE, placementRow, SOUTHVALE, type Source } from '../fold/a-world.ts';
import { aDecision } from './a-decision.ts';

const nhsNumber = '9434765919';
const WESTHAVEN: Source = { agency: 'westhaven', system: '903' };
const [EARLIER, LATER] = [Date.parse('2026-01-02T09:00:00Z'), Date.parse('2026-02-02T09:00:00Z')];
const PARTNER = { agency: 'school', from: null, until: null };
const of = (source: Source, said: PersonPayload, receivedAt = EARLIER): Observation => ({ ...headerRow({ source, child: 'C', extracted: '2026-01-01', said: { nhsNumber, ...said } }), receivedAt });
const [HERS, PLACED] = [of(NORTHMERE, {}), { ...placementRow({ child: 'C', from: '2025-12-01', extracted: '2026-01-01', urn: 'SC900001' }), receivedAt: EARLIER }];
const MARKED = { restricted: true } as const;

function child(said: readonly Observation[], decisions: readonly Decision[] = []): ChildPicture {
  const [only, ...others] = fold(said, { ...context, partnersOf: (authority) => (authority === 'northmere' ? [PARTNER] : []) }, { decisions });
  if (only === undefined || others.length > 0) {
    throw new TypeError('These were to be one child.');
  }
  return only;
}
const codes = ({ flags }: ChildPicture): string[] => flags.map(({ code }) => code);

describe('a mark by a source that only knows the child', () => {
  it.each<[string, Observation]>([
    ['says itself whose child it is', of(WESTHAVEN, { ...MARKED, responsibleAuthority: 'E99000001' })],
    ['calls itself the host', of(WESTHAVEN, { ...MARKED, responsibleAuthority: 'E99000001', hostAuthority: 'E99000003' })],
    ['claims the child after the authority that has them', of(WESTHAVEN, MARKED, LATER)],
  ])('that %s shuts nobody out who looks for the child, is flagged, and keeps the partners out', (_who, marked) => {
    const picture = child([HERS, PLACED, marked]);
    expect(picture.restriction).toEqual({ restricted: false, awaitsNaming: false, keeps: [] });
    expect(codes(picture)).toContain('MARKED_BY_ANOTHER');
    expect(picture.relations.partners).toEqual([]);
    expect(picture.relations).toMatchObject({ responsible: expect.arrayContaining([{ agency: 'northmere', from: null, until: null }]) as object, hosts: expect.arrayContaining([expect.objectContaining({ agency: 'southvale' })]) as object });
  });

  it('is gone with the mark, and once a manager has decided either way', () => {
    const marked = { ...of(WESTHAVEN, { ...MARKED, responsibleAuthority: 'E99000001' }), receivedAt: LATER };
    const decided = (restricted: boolean): ChildPicture => child([HERS, marked], [aDecision('RESTRICTION', { restricted }, { child: child([HERS]).id, at: LATER + 1 })]);
    expect(codes(child([HERS, of(WESTHAVEN, { restricted: false, responsibleAuthority: 'E99000001' })]))).not.toContain('MARKED_BY_ANOTHER');
    expect(child([HERS]).relations.partners).toEqual([PARTNER]);
    expect(decided(false)).toMatchObject({ restriction: { restricted: false }, relations: { partners: [PARTNER] } });
    expect(codes(decided(false))).not.toContain('MARKED_BY_ANOTHER');
    expect(decided(true)).toMatchObject({ restriction: { restricted: true } });
  });
});

describe('a mark closes the child', () => {
  it.each<[string, readonly Observation[]]>([
    ['by the authority that has them, whoever claims or places them later', [of(NORTHMERE, MARKED), of(WESTHAVEN, {}, LATER), { ...placementRow({ source: WESTHAVEN, child: 'C', from: '2026-01-10', extracted: '2026-01-11' }), receivedAt: LATER }]],
    ['by the authority that had them until another has', [of(SOUTHVALE, MARKED), { ...placementRow({ source: SOUTHVALE, child: 'C', from: '2025-01-01', until: '2025-11-30', extracted: '2026-01-01' }), receivedAt: EARLIER }, of(NORTHMERE, {}, LATER), { ...PLACED, receivedAt: LATER }]],
    ['by the host that the placement names', [HERS, PLACED, of(SOUTHVALE, { ...MARKED, responsibleAuthority: 'E99000001', hostAuthority: 'E99000002' })]],
    ['by a force that looks for them', [HERS, ...missing({ child: 'P1', sent: '2026-03-01T21:00:00.000Z', since: '2026-03-01T20:00', person: { nhsNumber, ...MARKED } })]],
  ])('%s', (_who, said) => {
    const picture = child(said);
    expect(picture.restriction.restricted).toBe(true);
    expect(codes(picture)).not.toContain('MARKED_BY_ANOTHER');
  });
});

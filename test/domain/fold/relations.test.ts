import { fold } from '../../../src/domain/fold/fold.ts';
import type { ChildPicture } from '../../../src/domain/fold/picture.ts';
import type { Observation, PersonPayload } from '../../../src/domain/observation/observation.ts';
import { at, cancel, context, found, headerRow, idOf, missing, missingRow, NORTHMERE, OTHER_POLICE, placementRow, POLICE, SOUTHVALE, type Source } from './a-world.ts';

const nhsNumber = '9434765919';
const OPEN = { from: null, until: null };
const header = (source: Source): Observation => headerRow({ source, child: 'C', extracted: '2026-01-01', said: { nhsNumber } });
const report = (said: PersonPayload = {}, { source = POLICE, misper = 'M1', sent = '2026-03-01T21:00:00.000Z' } = {}): Observation[] =>
  missing({ source, child: 'C', misper, sent, since: '2026-03-01T20:00', person: { nhsNumber, ...said } });
const placed = (row: { source?: Source; from?: string; until?: string; urn?: string }): Observation =>
  placementRow({ child: 'C', from: '2026-01-10', extracted: '2026-01-01', ...row });
function child(...observations: Observation[]): ChildPicture {
  const [only, ...others] = fold(observations, context);
  if (only === undefined || others.length > 0) {
    throw new TypeError('These were to be one child.');
  }
  return only;
}
const relations = (...observations: Observation[]): ChildPicture['relations'] => child(...observations).relations;

describe('whose child it is', () => {
  it("is the authority's whose own system keeps the child, whatever the police were told", () => {
    expect(relations(header(NORTHMERE), ...report({ responsibleAuthority: 'E99000002' })).responsible).toEqual([{ agency: 'northmere', ...OPEN }]);
  });
  it('is claimed by a row of the missing file alone', () => {
    expect(relations(...missingRow({ child: 'C', from: '2026-03-01', extracted: '2026-04-30' })).responsible).toEqual([{ agency: 'northmere', ...OPEN }]);
  });
  it('is the authority whose placement goes on, where two keep the child', () => {
    const both = child(header(NORTHMERE), header(SOUTHVALE), placed({ source: SOUTHVALE }), placed({ source: NORTHMERE, until: '2026-01-12' }));
    expect(both.relations.responsible).toEqual([{ agency: 'southvale', ...OPEN }]);
    expect(both.flags.map(({ code }) => code)).not.toContain('RESPONSIBLE_DISPUTED');
  });
  it("stays the authority's that has not ended its care itself, whatever another files", () => {
    const taken = child(header(NORTHMERE), header(SOUTHVALE), placed({ source: SOUTHVALE }));
    expect(taken.relations.responsible.map(({ agency }) => agency)).toEqual(['northmere', 'southvale']);
    expect(taken.flags).toMatchObject([{ code: 'RESPONSIBLE_DISPUTED' }]);
  });
  it('is disputed, and both keep it, where neither or both have a placement that goes on', () => {
    const neither = child(header(NORTHMERE), header(SOUTHVALE));
    const both = child(header(NORTHMERE), header(SOUTHVALE), placed({ source: SOUTHVALE }), placed({ source: NORTHMERE }));
    for (const { relations: { responsible }, flags } of [neither, both]) {
      expect(responsible.map(({ agency }) => agency)).toEqual(['northmere', 'southvale']);
      expect(flags).toMatchObject([{ code: 'RESPONSIBLE_DISPUTED', records: [idOf(NORTHMERE, 'person', 'C'), idOf(SOUTHVALE, 'person', 'C')].sort() }]);
    }
  });
  it('is what the police were told last, where no authority keeps the child', () => {
    const told = [
      ...report({ responsibleAuthority: 'E99000001' }),
      ...report({ responsibleAuthority: 'E99000002' }, { source: OTHER_POLICE, sent: '2026-03-02T21:00:00.000Z' }),
    ];
    expect(relations(...told)).toMatchObject({ responsible: [{ agency: 'southvale' }], candidates: [] });
  });
  it("is not the authority's that keeps a record of the child and says itself that it is another's", () => {
    const guest = (said: PersonPayload): Observation => headerRow({ source: SOUTHVALE, child: 'C', extracted: '2026-01-01', said: { nhsNumber, ...said } });
    expect(relations(guest({ responsibleAuthority: 'E99000001' }))).toMatchObject({ responsible: [{ agency: 'northmere' }], hosts: [], candidates: [] });
    expect(relations(header(NORTHMERE), guest({ responsibleAuthority: 'E99000001', hostAuthority: 'E99000002' }))).toMatchObject({ responsible: [{ agency: 'northmere' }], hosts: [{ agency: 'southvale' }] });
    expect(child(header(NORTHMERE), guest({ responsibleAuthority: 'E99000001' })).flags).toEqual([]);
  });
  it.each(['E99000002', 'E99999999'])('stays with the authority that names itself or one that nobody knows: %s', (responsibleAuthority) => {
    const own = headerRow({ source: SOUTHVALE, child: 'C', extracted: '2026-01-01', said: { nhsNumber, responsibleAuthority, hostAuthority: 'E99000002' } });
    expect(relations(own)).toMatchObject({ responsible: [{ agency: 'southvale' }], hosts: [] });
  });
  it("is hosted by another's word only where it is placed, and not where that authority says it is now", () => {
    const guest = headerRow({ source: SOUTHVALE, child: 'C', extracted: '2026-01-01', said: { nhsNumber, responsibleAuthority: 'E99000001', hostAuthority: 'E99000003' } });
    expect(relations(guest).hosts).toEqual([]);
    const here = headerRow({ source: SOUTHVALE, child: 'C', extracted: '2026-01-01', said: { nhsNumber, responsibleAuthority: 'E99000001', hostAuthority: 'E99000002' } });
    expect(relations(header(NORTHMERE), here, placed({ source: NORTHMERE, urn: 'SC900002' })).hosts).toEqual([]);
  });
  it("may be any authority's in the area of a force that reports, while nobody knows", () => {
    expect(relations(...report())).toMatchObject({ responsible: [], candidates: [{ agency: 'northmere', ...OPEN }, { agency: 'southvale', ...OPEN }] });
    expect(relations(...report({ responsibleAuthority: 'E99999999' })).candidates).toHaveLength(2);
  });
  it('is never a force or a provider by code', () => {
    const misled = { ...context, agencyOf: () => 'mereshire' };
    expect(fold(report({ responsibleAuthority: 'X', hostAuthority: 'X' }), misled)[0]?.relations).toMatchObject({ responsible: [], hosts: [] });
  });
});

describe('who hosts, provides and covers a placement', () => {
  it('do so while it lasts', () => {
    const { hosts, providers, forces } = relations(header(NORTHMERE), placed({ from: '2026-01-10', until: '2026-02-10', urn: 'SC900001' }));
    const period = { from: at('2026-01-10').from, until: at('2026-02-10').until };
    expect(hosts).toEqual([{ agency: 'southvale', ...period }]);
    expect(providers).toEqual([{ agency: 'larkfield', ...period }]);
    expect(forces).toEqual([{ agency: 'mereshire', ...period }]);
  });
  it('do so without a gap when one placement follows the other', () => {
    const { providers } = relations(
      header(NORTHMERE),
      placed({ from: '2026-01-10', until: '2026-02-10', urn: 'SC900001' }),
      placed({ from: '2026-02-10', urn: 'SC900002' }),
    );
    expect(providers).toEqual([{ agency: 'larkfield', from: at('2026-01-10').from, until: null }]);
  });
  it('do so in several periods when the child leaves and comes back', () => {
    const { providers } = relations(
      header(NORTHMERE),
      placed({ from: '2026-01-10', until: '2026-01-20', urn: 'SC900001' }),
      placed({ from: '2026-03-01', urn: 'SC900001' }),
    );
    expect(providers).toHaveLength(2);
  });
  it('are no host when it is the child of the authority itself, and nobody when the home is not in the directory', () => {
    expect(relations(header(NORTHMERE), placed({ urn: 'SC900002' })).hosts).toEqual([]);
    expect(relations(header(NORTHMERE), placed({ urn: 'SC999999' }))).toMatchObject({ hosts: [], providers: [], forces: [] });
  });
  it('end thirty days after the return, where only the police were told of the placement', () => {
    const told = report({ placementUrn: 'SC900001' });
    expect(relations(...told).providers).toEqual([{ agency: 'larkfield', ...OPEN }]);
    const back = found({ child: 'C', sent: '2026-03-02T21:00:00.000Z', returned: '2026-03-02T20:00' });
    const until = at('2026-03-02T20:00').until + 30 * 86_400_000;
    expect(relations(...told, ...back).providers).toEqual([{ agency: 'larkfield', from: null, until }]);
    expect(relations(...told, ...back).hosts).toEqual([{ agency: 'southvale', from: null, until }]);
  });
  it('are those the police were told of, while no authority says where the child is placed', () => {
    const told = report({ responsibleAuthority: 'E99000003', placementUrn: 'SC900001' });
    expect(relations(...told)).toMatchObject({ hosts: [{ agency: 'southvale', ...OPEN }], providers: [{ agency: 'larkfield', ...OPEN }] });
    expect(relations(...told, header(NORTHMERE), placed({ urn: 'SC900003' }))).toMatchObject({
      hosts: [{ agency: 'southvale', from: at('2026-01-10').from }],
      providers: [{ agency: 'brookside' }],
    });
  });
  it('are taken from the latest police report alone: the home of an older one is not kept beside it', () => {
    const older = report({ placementUrn: 'SC900001' });
    const newer = report({ hostAuthority: 'E99000001' }, { misper: 'M2', sent: '2026-03-05T21:00:00.000Z' });
    expect(relations(...older, ...newer)).toMatchObject({ hosts: [{ agency: 'northmere' }], providers: [] });
  });
});

describe('which forces have to do with the child', () => {
  it('are those that report it, until their word is taken back', () => {
    const told = [header(NORTHMERE), ...report(), ...report({}, { source: OTHER_POLICE })];
    expect(relations(...told).forces).toEqual([{ agency: 'mereshire', ...OPEN }, { agency: 'westpolice', ...OPEN }]);
    expect(relations(...told, ...cancel({ child: 'C', sent: '2026-03-03T21:00:00.000Z' })).forces).toEqual([{ agency: 'westpolice', ...OPEN }]);
  });
});

describe('a placement', () => {
  it('is shown as stated, with what the directory knows of the home, latest first', () => {
    const { placements } = child(header(NORTHMERE), placed({ from: '2026-01-10', until: '2026-02-10', urn: 'SC900001' }), placed({ from: '2026-02-10' }));
    expect(placements).toMatchObject([
      { provider: null, homeName: null, hostAuthority: null, stated: { from: { text: '2026-02-10' } } },
      { provider: 'larkfield', homeName: 'Larkfield House', hostAuthority: 'southvale', record: { agency: 'northmere' } },
    ]);
  });
  it('gives the episode its provider: by the home its own report names, else by where the child was placed then', () => {
    const moved = [header(NORTHMERE), placed({ from: '2026-01-10', until: '2026-03-01', urn: 'SC900001' }), placed({ from: '2026-03-01', urn: 'SC900003' })];
    expect(child(...moved, ...report()).episodes).toMatchObject([{ provider: 'brookside' }]);
    expect(child(...moved, ...report({ placementUrn: 'SC900002' })).episodes).toMatchObject([{ provider: 'larkfield' }]);
    expect(child(...moved, ...missingRow({ child: 'C', from: '2026-02-01', extracted: '2026-04-30' })).episodes).toMatchObject([{ provider: 'larkfield' }]);
    expect(child(header(NORTHMERE), ...report()).episodes).toMatchObject([{ provider: null }]);
  });
});

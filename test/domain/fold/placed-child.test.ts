import { at, context, idOf } from './a-world.ts';
import { EPISODE, EXCHANGE, placementAgreement, riskAssessment, takenBack, toldOf } from './told-of-a-child.ts';

describe('what authorities tell each other of a child', () => {
  it('shows risk assessments the latest first, each as it was said last, with the episodes the child has', () => {
    const early = riskAssessment({ key: 'R2', says: { at: at('2026-03-01T09:00'), episodes: [] } });
    const corrected = riskAssessment({ revision: 2, says: { risk: null, word: 'Grave' } });
    expect(toldOf([corrected, early, riskAssessment()]).riskAssessments).toMatchObject([
      { id: idOf(EXCHANGE, 'riskAssessment', 'R1'), stated: { word: 'Grave', risk: null }, episodes: [EPISODE], episodeGone: false },
      { id: idOf(EXCHANGE, 'riskAssessment', 'R2'), episodes: [] },
    ]);
  });

  it('flags an assessment of an episode that is not there, and finds one by the key of the source that made it', () => {
    const [assessment] = toldOf([riskAssessment({ says: { episodes: [], episodeKeys: ['nobody-knows'] } })]).riskAssessments;
    expect(assessment).toMatchObject({ episodes: [], episodeGone: true });
  });

  it('takes an assessment and an agreement back, and keeps the others', () => {
    const told = toldOf([riskAssessment(), riskAssessment({ key: 'R2' }), takenBack(riskAssessment()), placementAgreement(), takenBack(placementAgreement())]);
    expect(told.riskAssessments.map(({ record }) => record.recordKey)).toEqual(['R2']);
    expect(told.placementAgreements).toEqual([]);
  });

  it('knows with whom an agreement was made: as stated, else where the home lies', () => {
    const hostOf = (says: object): unknown => toldOf([placementAgreement({ says })]).placementAgreements[0]?.hostAuthority;
    expect(hostOf({})).toBe('southvale');
    expect(hostOf({ hostAuthority: 'E99000003' })).toBe('westhaven');
    expect(hostOf({ hostAuthority: 'E99999999' })).toBe('southvale');
    expect(hostOf({ placementUrn: null })).toBeNull();
    expect(hostOf({ placementUrn: 'SC999999' })).toBeNull();
  });

  it('takes no force and no provider for the host of an agreement', () => {
    const misled = { ...context, agencyOf: () => 'mereshire' };
    expect(toldOf([placementAgreement({ says: { hostAuthority: 'X', placementUrn: null } })], [], misled).placementAgreements[0]?.hostAuthority).toBeNull();
  });

  it('shows agreements the latest first', () => {
    const later = placementAgreement({ key: 'G0', says: { from: at('2026-03-01') } });
    expect(toldOf([placementAgreement(), later]).placementAgreements.map(({ record }) => record.recordKey)).toEqual(['G0', 'G1']);
  });
});

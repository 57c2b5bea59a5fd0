import { standingObservations } from '../../../src/domain/fold/standing.ts';
import type { Observation, PersonPayload } from '../../../src/domain/observation/observation.ts';
import { cancel, found, missing, observation, POLICE } from './a-world.ts';

type Act = Observation['act'];
function said(order: string, payload: PersonPayload, { part = '', act = 'assert' }: { part?: string; act?: Act } = {}): Observation {
  return observation({ source: POLICE, child: 'P1', kind: 'person', order, payload, part, act });
}
function takenBack(order: string, scope: 'part' | 'record', part = ''): Observation {
  return observation({ source: POLICE, child: 'P1', kind: 'retraction', act: 'retract', order, payload: { scope }, part });
}
const first = said('1', { givenName: 'Testgirl' });
const second = said('2', { familyName: 'Example' });

describe('what stands', () => {
  it('is said once however often it came, in the order of its source', () => {
    expect(standingObservations([second, first, second, { ...first, document: 'another' }]).map(({ id }) => id)).toEqual([first.id, second.id]);
  });

  it('after a correction is what it and later statements say, in that part alone', () => {
    const correction = said('2', { familyName: 'Sample' }, { act: 'correct' });
    const beside = said('1', { upn: 'C999000000001' }, { part: 'header' });
    const later = said('3', { gender: 'FEMALE' });
    expect(standingObservations([later, correction, first, beside])).toEqual(expect.arrayContaining([correction, beside, later]));
    expect(standingObservations([later, correction, first, beside])).toHaveLength(3);
  });

  it('holds every statement that corrects at the same order', () => {
    const one = said('2', { familyName: 'Sample' }, { act: 'correct' });
    const other = observation({ source: POLICE, child: 'P1', kind: 'report', act: 'correct', order: '2', payload: {} });
    expect(standingObservations([one, other])).toHaveLength(2);
  });

  it('does not include what a retraction took back at its own or an earlier order', () => {
    expect(standingObservations([takenBack('2', 'part'), first, second])).toEqual([]);
    expect(standingObservations([takenBack('1', 'part'), first, second])).toEqual([second]);
  });

  it('keeps other parts when one is taken back, and none when the record is', () => {
    const beside = said('1', { upn: 'C999000000001' }, { part: 'header' });
    expect(standingObservations([first, beside, takenBack('2', 'part')])).toEqual([beside]);
    expect(standingObservations([first, beside, takenBack('2', 'record')])).toEqual([]);
  });

  it('does not include what was said of the person under a report that was cancelled without naming the person', () => {
    const report = missing({ sent: '2026-03-01T21:00:00.000Z', since: '2026-03-01T20:00', person: { givenName: 'Testgirl' } });
    const nameless = cancel({ child: 'misper:M1', sent: '2026-03-02T21:00:00.000Z' });
    expect(standingObservations([...report, ...nameless])).toEqual([]);
  });

  it('keeps what was said of the person under another report', () => {
    const other = found({ sent: '2026-03-01T22:00:00.000Z', misper: 'M2', person: { givenName: 'Testgirl' } });
    const report = missing({ sent: '2026-03-01T21:00:00.000Z', person: { givenName: 'Testgirl' } });
    expect(standingObservations([...report, ...other, ...cancel({ sent: '2026-03-02T21:00:00.000Z' })])).toHaveLength(other.length);
  });
});

import { buildDirectory } from '../../src/directory/build-directory.ts';
import type { Directory } from '../../src/directory/directory.ts';
import { dutyOf } from '../../src/directory/duty-of.ts';
import { parseDirectory } from '../../src/directory/parse-directory.ts';
import { demonstrationDirectory } from '../../src/cli/demonstration/demonstration-directory.ts';
import type { DutyMatter } from '../../src/domain/authority/duty.ts';
import { ANSWER_WITHIN } from '../../src/domain/authority/duty.ts';
import { MINUTE } from '../../src/domain/interval/durations.ts';
import { aDirectoryFile, aPerson } from './a-directory-file.ts';

const AT_TWO = Date.parse('2026-03-10T02:00:00Z');
const AT_NOON = Date.parse('2026-03-10T12:00:00Z');

function northmere(also: string, people: string): Directory {
  const agencies = `\n  - { id: northmere, name: Northmere Council, kind: AUTHORITY${also} }`;
  return buildDirectory(parseDirectory(aDirectoryFile({ agencies, systems: ' []', forceAreas: ' []', homes: ' []', people })), 1);
}

function whom(directory: Directory, raisedAt: number, { agency = 'northmere', matter = 'OTHER' }: { readonly agency?: string; readonly matter?: DutyMatter } = {}): readonly string[] {
  const reached = dutyOf(directory, { agency, matter, risk: 'HIGH', raisedAt });
  return reached.map(({ to, from, until }) => `${to} ${String((from - raisedAt) / MINUTE)}-${String((until - raisedAt) / MINUTE)}`);
}

describe('who answers for an alert at an agency', () => {
  const manager = aPerson({ id: 'mo', roles: '[{ role: TEAM_MANAGER, agency: northmere }]' });
  const coordinator = aPerson({ id: 'nia', roles: '[{ role: HUB_COORDINATOR, agency: northmere }]' });

  it('is who the directory says works there, where the agency states no chain', () => {
    const senior = aPerson({ id: 'sen', roles: '[{ role: SENIOR_WORKER, agency: northmere }]', also: ', suspended: true' });
    expect(whom(northmere('', `\n${senior}\n${manager}\n${coordinator}`), AT_TWO)).toEqual(['TEAM_MANAGER:northmere 0-15', 'HUB_COORDINATOR:northmere 15-30']);
  });

  it('is not the duty team while nobody of it is on shift, but is as soon as somebody comes on in their time', () => {
    const onShift = (from: string): string => aPerson({ id: 'ed', roles: `[{ role: EDT, agency: northmere, shifts: [{ from: "${from}", until: "2026-03-10T08:00:00Z" }] }]` });
    const told = (from: string): readonly string[] => whom(northmere('', `\n${onShift(from)}\n${coordinator}`), AT_TWO);
    expect(told('2026-03-10T02:15:00Z')).toEqual(['HUB_COORDINATOR:northmere 0-15']);
    expect(told('2026-03-10T02:14:00Z')).toEqual(['EDT:northmere 0-15', 'HUB_COORDINATOR:northmere 15-30']);
  });

  it('is by its own chain, with our minutes where it states none, and by its own core hours', () => {
    const duty = ', ownFigures: { coreHours: { from: "09:00", until: "17:00" } }, duty: { chain: [{ role: TEAM_MANAGER, hours: CORE_HOURS, answerWithinMinutes: { HIGH: 5 } }, { role: HUB_COORDINATOR }] }';
    const directory = northmere(duty, `\n${manager}\n${coordinator}`);
    expect(whom(directory, AT_NOON)).toEqual(['TEAM_MANAGER:northmere 0-5', 'HUB_COORDINATOR:northmere 5-20']);
    expect(whom(directory, AT_TWO)).toEqual(['HUB_COORDINATOR:northmere 0-15']);
    expect(directory.agencies.get('northmere')?.duty.chain[0]).toEqual({ role: 'TEAM_MANAGER', telephone: null, hours: 'CORE_HOURS', answerWithinMinutes: { ...ANSWER_WITHIN, HIGH: 5 } });
  });

  it('is nobody at an agency that the directory does not have', () => {
    expect(whom(northmere('', `\n${manager}`), AT_NOON, { agency: 'southvale' })).toEqual([]);
  });

  it('is stated by the authorities of the demonstration', () => {
    const directory = buildDirectory(parseDirectory(demonstrationDirectory), 1);
    expect(whom(directory, AT_TWO)).toEqual(['SENIOR_WORKER:northmere 0-10', 'TEAM_MANAGER:northmere 10-25', 'EDT:northmere 25-40', 'HUB_COORDINATOR:northmere 40-55']);
    expect(whom(directory, AT_TWO, { matter: 'ALLEGATION' })).toEqual(['TEAM_MANAGER:northmere 0-15', 'HUB_COORDINATOR:northmere 15-30']);
    expect(whom(directory, AT_TWO, { agency: 'southvale' })).toEqual(['HUB_COORDINATOR:southvale 0-15']);
    expect(whom(directory, AT_NOON, { agency: 'southvale' })).toEqual(['SENIOR_WORKER:southvale 0-15', 'HUB_COORDINATOR:southvale 15-30']);
    expect(whom(directory, AT_NOON, { agency: 'westhaven' })).toEqual(['HUB_COORDINATOR:westhaven 0-15']);
  });
});

import { buildDirectory } from '../../src/directory/build-directory.ts';
import { foldPlaces } from '../../src/directory/fold-places.ts';
import { parseDirectory } from '../../src/directory/parse-directory.ts';
import { aDirectoryFile } from './a-directory-file.ts';

const places = foldPlaces(buildDirectory(parseDirectory(aDirectoryFile()), 1));

describe('the places of the directory', () => {
  it.each(['northmere', 'E99000001', ' e99000001', '903  northmere'])('know an agency by %j', (code) => {
    expect(places.agencyOf(code)).toBe('northmere');
  });

  it('know no agency by a code nobody claims, nor by its name', () => {
    expect(places.agencyOf('E99000009')).toBeNull();
    expect(places.agencyOf('Northmere Council')).toBeNull();
  });

  it('say what kind an agency is, and OTHER of one they do not know', () => {
    expect(places.kindOf('mereshire-police')).toBe('POLICE');
    expect(places.kindOf('nowhere')).toBe('OTHER');
  });

  it('find a home by its URN, however it is typed', () => {
    expect(places.homeOf(' sc900001 ')).toMatchObject({ name: 'Larkfield House', provider: 'larkfield-homes', authority: 'southvale' });
    expect(places.homeOf('SC999999')).toBeNull();
  });

  it('say who takes part in the briefing and in the exploitation group of an authority, and since when', () => {
    const file = `${aDirectoryFile()}groups:
  - { id: b, kind: BRIEFING, authority: northmere, members: [{ agency: larkfield-homes, from: "2026-05-01T00:00:00Z" }] }
  - { id: x, kind: EXPLOITATION, authority: northmere, members: [{ agency: southvale, until: "2026-06-01T00:00:00Z" }] }
`;
    const grouped = foldPlaces(buildDirectory(parseDirectory(file), 1));
    expect(grouped.partnersOf('northmere')).toEqual([{ agency: 'larkfield-homes', from: Date.parse('2026-05-01T00:00:00Z'), until: null }]);
    expect(grouped.exploitationGroupOf('northmere')).toEqual([{ agency: 'southvale', from: null, until: Date.parse('2026-06-01T00:00:00Z') }]);
    expect([...grouped.partnersOf('southvale'), ...grouped.exploitationGroupOf('southvale')]).toEqual([]);
  });

  it('say which forces an authority has an information-sharing agreement with, and what it has closed', () => {
    const agencies = `
  - { id: northmere, name: N, kind: AUTHORITY, closes: [COPY_TO_PARENT] }
  - { id: southvale, name: S, kind: AUTHORITY }
  - { id: mereshire-police, name: M, kind: POLICE }`;
    const file = `${aDirectoryFile({ agencies, systems: ' []', homes: ' []' })}agreements:\n  - { authority: northmere, force: mereshire-police }\n`;
    const agreed = foldPlaces(buildDirectory(parseDirectory(file), 1));
    expect(agreed.agreementsOf('northmere')).toEqual([{ agency: 'mereshire-police', from: null, until: null }]);
    expect(agreed.agreementsOf('southvale')).toEqual([]);
    expect(agreed.closedBy('northmere')).toEqual(['COPY_TO_PARENT']);
    expect(agreed.closedBy('nowhere')).toEqual([]);
  });

  it('say which forces and authorities share an area', () => {
    expect(places.forcesOf('southvale')).toEqual(['mereshire-police']);
    expect(places.authoritiesOf('mereshire-police')).toEqual(['northmere', 'southvale']);
    expect(places.forcesOf('nowhere')).toEqual([]);
    expect(places.authoritiesOf('nowhere')).toEqual([]);
  });
});

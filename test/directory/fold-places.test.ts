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

  it('say which forces and authorities share an area', () => {
    expect(places.forcesOf('southvale')).toEqual(['mereshire-police']);
    expect(places.authoritiesOf('mereshire-police')).toEqual(['northmere', 'southvale']);
    expect(places.forcesOf('nowhere')).toEqual([]);
    expect(places.authoritiesOf('nowhere')).toEqual([]);
  });
});

import { buildDirectory } from '../../src/directory/build-directory.ts';
import type { Agency } from '../../src/directory/directory.ts';
import { parseDirectory } from '../../src/directory/parse-directory.ts';
import { PRACTICES } from '../../src/domain/authority/known-practices.ts';
import { SILENT_PRACTICE } from '../../src/domain/authority/practice.ts';
import { aDirectoryFile } from './a-directory-file.ts';

function northmere(also: string): Agency | undefined {
  const agencies = `\n  - { id: northmere, name: Northmere Council, kind: AUTHORITY${also} }`;
  const file = parseDirectory(aDirectoryFile({ agencies, systems: ' []', forceAreas: ' []', homes: ' []' }));
  return buildDirectory(file, 1).agencies.get('northmere');
}

describe('the practice rules of an agency of the directory', () => {
  it('are silent where it names none, and so is when a strategy discussion is asked for', () => {
    expect(northmere('')).toMatchObject({ practice: SILENT_PRACTICE, strategy: null });
  });

  it('are those of the practice it names, and so is when a strategy discussion is asked for', () => {
    expect(northmere(', practice: somerset')).toMatchObject({ practice: PRACTICES.somerset, strategy: { lookedAfterHours: 24, missingHours: null, episodesIn30Days: null } });
    expect(northmere(', practice: kent')?.strategy).toBeNull();
  });

  it('have its own figures and starts in their place', () => {
    const agency = northmere(', practice: somerset, ownFigures: { askAgain: 1, letter: null }, ownClocks: { COMPLETED: { start: OFFER_ACCEPTED }, PAPERWORK: null }');
    expect(agency?.practice.figures).toMatchObject({ askAgain: { value: 1 }, letter: null, attempts: { source: 'Somerset 4.5' } });
    expect(agency?.practice.clocks.find(({ id }) => id === 'COMPLETED')?.start).toBe('OFFER_ACCEPTED');
    expect(agency?.practice.clocks.map(({ id }) => id)).not.toContain('PAPERWORK');
  });

  it('have the clocks that it adds beside those', () => {
    const added = '{ name: debrief with the home, start: RETURNED, stops: [VISITED], length: 24, calendar: ELAPSED_HOURS, source: "Example practice 2026, paragraph 4" }';
    const { clocks = [] } = northmere(`, practice: somerset, addedClocks: [${added}]`)?.practice ?? {};
    expect(clocks.slice(0, -1)).toEqual(PRACTICES.somerset.clocks);
    expect(clocks.at(-1)).toEqual({ id: 'OWN', name: 'debrief with the home', of: 'EVERY_CHILD', start: 'RETURNED', stops: ['VISITED'], length: 24, calendar: 'ELAPSED_HOURS', againUntil: null, aim: false, source: 'Example practice 2026, paragraph 4', flag: null });
  });

  it('take what it states of strategy discussions before what its practice says', () => {
    const stated = { lookedAfterHours: null, missingHours: 48, episodesIn30Days: null };
    const agency = northmere(', practice: somerset, strategy: { lookedAfterHours: null, missingHours: 48, episodesIn30Days: null }');
    expect(agency).toMatchObject({ strategy: stated, practice: { figures: { strategy: { value: stated, source: "the authority's own practice rules" } } } });
  });
});

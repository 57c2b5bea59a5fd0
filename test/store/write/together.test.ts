import { projectEpisode } from '../../../src/store/write/project-episode.ts';
import type { EpisodePicture } from '../../../src/domain/fold/picture.ts';
import { aChild, anEpisode, said, aSource } from './a-picture.ts';

const FORCE = aSource({ agency: 'mereshire-police', system: 'compact' });
const COUNCIL = aSource({ agency: 'southvale', system: 'mosaic' });
const words = (report: EpisodePicture['report']): unknown => projectEpisode(aChild(), anEpisode({ report, forces: ['mereshire-police'] }))['together'];
const key = (togetherKey: string, source = COUNCIL): EpisodePicture['report'] => ({ togetherKey: { ...said(togetherKey), source } });
const incident = (incidentRef: string, source = FORCE): EpisodePicture['report'] => ({ incidentRef: { ...said(incidentRef), source } });

describe('what ties episodes of children missing together', () => {
  it('is the step or report of one system that names them all, and no other system’s of the same name', () => {
    expect(words(key('step 7'))).toEqual(words(key('step 7')));
    expect(words(key('step 7'))).not.toEqual(words(key('step 8')));
    expect(words(key('step 7'))).not.toEqual(words(key('step 7', aSource({ agency: 'northmere', system: 'mosaic' }))));
  });
  it("is a force's incident, and not what another agency quotes as one", () => {
    expect(words(incident('INC-1'))).toEqual(words(incident('INC-1')));
    expect(words(incident('INC-1'))).not.toEqual(words(incident('INC-2')));
    expect(words(incident('INC-1', COUNCIL))).toEqual([]);
    expect(words(incident('step 7'))).not.toEqual(words(key('step 7', FORCE)));
  });
  it('is nothing of an episode that nobody ties to another', () => {
    expect(words({})).toEqual([]);
  });
});

import { adapter } from '../../adapters/ehm/adapter.ts';
import { aDocument, readFiles } from './read-sample.ts';

const NOTES = 'CASE_NOTE_ID,DIM_PERSON_ID,NOTE_TYPE,SIGNIFICANT_EVENT,EVENT_DTTM,NOTE\n';
const EPISODES = 'FACT_CAF_EPISODE_ID,DIM_PERSON_ID,EPISODE_START_DTTM,EPISODE_END_DTTM\n';
const read = (text: string) => readFiles(adapter, [{ name: 'any.csv', text }]);

describe('early help', () => {
  it('says no word of a case note', () => {
    const { observations, refusals, warnings } = read(`${NOTES}1,2,Significant event,Missing,2026-03-01T21:30:00,Invented words\n`);
    expect(observations.map(({ kind }) => kind)).toEqual(['report', 'status', 'person']);
    expect(JSON.stringify([observations, refusals, warnings])).not.toContain('Invented words');
  });

  it('makes nobody look placed', () => {
    const { observations } = read(`${EPISODES}1,2,2026-03-01,\n`);
    expect(observations.map(({ kind, part }) => [kind, part])).toEqual([['person', 'caf:1']]);
  });

  it('takes back with the end of its episode what it said of the child', () => {
    expect(read(`${EPISODES}1,2,2026-03-01,2026-04-01\n`).observations).toMatchObject([{ act: 'retract', part: 'caf:1', record: { kind: 'person', key: '2' } }]);
  });

  it('may have nothing to tell', () => {
    expect(read(EPISODES)).toMatchObject({ observations: [], refusals: [], warnings: [] });
  });

  it('is refused without the time of its extraction', () => {
    const parsed = adapter.parse({ ...aDocument(adapter, [{ name: '', text: EPISODES }]), extracted: null });
    expect(parsed).toMatchObject({ records: [], refusals: [{ code: 'EXTRACTED_REQUIRED' }] });
  });

  it.each([[{ events: { MFH: 'LOST' } }, 'events.MFH'], [{ other: 1 }, '']])('takes no settings such as %j', (settings, place) => {
    expect(adapter.settings?.fault(settings)).toMatchObject({ place });
    expect(adapter.settings?.fault({ events: { MFH: 'MISSING', Birthday: 'ignored' } })).toBeNull();
  });
});

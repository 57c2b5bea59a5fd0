import { adapter } from '../../adapters/lcs/adapter.ts';
import { readText, samplesOf } from './read-sample.ts';

const samples = await samplesOf(adapter);
const sampleText = (name: string): string => samples.find((sample) => sample.name === name)?.bytes.toString('utf8') ?? '';

describe('an LCS export that cannot be taken', () => {
  it('is refused wherever it breaks off, and never half taken', () => {
    const text = sampleText('open-episode.xml').trimEnd();
    for (let length = 1; length < text.length; length += 7) {
      const { observations, refusals } = readText(adapter, text.slice(0, length));
      expect({ observations, codes: refusals.map(({ code }) => code) }).toEqual({ observations: [], codes: ['DOCUMENT_MALFORMED'] });
    }
  });

  it('shows every child who may be missing in it, each at a place of its own', () => {
    const { refusals } = readText(adapter, sampleText('some-episodes-refused.xml').replace('</LcsExport>', ''));
    expect(new Set(refusals.map(({ place }) => place)).size).toBe(refusals.length);
    expect(refusals.map(({ readable }) => readable?.givenName)).toEqual([null, 'Keyless', null, null]);
  });

  it('is read in linear time, however it is broken', () => {
    const text = `${'<MissingPersonEpisode'.repeat(50_000)}${'<SURNAME '.repeat(50_000)}${' '.repeat(200_000)}`;
    expect(readText(adapter, text).observations).toEqual([]);
  });

  it.each([
    ['another root', '<Other/>'],
    ['no schema version', sampleText('open-episode.xml').replace(' schemaVersion="1"', '')],
    ['no time', sampleText('open-episode.xml').replace(/<ExportedAt>.*<\/ExportedAt>/, '')],
  ])('is refused with %s', (_name, text) => {
    expect(readText(adapter, text)).toMatchObject({ observations: [], refusals: [{ code: 'DOCUMENT_SCHEMA' }] });
  });
});

describe('the settings of an LCS system', () => {
  const fault = adapter.settings?.fault.bind(adapter.settings);

  it('may be absent, or name questions and reasons', () => {
    expect([null, {}, { questions: { Q1: 'reasons', Q2: 'ignored' }, reasons: { A: 'Words' } }].map((settings) => fault?.(settings))).toEqual([null, null, null]);
  });

  it.each([
    [{ questions: { Q1: 'favouriteColour' } }, 'questions.Q1'],
    [{ questions: { Q1: 'namedPeople' } }, 'questions.Q1'],
    [{ reasons: { A: 5 } }, 'reasons.A'],
    [{ other: true }, ''],
  ])('are refused with their place: %j', (settings, place) => {
    expect(fault?.(settings)).toMatchObject({ place });
  });
});

it('an episode that is told again without its offer takes the offer back', () => {
  const told = sampleText('returned-and-offered.xml');
  const kinds = (text: string): unknown[] => readText(adapter, text).observations.filter(({ record }) => record.kind === 'offer' && record.key === '1e5').map(({ act }) => act);
  expect(kinds(told)).toEqual(['correct']);
  expect(kinds(told.replace('>YES<', '><'))).toEqual(['retract']);
});

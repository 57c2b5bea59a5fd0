import { diag, XmlDocument } from 'libxml2-wasm';
import { adapter } from '../../adapters/police-compact/adapter.ts';
import { XSD } from '../../adapters/police-compact/payload.ts';
import { decodeWhatCanBeRead } from '../../src/ingest/decode-document.ts';
import { readText, samplesOf } from './read-sample.ts';

const samples = await samplesOf(adapter);

function sampleText(name: string): string {
  const sample = samples.find((candidate) => candidate.name === name);
  return sample?.bytes.toString('utf8') ?? '';
}

const MISSING = sampleText('missing-from-placement.xml');
const IDENTITY = {
  messageKind: 'MISSING',
  givenName: 'Sampleby',
  familyName: 'Inventedson',
  dateOfBirth: '2011-05-14',
  risk: 'HIGH',
  authority: 'E08000025',
  absence: 'MISSING',
};

describe('a police message that cannot be taken', () => {
  it('is refused wherever it breaks off, and never half taken', () => {
    for (let length = 1; length < MISSING.trimEnd().length; length += 1) {
      const { observations, refusals } = readText(adapter, MISSING.slice(0, length));
      expect(observations).toEqual([]);
      expect(refusals.map(({ code }) => code)).toEqual(['DOCUMENT_MALFORMED']);
    }
  });

  it('shows the child as soon as the name was sent', () => {
    const { refusals } = readText(adapter, MISSING.slice(0, MISSING.indexOf('<Build>')));
    expect(refusals[0]?.readable).toEqual({ ...IDENTITY, authority: null });
  });

  it('names the report it was about, not an earlier one of the same child', () => {
    const withoutKey = MISSING.replace('<MisperId>SAMPLE-MP-0042</MisperId>', '').replace('schemaVersion="1"', 'schemaVersion="9"');
    const [refusal] = readText(adapter, withoutKey).refusals;
    expect(refusal?.record).toEqual({
      kind: 'episode',
      key: 'person:007890@2026-03-01T21:30:00.000Z',
      part: '',
      order: '2026-03-01T23:05:10.000Z',
    });
  });

  it('D1: never expands entities, however many', () => {
    const entities = Array.from({ length: 30 }, (_, level) => `<!ENTITY e${String(level + 1)} "&e${String(level)};&e${String(level)};">`);
    const bomb = MISSING.replace('?>', `?>\n<!DOCTYPE x [<!ENTITY e0 "boom">${entities.join('')}]>`).replace('Slim', '&e30;');
    const { observations, refusals } = readText(adapter, bomb);
    expect(observations).toEqual([]);
    expect(refusals).toMatchObject([{ code: 'DOCUMENT_ENTITY', place: 'line 2', readable: IDENTITY }]);
  });

  it('is refused when it refers to a file of the machine', () => {
    const { refusals } = readText(adapter, MISSING.replace('?>', '?>\n<!DOCTYPE x SYSTEM "file:///etc/hostname">'));
    expect(refusals).toMatchObject([{ code: 'DOCUMENT_ENTITY' }]);
  });

  it('is refused when it nests without end', () => {
    const deep = `<MissingPoliceCompact schemaVersion="1">${'<Header>'.repeat(50_000)}`;
    expect(readText(adapter, deep).refusals).toMatchObject([{ code: 'DOCUMENT_MALFORMED', place: 'line 1', readable: null }]);
  });

  it('does not slow the reader of broken documents down', () => {
    const text = `${'<Surname '.repeat(100_000)}${' '.repeat(500_000)}${'<PreviousMissing'.repeat(50_000)}`;
    expect(adapter.readIdentity(text)).toBeNull();
    expect(readText(adapter, text).refusals).toMatchObject([{ code: 'DOCUMENT_MALFORMED' }]);
  });

  it('does not repeat the name of an element it does not know', () => {
    const [refusal] = readText(adapter, MISSING.replace('<Build>Slim</Build>', '<Inventedson/>')).refusals;
    expect(refusal?.place).toBe('line 32, /MissingPoliceCompact/Person/*');
    expect(JSON.stringify([refusal?.reason, refusal?.remedy])).not.toContain('Inventedson');
  });

  it.each([
    ['another root', '<Other/>'],
    ['another schema version', MISSING.replace('schemaVersion="1"', 'schemaVersion="2"')],
    ['no schema version', MISSING.replace(' schemaVersion="1"', '')],
    ['no header', '<MissingPoliceCompact schemaVersion="1"/>'],
    ['no time', MISSING.replace(/<SentAt>.*<\/SentAt>/, '')],
    ['two reports', MISSING.replace('<Report>', '<Report/><Report>')],
    ['a key as long as a page', MISSING.replace('007890', '0'.repeat(4000))],
    ['a section inside a field', MISSING.replace('Slim', '<Report/>')],
  ])('is refused with %s', (_name, text) => {
    expect(readText(adapter, text)).toMatchObject({ observations: [], refusals: [{ code: 'DOCUMENT_SCHEMA' }] });
  });

  it('is readable as far as it goes when it is in the wrong encoding', () => {
    const bytes = Buffer.from(MISSING.replace('Sampleby', 'Zo\u00EB'), 'latin1');
    expect(adapter.readIdentity(decodeWhatCanBeRead(bytes))).toEqual({ ...IDENTITY, givenName: 'Zo\u00EB' });
  });

  it('counts as about a missing child when its kind cannot be read', () => {
    expect(adapter.readIdentity('<Surname>Inventedson</Surname>')).toMatchObject({ messageKind: 'UNKNOWN', absence: 'MISSING' });
    expect(adapter.readIdentity(MISSING.replace('>MISSING<', '>FOUND<'))).toMatchObject({ messageKind: 'FOUND', absence: null });
  });
});

describe('a police message', () => {
  it('may have its sections in any order', () => {
    const report = /<Report>[^]*<\/Report>/.exec(MISSING)?.[0] ?? '';
    const moved = MISSING.replace(report, '').replace('</MissingPoliceCompact>', `${report}</MissingPoliceCompact>`);
    expect(readText(adapter, moved)).toEqual(readText(adapter, MISSING));
  });

  it('takes back with CANCEL every record that the same report made', () => {
    const made = readText(adapter, MISSING).observations;
    const { observations } = readText(adapter, MISSING.replace('>MISSING<', '>CANCEL<'));
    const takenBack = observations.map(({ record, part }) => JSON.stringify([record, part]));
    expect(made.filter(({ record, part }) => !takenBack.includes(JSON.stringify([record, part])))).toEqual([]);
    expect(new Set(observations.map(({ act }) => act))).toEqual(new Set(['retract']));
  });

  it('takes back with CANCEL also what came before the person had a number', () => {
    const numberless = readText(adapter, MISSING.replace('<PersonId>007890</PersonId>', '<PersonId/>')).observations;
    const people = readText(adapter, MISSING.replace('>MISSING<', '>CANCEL<')).observations.map(({ record }) => record);
    expect(people).toContainEqual(numberless.find(({ kind }) => kind === 'person')?.record);
  });

  it('leaves a field alone when its element is empty', () => {
    const { observations } = readText(adapter, MISSING.replace('<Build>Slim</Build>', '<Build> </Build>'));
    expect(observations.find(({ kind }) => kind === 'person')?.payload).not.toHaveProperty('build');
  });

  it('lets go of everything the XML library holds', () => {
    readText(adapter, MISSING);
    diag.configure({ enabled: true });
    readText(adapter, MISSING);
    readText(adapter, MISSING.replace('2026-03-01T21:30:00', 'late'));
    readText(adapter, MISSING.replace('schemaVersion="1"', 'schemaVersion="2"'));
    const held: unknown = diag.report();
    diag.configure({ enabled: false });
    expect(held).toEqual({});
  });

  it('has a schema that is XML itself', () => {
    const schema = XmlDocument.fromString(XSD);
    expect(schema.root.name).toBe('schema');
    schema.dispose();
  });
});

import { XmlDocument } from 'libxml2-wasm';
import { adapter } from '../../adapters/authority-exchange/adapter.ts';
import { SECTION_NAMES, SECTIONS, XSD } from '../../adapters/authority-exchange/payload.ts';
import { answerKind, ASKED_QUESTIONS } from '../../src/domain/observation/interview-questions.ts';
import {
  ACCOMPANIMENTS,
  HIGH_RISK_CATEGORIES,
  OFFER_OUTCOMES,
  OFFERED_TO,
  PULL_FACTORS,
  PUSH_FACTORS,
  VULNERABILITIES,
} from '../../src/domain/interview/interview-words.ts';
import { offeredToOf, outcomeOf } from '../../adapters/authority-exchange/codes.ts';
import { readText, samplesOf } from './read-sample.ts';

const samples = await samplesOf(adapter);
const textOf = (name: string): string => samples.find((sample) => sample.name === `${name}.xml`)?.bytes.toString('utf8') ?? '';
const MISSING = textOf('missing-notification');
const INTERVIEW = textOf('completed-interview');

describe('a message between authorities', () => {
  it('is asked to be signed', () => {
    expect(adapter.manifest.signed).toBe(true);
  });

  it('is refused wherever it breaks off, and never half taken', () => {
    for (let length = 1; length < MISSING.trimEnd().length; length += 1) {
      const { observations, refusals } = readText(adapter, MISSING.slice(0, length));
      expect(observations).toEqual([]);
      expect(refusals.map(({ code }) => code)).toEqual(['DOCUMENT_MALFORMED']);
    }
  });

  it.each(samples.filter(({ name }) => !name.startsWith('refused')).map(({ name }) => name))('is refused where %s was sent by another authority than it names', (name) => {
    const { observations, refusals } = readText(adapter, textOf(name.replace('.xml', '')).replace('<SendingAuthority>northmere<', '<SendingAuthority>southvale<'));
    expect(observations).toEqual([]);
    expect(refusals).toMatchObject([{ code: 'VALUE_INVALID', place: expect.stringContaining('SendingAuthority') as unknown }]);
  });

  it.each(['NORTHMERE', 'E99000001', ' north mere ', 'northmere-hub'])('is not taken for the sender under another name: %s', (name) => {
    expect(readText(adapter, MISSING.replace('northmere', name)).observations).toEqual([]);
  });

  it('keeps what it may not read as it is shown from whoever sends a message of something else', () => {
    expect(adapter.readIdentity(INTERVIEW)).toBeNull();
    expect(adapter.readIdentity(textOf('risk-assessment'))).toBeNull();
    expect(adapter.readIdentity(MISSING.slice(0, MISSING.indexOf('<Gender>')))).toMatchObject({ givenName: 'Sampleby', absence: 'MISSING' });
    expect(adapter.readIdentity(textOf('traced-and-returned'))).toMatchObject({ absence: null });
    expect(adapter.readIdentity('<x/>')).toBeNull();
  });

  it('says that nobody is back whose return it can name by no time and no place', () => {
    const text = textOf('traced-and-returned').replace('2026-03-02T04:10:00Z', 'not yet').replace(/<ReturnedTo>.*<\/ReturnedTo>/, '');
    expect(readText(adapter, text).observations.map(({ kind }) => kind)).not.toContain('returned');
  });

  it('never says more of an interview than that it was held, where a word is none of the form', () => {
    const { observations, warnings } = readText(adapter, INTERVIEW.replace('<Answer question="firstTime">NO', '<Answer question="firstTime">MAYBE'));
    expect(warnings).toMatchObject([{ code: 'CODE_UNKNOWN' }]);
    expect(observations[0]?.kind === 'interview' && 'firstTime' in observations[0].payload.answers).toBe(false);
  });
});

describe('the shape of a message between authorities', () => {
  it('is a schema', () => {
    const document = XmlDocument.fromString(XSD);
    expect(document.root.name).toBe('schema');
    document.dispose();
  });

  it('says of every field what becomes of it, once', () => {
    const named = adapter.fields.map(({ name }) => name);
    expect(new Set(named).size).toBe(named.length);
    expect(named).toEqual(expect.arrayContaining(SECTION_NAMES.flatMap((section) => SECTIONS[section].map((field) => `${section}/${field}`))));
    expect(named).toEqual(expect.arrayContaining(ASKED_QUESTIONS.map((question) => `CompletedInterview/Answers/Answer[@question="${question}"]`)));
    expect(adapter.fields.filter((field) => ('ignored' in field ? field.ignored === '' : field.becomes.length === 0))).toEqual([]);
  });

  it('has the words of the interview form, all of them', () => {
    expect(Object.fromEntries(ASKED_QUESTIONS.map((question) => [question, answerKind(question)]))).toMatchObject({
      accompaniment: { one: ACCOMPANIMENTS },
      vulnerabilities: { several: VULNERABILITIES },
      highRiskCategories: { several: HIGH_RISK_CATEGORIES },
      pushFactors: { several: PUSH_FACTORS },
      pullFactors: { several: PULL_FACTORS },
    });
    expect(OFFER_OUTCOMES.map(outcomeOf)).toEqual(OFFER_OUTCOMES);
    expect(OFFERED_TO.map(offeredToOf)).toEqual(OFFERED_TO);
  });
});

import { observationId, type Statement } from '../../../src/domain/observation/observation-id.ts';

const subject = { agency: 'mereshire', system: 'compact', kind: 'person', key: 'P1' } as const;
const said: Statement = {
  subject,
  record: subject,
  part: 'M1',
  act: 'assert',
  kind: 'person',
  order: '2026-01-01T00:00:00.000Z',
  payload: { givenName: 'Testgirl', familyName: 'Example' },
  adapter: 'police-compact',
  adapterVersion: '1',
};

describe('an observation id', () => {
  it('is a sha-256 in hexadecimal', () => {
    expect(observationId(said)).toMatch(/^[0-9a-f]{64}$/);
  });
  it('is the same for the same words in another document and in another order of fields', () => {
    const again = { ...said, payload: { familyName: 'Example', givenName: 'Testgirl' }, document: 'another', place: 'line 9' };
    expect(observationId(again)).toBe(observationId(said));
  });
  it('tells a field that is absent from one that is null', () => {
    expect(observationId({ ...said, payload: { ...said.payload, upn: null } })).not.toBe(observationId(said));
  });
  it.each([{ part: 'M2' }, { order: '2026-01-01T00:00:00.001Z' }, { act: 'correct' as const }, { adapterVersion: '2' }])(
    'changes with %p',
    (change) => {
      expect(observationId({ ...said, ...change })).not.toBe(observationId(said));
    },
  );
});

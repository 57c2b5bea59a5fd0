import { HubError } from '../../../src/domain/errors.ts';
import { dateInterval } from '../../../src/domain/interval/london-interval.ts';
import { PAYLOAD_VERSION, readPayload } from '../../../src/domain/observation/payload-schema.ts';

function refusalOf(read: () => unknown): HubError {
  try {
    read();
  } catch (error) {
    if (error instanceof HubError) {
      return error;
    }
  }
  throw new TypeError('It was not refused.');
}

describe('a stored payload', () => {
  it('comes back as it was, nulls kept and absent fields absent', () => {
    const payload = { givenName: 'Testboy', upn: null, dateOfBirth: dateInterval('2011-05-04') };
    expect(readPayload('person', PAYLOAD_VERSION, JSON.parse(JSON.stringify(payload)))).toEqual(payload);
  });
  it('of another version is refused', () => {
    expect(refusalOf(() => readPayload('person', 2, {})).code).toBe('VALUE_INVALID');
  });
  it('of another shape is refused by its place, without repeating the value', () => {
    const refusal = refusalOf(() => readPayload('risk', 1, { risk: 'CANARY', word: 'CANARY', at: null }));
    expect(refusal.code).toBe('VALUE_INVALID');
    expect(refusal.details).toEqual({ places: ['/risk', '/at'] });
    expect(JSON.stringify([refusal.message, refusal.details])).not.toContain('CANARY');
  });
  it('with a field nobody knows is refused', () => {
    expect(refusalOf(() => readPayload('status', 1, { status: 'AWAY', at: null, secret: 1 })).code).toBe('VALUE_INVALID');
  });
  it('of an offer says who covers and what was tried, or is silent of both as older ones are', () => {
    const plain = {
      episodes: [],
      episodeKeys: [],
      at: dateInterval('2026-05-05'),
      offeredTo: 'CHILD',
      outcome: null,
      phonedYoungPerson: 'NOT_SAID',
      spokenToParentCarer: 'NOT_SAID',
      spokenToSocialWorker: 'NOT_SAID',
      reason: null,
      askAgainOn: null,
      explanation: null,
      service: 'northmere',
    };
    const whole = { ...plain, coveredBy: 'ward', tried: ['ALL_NUMBERS', 'CARER'] };
    expect([plain, whole, { ...plain, coveredBy: null, tried: [] }].map((offer) => readPayload('offer', PAYLOAD_VERSION, offer))).toEqual([plain, whole, { ...plain, coveredBy: null, tried: [] }]);
    expect(refusalOf(() => readPayload('offer', PAYLOAD_VERSION, { ...plain, tried: ['EVERYBODY'] })).details).toEqual({ places: ['/tried/0'] });
  });
});

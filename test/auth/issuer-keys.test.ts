import { IssuerKeys } from '../../src/auth/issuer-keys.ts';
import { aKey, aKeySet, NOW } from './a-token.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const [old, next] = [aKey('old'), aKey('next')];

/** An issuer whose set can be changed or taken off the air, and how often it was asked. */
class Source {
  text: string | null;
  asked = 0;
  readonly faults: string[] = [];
  readonly keys = new IssuerKeys({
    load: () => {
      this.asked += 1;
      return Promise.resolve(this.text);
    },
    onFault: (reason) => this.faults.push(reason),
  });

  constructor(text: string | null = aKeySet(old)) {
    this.text = text;
  }
}

describe("an issuer's keys", () => {
  it('J16 serve both while rotating: the old one until it leaves the set, the new one from its first token', async () => {
    const source = new Source();
    expect(await source.keys.find('old', NOW)).toMatchObject({ algorithm: 'ES256' });

    source.text = aKeySet(old, next);
    expect(await source.keys.find('next', NOW + MINUTE)).toMatchObject({ algorithm: 'ES256' });
    expect(await source.keys.find('old', NOW + MINUTE)).toMatchObject({ algorithm: 'ES256' });

    source.text = aKeySet(next);
    expect(await source.keys.find('old', NOW + 12 * MINUTE)).toBe('KEY_UNKNOWN');
    expect(await source.keys.find('next', NOW + 12 * MINUTE)).toMatchObject({ algorithm: 'ES256' });
  });

  it('J16 are asked for once in half a minute, however many unknown kids come', async () => {
    const source = new Source();
    await source.keys.find('old', NOW);

    for (let second = 0; second < 90; second += 1) {
      expect(await source.keys.find(`made-up-${String(second)}`, NOW + second * 1000)).toBe('KEY_UNKNOWN');
    }
    expect(source.asked).toBe(3);
  });

  it('J16 are not asked for again for a kid that was not there a moment ago', async () => {
    const source = new Source();
    await source.keys.find('old', NOW);
    await source.keys.find('made-up', NOW + 30_000);
    expect(source.asked).toBe(2);

    expect(await source.keys.find('made-up', NOW + 75_000)).toBe('KEY_UNKNOWN');
    expect(source.asked).toBe(2);
    await source.keys.find('made-up', NOW + 95_000);
    expect(source.asked).toBe(3);
  });

  it('J16 let a new key in even while unknown kids flood in', async () => {
    const source = new Source();
    for (let at = 0; at < 3000; at += 1) {
      await source.keys.find(`made-up-${String(at)}`, NOW + at * 100);
    }
    source.text = aKeySet(old, next);

    expect(await source.keys.find('next', NOW + 5.5 * MINUTE)).toMatchObject({ algorithm: 'ES256' });
  });

  it('are asked for once by all who come at the same moment', async () => {
    const source = new Source();

    const found = await Promise.all(Array.from({ length: 50 }, () => source.keys.find('old', NOW)));

    expect(found.every((key) => typeof key === 'object')).toBe(true);
    expect(source.asked).toBe(1);
  });

  it.each([null, '<html>not found</html>', '{"keys":{}}'])('still serve through the night while the issuer answers %j', async (answer) => {
    const source = new Source();
    await source.keys.find('old', NOW);
    source.text = answer;

    expect(await source.keys.find('old', NOW + 11 * HOUR)).toMatchObject({ algorithm: 'ES256' });
    expect(await source.keys.find('old', NOW + 13 * HOUR)).toBe('KEYS_UNAVAILABLE');
    expect(source.faults).toEqual(['KEYS_UNAVAILABLE', 'KEYS_UNAVAILABLE']);

    source.text = aKeySet(old);
    expect(await source.keys.find('old', NOW + 14 * HOUR)).toMatchObject({ algorithm: 'ES256' });
  });

  it('that could not be had at first are had as soon as the issuer answers', async () => {
    const source = new Source(null);
    expect(await source.keys.find('old', NOW)).toBe('KEYS_UNAVAILABLE');

    source.text = aKeySet(old);

    expect(await source.keys.find('old', NOW + MINUTE)).toMatchObject({ algorithm: 'ES256' });
  });

  it('leave out the one that cannot be used, and say so', async () => {
    const weak = aKey('weak', 'RS256', 1024);
    const source = new Source(aKeySet(weak, old));

    expect(await source.keys.find('weak', NOW)).toBe('KEY_UNKNOWN');
    expect(await source.keys.find('old', NOW)).toMatchObject({ algorithm: 'ES256' });
    expect(source.faults).toContain('KEY_LEFT_OUT');
  });
});

import { routerKeysOf } from '../../src/config/router-keys.ts';

const k = (length: number, fill = 7): string => Buffer.alloc(length, fill).toString('base64url');
const aKey = (given: object = {}): object => ({ kty: 'oct', use: 'router', kid: 'router-1', k: k(32), ...given });

describe('what a federation router shows that it is one', () => {
  it('is each key of that use, and none where there is no router', () => {
    expect(routerKeysOf([{ kty: 'oct', use: 'cursor', kid: 'c', k: k(32) }, aKey(), aKey({ kid: 'router-2', k: k(32, 8) })])).toEqual([Buffer.alloc(32, 7), Buffer.alloc(32, 8)]);
    expect(routerKeysOf([{ kty: 'oct', use: 'cursor', kid: 'c', k: k(32) }])).toEqual([]);
  });

  it.each([
    ['short', aKey({ k: k(31) })],
    ['not base64url', aKey({ k: '!' })],
    ['of another kind', aKey({ kty: 'EC' })],
    ['without a name', aKey({ kid: '' })],
  ])('is refused where it is %s', (_fault, key) => {
    expect(() => routerKeysOf([key])).toThrow('HOMEWARD_KEYS holds a key with "use": "router"');
  });
});

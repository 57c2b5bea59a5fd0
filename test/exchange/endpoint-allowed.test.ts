import fc from 'fast-check';
import { ENDPOINT_REFUSALS, endpointAllowed, listedEndpoints } from '../../src/exchange/endpoint-allowed.ts';

const LISTED = [
  { origin: 'https://hub.westhaven.example', pathPrefix: '/exchange/' },
  { origin: 'https://hub.eastmoor.example:8443', pathPrefix: '/' },
  { origin: 'http://localhost:4001', pathPrefix: '/exchange/', demonstration: true },
];
const LIST = listedEndpoints(LISTED, { production: false });

describe('an endpoint', () => {
  it.each([
    ['https://hub.westhaven.example/exchange/messages', { secure: true, host: 'hub.westhaven.example', port: 443, path: '/exchange/messages', demonstration: false }],
    ['https://hub.westhaven.example/exchange/', { secure: true, host: 'hub.westhaven.example', port: 443, path: '/exchange/', demonstration: false }],
    ['https://hub.eastmoor.example:8443/', { secure: true, host: 'hub.eastmoor.example', port: 8443, path: '/', demonstration: false }],
    ['http://localhost:4001/exchange/messages', { secure: false, host: 'localhost', port: 4001, path: '/exchange/messages', demonstration: true }],
  ])('is allowed as it is listed: %s', (address, endpoint) => {
    expect(endpointAllowed(address, LIST)).toEqual(endpoint);
  });

  it.each<[string, string, keyof typeof ENDPOINT_REFUSALS]>([
    ['by http', 'http://hub.westhaven.example/exchange/x', 'NOT_LISTED'],
    ['by another scheme', 'ftp://hub.westhaven.example/exchange/x', 'NOT_LISTED'],
    ['a file', 'file:///exchange/x', 'NOT_LISTED'],
    ['data', 'data:text/plain,x', 'PATH'],
    ['a blob', 'blob:https://hub.westhaven.example/exchange/x', 'PATH'],
    ['code', 'javascript:alert(1)', 'PATH'],
    ['another host', 'https://hub.northmere.example/exchange/x', 'NOT_LISTED'],
    ['a host below a listed one', 'https://a.hub.westhaven.example/exchange/x', 'NOT_LISTED'],
    ['a host that begins with a listed one', 'https://hub.westhaven.example.evil.example/exchange/x', 'NOT_LISTED'],
    ['a host that ends with a listed one', 'https://evilhub.westhaven.example/exchange/x', 'NOT_LISTED'],
    ['another port', 'https://hub.westhaven.example:8443/exchange/x', 'NOT_LISTED'],
    ['the listed port left out', 'https://hub.eastmoor.example/x', 'NOT_LISTED'],
    ['the usual port written out', 'https://hub.westhaven.example:443/exchange/x', 'WRITTEN_OTHERWISE'],
    ['a port with zeros', 'https://hub.eastmoor.example:08443/x', 'WRITTEN_OTHERWISE'],
    ['a port too far', 'https://hub.westhaven.example:65979/exchange/x', 'NOT_AN_ADDRESS'],
    ['a user', 'https://user@hub.westhaven.example/exchange/x', 'CREDENTIALS'],
    ['a password alone', 'https://:word@hub.westhaven.example/exchange/x', 'CREDENTIALS'],
    ['a listed host as the user of another', 'https://hub.westhaven.example@evil.example/exchange/x', 'CREDENTIALS'],
    ['a listed host and port as credentials', 'https://hub.westhaven.example:443@evil.example/exchange/x', 'CREDENTIALS'],
    ['nothing before an @', 'https://@hub.westhaven.example/exchange/x', 'WRITTEN_OTHERWISE'],
    ['a backslash before an @', 'https://hub.westhaven.example\\@evil.example/exchange/x', 'WRITTEN_OTHERWISE'],
    ['backslashes for slashes', 'https:\\\\hub.westhaven.example\\exchange\\x', 'WRITTEN_OTHERWISE'],
    ['no slashes', 'https:hub.westhaven.example/exchange/x', 'WRITTEN_OTHERWISE'],
    ['three slashes', 'https:///hub.westhaven.example/exchange/x', 'WRITTEN_OTHERWISE'],
    ['a fragment', 'https://hub.westhaven.example/exchange/x#y', 'QUERY'],
    ['an empty fragment', 'https://hub.westhaven.example/exchange/x#', 'QUERY'],
    ['a fragment with another host', 'https://evil.example/#@hub.westhaven.example/exchange/x', 'QUERY'],
    ['a query', 'https://hub.westhaven.example/exchange/x?to=https://evil.example', 'QUERY'],
    ['an empty query', 'https://hub.westhaven.example/exchange/x?', 'QUERY'],
    ['another path', 'https://hub.westhaven.example/admin', 'NOT_LISTED'],
    ['a path that begins alike', 'https://hub.westhaven.example/exchanges', 'NOT_LISTED'],
    ['the prefix without its end', 'https://hub.westhaven.example/exchange', 'NOT_LISTED'],
    ['no path', 'https://hub.westhaven.example', 'WRITTEN_OTHERWISE'],
    ['a way up', 'https://hub.westhaven.example/exchange/../admin', 'WRITTEN_OTHERWISE'],
    ['a way up in hexadecimal', 'https://hub.westhaven.example/exchange/%2e%2e/admin', 'WRITTEN_OTHERWISE'],
    ['a slash in hexadecimal', 'https://hub.westhaven.example/exchange/..%2fadmin', 'PATH'],
    ['a way up in hexadecimal twice', 'https://hub.westhaven.example/exchange/%252e%252e/admin', 'PATH'],
    ['a way up with a parameter', 'https://hub.westhaven.example/exchange/..;/admin', 'PATH'],
    ['a doubled slash', 'https://hub.westhaven.example/exchange//evil.example', 'PATH'],
    ['a hidden file', 'https://hub.westhaven.example/exchange/.git', 'PATH'],
    ['an end of line', 'https://hub.westhaven.example/exchange/x\r\nHost: evil.example', 'WRITTEN_OTHERWISE'],
    ['an end of line in hexadecimal', 'https://hub.westhaven.example/exchange/x%0d%0aHost:y', 'PATH'],
    ['a tab in the host', 'https://hub.west\thaven.example/exchange/x', 'WRITTEN_OTHERWISE'],
    ['a space before', ' https://hub.westhaven.example/exchange/x', 'WRITTEN_OTHERWISE'],
    ['a space after', 'https://hub.westhaven.example/exchange/x ', 'WRITTEN_OTHERWISE'],
    ['capitals', 'https://HUB.westhaven.example/exchange/x', 'WRITTEN_OTHERWISE'],
    ['a scheme in capitals', 'HTTPS://hub.westhaven.example/exchange/x', 'WRITTEN_OTHERWISE'],
    ['a dot at the end of the host', 'https://hub.westhaven.example./exchange/x', 'NOT_LISTED'],
    ['the same dot in hexadecimal', 'https://hub.westhaven.example%2e/exchange/x', 'WRITTEN_OTHERWISE'],
    ['a Cyrillic letter', 'https://hub.w\u0435sthaven.example/exchange/x', 'WRITTEN_OTHERWISE'],
    ['the same in ASCII', `https://${new URL('https://hub.w\u0435sthaven.example').hostname}/exchange/x`, 'NOT_LISTED'],
    ['wide letters', 'https://\uff48ub.westhaven.example/exchange/x', 'WRITTEN_OTHERWISE'],
    ['another full stop', 'https://hub\u3002westhaven.example/exchange/x', 'WRITTEN_OTHERWISE'],
    ['a soft hyphen', 'https://hub.west\u00adhaven.example/exchange/x', 'WRITTEN_OTHERWISE'],
    ['an address', 'https://127.0.0.1/exchange/x', 'NOT_LISTED'],
    ['an address of metadata', 'http://169.254.169.254/latest/meta-data/', 'NOT_LISTED'],
    ['a number', 'https://2130706433/exchange/x', 'WRITTEN_OTHERWISE'],
    ['an octal address', 'https://0177.0.0.1/exchange/x', 'WRITTEN_OTHERWISE'],
    ['a hexadecimal address', 'https://0x7f000001/exchange/x', 'WRITTEN_OTHERWISE'],
    ['a short address', 'https://127.1/exchange/x', 'WRITTEN_OTHERWISE'],
    ['nothing at all as an address', 'https://0/exchange/x', 'WRITTEN_OTHERWISE'],
    ['digits in circles', 'https://\u2460\u2461\u2466.0.0.1/exchange/x', 'WRITTEN_OTHERWISE'],
    ['loopback of version 6', 'https://[::1]/exchange/x', 'NOT_LISTED'],
    ['a mapped address', 'https://[::ffff:7f00:1]/exchange/x', 'NOT_LISTED'],
    ['this machine by its name', 'https://localhost/exchange/x', 'NOT_LISTED'],
    ['this machine at another port', 'http://localhost:5432/exchange/x', 'NOT_LISTED'],
    ['this machine by address where its name is listed', 'http://127.0.0.1:4001/exchange/x', 'NOT_LISTED'],
    ['this machine by https where http is listed', 'https://localhost:4001/exchange/x', 'NOT_LISTED'],
    ['a name below this machine', 'http://a.localhost:4001/exchange/x', 'NOT_LISTED'],
    ['no address', 'hub.westhaven.example/exchange/x', 'NOT_AN_ADDRESS'],
    ['nothing', '', 'NOT_AN_ADDRESS'],
    ['two hosts', 'https://hub.westhaven.example evil.example/exchange/x', 'NOT_AN_ADDRESS'],
  ])('is refused: %s', (...[, address, refusal]) => {
    expect(endpointAllowed(address, LIST)).toBe(refusal);
  });

  it('that is allowed is read by nobody in another way, whatever is put into it', () => {
    const pieces = fc.constantFrom('@', '\\', '/', '//', '..', '%2e', '%00', ':', '#', '?', '\t', '.', 'evil.example', '[', '\u3002', ';', '0x7f.1', ' ', 'a');
    const parts = fc.record({ at: fc.nat(47), put: fc.array(pieces, { minLength: 1, maxLength: 4 }) });
    fc.assert(
      fc.property(parts, ({ at, put }) => {
        const honest = 'https://hub.westhaven.example/exchange/messages';
        const found = endpointAllowed(honest.slice(0, at) + put.join('') + honest.slice(at), LIST);
        if (typeof found !== 'string') {
          expect(found).toMatchObject({ secure: true, host: 'hub.westhaven.example', port: 443 });
          expect(found.path).toMatch(/^\/exchange\/[A-Za-z0-9._/-]*$/);
          expect(found.path).not.toMatch(/\/\.|\/\//);
        }
      }),
      { numRuns: 3000, seed: 20261122 },
    );
  });

  it('is refused in words that differ', () => {
    expect(new Set(Object.values(ENDPOINT_REFUSALS)).size).toBe(6);
  });
});

describe('the list of endpoints', () => {
  const entry = (changes: object): unknown => [{ origin: 'https://hub.westhaven.example', pathPrefix: '/exchange/', ...changes }];

  it.each<[string, unknown]>([
    ['http', entry({ origin: 'http://hub.westhaven.example' })],
    ['a path in the origin', entry({ origin: 'https://hub.westhaven.example/' })],
    ['the usual port', entry({ origin: 'https://hub.westhaven.example:443' })],
    ['an address for a name', entry({ origin: 'https://192.0.2.1' })],
    ['an address of version 6', entry({ origin: 'https://[2001:db8::1]' })],
    ['a number for a name', entry({ origin: 'https://2130706433' })],
    ['a name of one label', entry({ origin: 'https://intranet' })],
    ['a dot at the end', entry({ origin: 'https://hub.westhaven.example.' })],
    ['a name in another script', entry({ origin: 'https://hub.xn--wsthaven-2of.example' })],
    ['a land in another script', entry({ origin: 'https://hub.westhaven.xn--p1ai' })],
    ['capitals', entry({ origin: 'https://HUB.westhaven.example' })],
    ['credentials', entry({ origin: 'https://user@hub.westhaven.example' })],
    ['any host', entry({ origin: 'https://*.westhaven.example' })],
    ['this machine without saying that it is for a demonstration', entry({ origin: 'https://localhost:4001' })],
    ['this machine by address', entry({ origin: 'http://127.0.0.1:4001', demonstration: true })],
    ['this machine without a port', entry({ origin: 'http://localhost', demonstration: true })],
    ['another machine for a demonstration', entry({ origin: 'http://hub.westhaven.example:4001', demonstration: true })],
    ['a prefix without its end', entry({ pathPrefix: '/exchange' })],
    ['a prefix that goes up', entry({ pathPrefix: '/exchange/../' })],
    ['an empty prefix', entry({ pathPrefix: '' })],
    ['more than it says', entry({ redirects: true })],
    ['no list', { origin: 'https://canary.example' }],
  ])('is refused with %s', (_fault, json) => {
    expect(() => listedEndpoints(json, { production: false })).toThrow('The list of endpoints:');
    expect(() => listedEndpoints(json, { production: false })).not.toThrow(/westhaven|canary/);
  });

  it('names no demonstration in production', () => {
    expect(() => listedEndpoints(LISTED, { production: true })).toThrow('this is production');
    expect(listedEndpoints(LISTED.slice(0, 2), { production: true })).toHaveLength(2);
    expect(LIST).toHaveLength(3);
  });

  it('that is empty lets nothing out', () => {
    expect(endpointAllowed('https://hub.westhaven.example/exchange/x', listedEndpoints([], { production: true }))).toBe('NOT_LISTED');
  });
});

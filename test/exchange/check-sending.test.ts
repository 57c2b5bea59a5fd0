import { demonstrationDirectory } from '../../src/cli/demonstration/demonstration-directory.ts';
import { findAdapters, formatsOf } from '../../src/compose.ts';
import { buildDirectory } from '../../src/directory/build-directory.ts';
import { parseDirectory } from '../../src/directory/parse-directory.ts';
import { missingSecrets, sendingFaults, type SendingParts } from '../../src/exchange/check-sending.ts';

describe('a directory that says how to send', () => {
  let parts: SendingParts;
  beforeAll(async () => {
    parts = { formats: formatsOf(await findAdapters()), production: true };
  });
  const faults = (replaced: string, by: string): string[] => {
    expect(demonstrationDirectory).toContain(replaced);
    return sendingFaults(parseDirectory(demonstrationDirectory.replace(replaced, by)), parts).map(({ path, wrong }) => `${path.join('.')}: ${wrong}`);
  };

  it('of the demonstration fits the adapters and the list of where the hub may send', () => {
    expect(sendingFaults(parseDirectory(demonstrationDirectory), parts)).toEqual([]);
  });

  it.each<[string, { readonly replaced: string; readonly by: string; readonly said: RegExp }]>([
    ['a hub that is not on the list', { replaced: 'url: https://hub.westhaven.invalid/', by: 'url: https://hub.eastmoor.invalid/', said: /^hubs\.0\.url: nothing can be sent there: it is not on the list/ }],
    ['a hub whose address does not end in a slash', { replaced: 'url: https://hub.westhaven.invalid/', by: 'url: https://hub.westhaven.invalid', said: /^hubs\.0\.url: nothing can be sent there/ }],
    ['a hub inside the network', { replaced: 'url: https://hub.westhaven.invalid/', by: 'url: https://169.254.169.254/', said: /^hubs\.0\.url: nothing can be sent there: it is not on the list/ }],
    ['a list with an address in place of a name', { replaced: '{ origin: "https://hub.westhaven.invalid"', by: '{ origin: "https://10.0.0.7"', said: /^endpoints: this is no list/ }],
    ['a list with a path that is none', { replaced: 'pathPrefix: "/exchange/"', by: 'pathPrefix: "/exchange"', said: /^endpoints: this is no list/ }],
    ['a format that nobody writes', { replaced: 'adapter: ehm, system: northmere-ehm', by: 'adapter: ssda903, system: northmere-903', said: /^channels\.2\.adapter: the hub has no adapter of this name that writes its format/ }],
    ['settings that its adapter does not take', { replaced: 'settings: { questions: { OFFICE: ignored } } }\n  - { id: northmere-own', by: 'settings: { questions: { OFFICE: nonsense } } }\n  - { id: northmere-own', said: /^channels\.1\.settings/ }],
  ])('is refused with %s', (_fault, { replaced, by, said }) => {
    expect(faults(replaced, by)).toEqual([expect.stringMatching(said)]);
  });

  it('leads to this very machine outside production alone', () => {
    const [local, listed] = ['url: http://localhost:4001/', '{ origin: "http://localhost:4001", pathPrefix: "/exchange/", demonstration: true }'];
    const directory = demonstrationDirectory.replace('url: https://hub.westhaven.invalid/', local).replace('{ origin: "https://hub.westhaven.invalid", pathPrefix: "/exchange/" }', listed);
    expect(sendingFaults(parseDirectory(directory), { ...parts, production: false })).toEqual([]);
    expect(sendingFaults(parseDirectory(directory), parts).map(({ path }) => path.join('.'))).toEqual(['endpoints']);
  });

  it('says which secrets it lacks', () => {
    const directory = buildDirectory(parseDirectory(demonstrationDirectory), 1);
    expect(missingSecrets(directory, new Map())).toEqual(['shared-with-westhaven']);
    expect(missingSecrets(directory, new Map([['shared-with-westhaven', 1]]))).toEqual([]);
  });
});

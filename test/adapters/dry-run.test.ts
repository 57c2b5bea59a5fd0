import { readdirSync } from 'node:fs';
import path from 'node:path';
import { demonstrationDirectory } from '../../src/cli/demonstration/demonstration-directory.ts';
import { adapterDoor, findAdapters } from '../../src/compose.ts';
import { buildDirectory } from '../../src/directory/build-directory.ts';
import type { Directory } from '../../src/directory/directory.ts';
import { parseDirectory } from '../../src/directory/parse-directory.ts';
import { subjectOf } from '../../src/ingest/conformance/samples.ts';
import { documentStatus } from '../../src/ingest/document-status.ts';
import type { Delivery } from '../../src/ingest/open-delivery.ts';
import { receive } from '../../src/ingest/receive.ts';
import { takeWaiting } from '../../src/ingest/take-waiting.ts';
import { tryDelivery, type DryRun } from '../../src/ingest/try-delivery.ts';
import { anIngest, NOW, type TestIngest } from '../ingest/an-ingest.ts';
import { aSigningKey, signDetached, type SigningKey } from '../support/a-signature.ts';

const ADAPTERS = path.resolve(import.meta.dirname, '../../adapters');
const NAMES = readdirSync(ADAPTERS).sort();

let hub: TestIngest;
let key: SigningKey;
let directory: Directory;
beforeAll(async () => {
  key = await aSigningKey('one');
  const shown = buildDirectory(parseDirectory(demonstrationDirectory), 1);
  const signing = [...shown.systems].map(([id, system]) => [id, system.adapter === 'authority-exchange' ? { ...system, keys: [key.jwk] } : system] as const);
  directory = { ...shown, systems: new Map(signing) };
  hub = await anIngest({ directory: () => directory, adapters: await findAdapters() });
});
afterEach(() => hub.clear());
afterAll(() => hub.close());

/** Every sample of an adapter as its system in the directory would send it. */
async function deliveriesOf(name: string): Promise<Delivery[]> {
  const adapter = hub.services.adapters.get(name);
  const source = [...directory.systems.values()].find((system) => system.adapter === name);
  if (adapter === undefined || source === undefined) {
    throw new TypeError('every adapter has a system in the directory of these tests');
  }
  const { samples } = await subjectOf(adapter, { door: adapterDoor(name), samples: path.join(ADAPTERS, name, 'samples') });
  const extracted = adapter.manifest.order === 'extractDate' ? '2026-04-30T06:00:00Z' : null;
  const as = { adapter: name, agency: source.agency, system: source.id, extracted, fileName: null, receivedBy: 'a test', now: NOW };
  return Promise.all(samples.map(async ({ bytes }) => ({ ...as, bytes, signature: adapter.manifest.signed === true ? await signDetached(bytes, key) : null })));
}

type Told = Pick<DryRun, 'state' | 'records' | 'taken' | 'already' | 'refused' | 'warnings'> & { readonly refusals: readonly { readonly code: string; readonly place: string }[] };

/** What both a dry run and the status of a document tell; a refusal is kept once for each code and place. */
function inBoth({ state, records, taken, already, refused, warnings, refusals }: Told) {
  return { state, records, taken, already, refused, warnings, refusals: [...new Set(refusals.map(({ code, place }) => `${code} ${place}`))].sort() };
}

it.each(NAMES)('a dry run says of every sample of %s what becomes of it when it is then sent', async (name) => {
  const deliveries = await deliveriesOf(name);
  expect(deliveries.length).toBeGreaterThan(0);
  for (const delivery of deliveries) {
    const said = await tryDelivery(hub.services, delivery);
    const { document } = await receive(hub.services, delivery);
    await takeWaiting(hub.services);
    expect(inBoth(said)).toEqual(inBoth(await documentStatus(hub.services, { ...delivery, id: document })));
  }
});

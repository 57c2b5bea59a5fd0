import { readFileSync } from 'node:fs';
import path from 'node:path';
import { adapter } from '../../adapters/authority-exchange/adapter.ts';
import type { SourceSystem } from '../../src/directory/directory.ts';
import { replayQuarantine } from '../../src/ingest/replay-quarantine.ts';
import { takeWaiting } from '../../src/ingest/take-waiting.ts';
import { aSigningKey, signDetached, type SigningKey } from '../support/a-signature.ts';
import { aDirectory } from './a-directory.ts';
import { anIngest, type TestDocument, type TestIngest } from './an-ingest.ts';

const sample = (name: string): string => readFileSync(path.resolve(import.meta.dirname, `../../adapters/authority-exchange/samples/${name}.xml`), 'utf8');

describe('a signed document', () => {
  let hub: TestIngest;
  let key: SigningKey;
  let known: readonly Readonly<Record<string, unknown>>[];
  beforeAll(async () => {
    key = await aSigningKey('one');
    const directory = (): ReturnType<typeof aDirectory> => {
      const system: SourceSystem = { id: 'northmere-exchange', agency: 'northmere', adapter: 'authority-exchange', personKeys: 'northmere-exchange', settings: null, silentAfterHours: null, keys: known, hub: null };
      const plain = aDirectory();
      return { ...plain, systems: new Map([...plain.systems, [system.id, system]]) };
    };
    known = [key.jwk];
    hub = await anIngest({ directory, adapters: new Map([[adapter.manifest.id, adapter]]) });
  });
  beforeEach(async () => {
    known = [key.jwk];
    await hub.clear();
  });
  afterAll(() => hub.close());

  const aMessage = async (text: string): Promise<TestDocument> => ({ bytes: text, adapter: 'authority-exchange', agency: 'northmere', system: 'northmere-exchange', signature: await signDetached(text, key) });
  const states = (): Promise<object[]> => hub.rows('select state from source_document');
  const refusals = (): Promise<object[]> => hub.rows(`select code from quarantine where state = 'OPEN' order by code`);

  it('keeps its signature, which can be proven again', async () => {
    const message = await aMessage(sample('risk-assessment'));
    await hub.ingest(message);
    expect(await hub.rows('select signature from source_document')).toEqual([{ signature: message.signature }]);
    expect(await hub.rows('select word from risk_assessment')).toEqual([{ word: 'High' }]);
  });

  it.each([
    ['no signature', { signature: null }, 'SIGNATURE_REQUIRED'],
    ['a signature of other bytes', { bytes: sample('agreement-alone') }, 'SIGNATURE_INVALID'],
  ])('with %s is not stored', async (_what, changed, code) => {
    await expect(hub.receive({ ...(await aMessage(sample('risk-assessment'))), ...changed })).rejects.toMatchObject({ code });
    expect(await states()).toEqual([]);
  });

  it('is not taken where its bytes were changed in the store', async () => {
    await hub.receive(await aMessage(sample('risk-assessment')));
    await hub.rows(`update source_document set bytes = convert_to(replace(convert_from(bytes, 'UTF8'), 'High', 'Low'), 'UTF8')`);
    await takeWaiting(hub.services);
    expect([await states(), await refusals(), await hub.rows('select from risk_assessment')]).toEqual([[{ state: 'QUARANTINED' }], [{ code: 'SIGNATURE_INVALID' }], []]);
  });

  it('is proven again when it is replayed: not with a key that was taken away since, and with one that came back', async () => {
    const text = sample('missing-notification').replace('northmere<', 'another<');
    await hub.ingest(await aMessage(text));
    expect(await refusals()).toEqual([{ code: 'VALUE_INVALID' }]);
    const replay = { agency: 'northmere', ids: 'all', acceptRetractions: false, by: 'a test' } as const;
    known = [];
    await replayQuarantine(hub.services, replay);
    expect(await refusals()).toEqual([{ code: 'SIGNATURE_INVALID' }]);
    known = [key.jwk];
    await replayQuarantine(hub.services, replay);
    expect(await refusals()).toEqual([{ code: 'VALUE_INVALID' }]);
  });
});

import { adapter as exchange } from '../../../adapters/authority-exchange/adapter.ts';
import { checkAdapter, type CheckResult } from '../../../src/ingest/conformance/check-adapter.ts';
import { subjectOf } from '../../../src/ingest/conformance/samples.ts';
import type { Adapter } from '../../../src/ingest/adapter-contract.ts';
import type { Outgoing, Renderer } from '../../../src/exchange/render-contract.ts';
import { HubError } from '../../../src/domain/errors.ts';

const WRITER: Renderer = exchange.renderer ?? { sayable: (outgoing) => outgoing, losses: () => [], render: () => { throw new HubError('FORMAT_CANNOT_SAY', ''); } };

function without<T extends object, K extends keyof T>(whole: T, name: K): Omit<T, K> {
  const rest: Partial<T> = { ...whole };
  Reflect.deleteProperty(rest, name);
  // Safe: all but that one are still there.
  return rest as Omit<T, K>;
}

async function written(adapter: Adapter): Promise<CheckResult | undefined> {
  const [result] = await checkAdapter(await subjectOf(adapter, { door: '', samples: '' }), ['written']);
  return result;
}
const found = async (changed: Partial<Renderer>): Promise<string> => JSON.stringify((await written({ ...exchange, renderer: { ...WRITER, ...changed } }))?.findings);
/** The renderer, given something else than it should write. */
const giving = (changed: (outgoing: Outgoing) => Outgoing): Pick<Renderer, 'render'> => ({ render: (outgoing, settings) => WRITER.render(changed(outgoing), settings) });

describe('what is written', () => {
  it('passes where it is read back as it was', async () => {
    expect((await written(exchange))?.findings).toEqual([]);
  });

  it.each([
    ['leaves a field out', (outgoing: Outgoing) => ({ ...outgoing, child: { ...outgoing.child, upn: null } }), 'person.upn does not come back'],
    ['changes a field', (outgoing: Outgoing) => ({ ...outgoing, child: { ...outgoing.child, telephone: '7700900123' } }), 'person.telephone does not come back'],
    ['adds a field', (outgoing: Outgoing) => ({ ...outgoing, child: { ethnicity: 'WBRI', ...outgoing.child } }), 'person.ethnicity does not come back'],
    ['says it of another child', (outgoing: Outgoing) => ({ ...outgoing, child: { ...outgoing.child, key: '7890' } }), 'subject does not come back'],
    ['says it as new', (outgoing: Outgoing) => ({ ...outgoing, act: outgoing.act === 'correct' ? ('assert' as const) : outgoing.act }), 'act does not come back'],
  ])('fails where the writer %s', async (_what, changed, words) => {
    expect(await found(giving(changed))).toContain(words);
  });

  it('fails where a field is lost that is not listed, or listed that is not lost', async () => {
    const losses = WRITER.losses(null);
    expect(await found({ losses: () => losses.slice(1) })).toContain(`${losses[0]?.field ?? ''} does not come back`);
    expect(await found({ losses: () => [...losses, { field: 'person.upn', because: '' }] })).toContain('losses, person.upn');
    expect(await found({ losses: () => [...losses, { field: 'person.shoes', because: '' }] })).toContain('losses, person.shoes');
  });

  it('fails where the same message is not the same bytes', async () => {
    let count = 0;
    const render: Renderer['render'] = (outgoing, settings) => {
      count += 1;
      return WRITER.render({ ...outgoing, messageId: String(count) }, settings);
    };
    expect(await found({ render })).toContain('the bytes of the same message written again');
  });

  it('fails where something named is not written, or the manifest names nothing', async () => {
    expect(await found({ render: () => { throw new HubError('FORMAT_CANNOT_SAY', 'No way.'); } })).toContain('It is not written: No way.');
    expect((await written({ ...exchange, manifest: without(exchange.manifest, 'renders') }))?.state).toBe('FAILED');
  });

  it('is nothing to an adapter that only reads', async () => {
    expect(await written({ ...without(exchange, 'renderer'), manifest: without(exchange.manifest, 'renders') })).toMatchObject({ state: 'PASSED', cases: 0 });
  });
});

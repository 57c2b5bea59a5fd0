import type { Format } from '../../src/exchange/format.ts';
import { HubError } from '../../src/domain/errors.ts';
import type { ToDeliver } from '../../src/exchange/delivery.ts';
import { buildOutgoing } from '../../src/exchange/outgoing/build-outgoing.ts';
import { namesRead } from '../../src/exchange/outgoing/read-outgoing.ts';
import { writeMessages } from '../../src/exchange/outgoing/write-messages.ts';
import { formatsOf } from '../../src/compose.ts';
import { subjects } from '../adapters/read-sample.ts';
import { rowsOf, VARIANTS, type SentMatter } from './rows-that-are-sent.ts';

interface Into {
  readonly id: string;
  readonly matters: readonly SentMatter[];
  readonly format: Format | null;
  readonly settings: Record<string, unknown> | null;
}
const MATTERS: readonly SentMatter[] = ['INTERVIEW', 'OFFER', 'EPISODE', 'INTELLIGENCE'];
const writing = (await subjects()).flatMap(({ adapter, settings }): Into[] => {
  const format = formatsOf(new Map([[adapter.manifest.id, adapter]])).get(adapter.manifest.id);
  return format === undefined ? [] : [{ id: adapter.manifest.id, format, matters: MATTERS.filter((matter) => format.renders.includes(matter)), settings: settings as Record<string, unknown> | null }]; // Of a folder's samples: an object, or none.
});
const INTO: readonly Into[] = [...writing, { id: 'a webhook', matters: MATTERS, format: null, settings: null }];

const ONE: ToDeliver = { id: '0f8fad5b-d9cb-469f-a165-70867728950e', matter: 'EPISODE', act: 'assert', corrects: null, revision: 1, records: [], child: '', from: 'northmere', to: 'southvale', recipient: '', channel: '', decision: null, sentAt: 0 };

/** What is written of these rows: every byte, or why not; and what is said to stand in it. */
function written(into: Into, { matter, variant, altered }: { readonly matter: SentMatter; readonly variant: string; readonly altered: string | null }): { readonly said: string; readonly fields: readonly string[] } {
  const { root, row, child, keys } = rowsOf(matter, variant, altered);
  const read = namesRead({ root, row, beside: root === 'offer' ? child : null }, ONE);
  try {
    const message = buildOutgoing({ ...ONE, matter }, { root, asked: '', row, child, fields: read }, { child: 'C-1', keys, own: [], origin: null });
    const { files, fields } = message === null ? { files: [], fields: [] } : writeMessages([{ message, read }], { channel: { settings: into.settings }, format: into.format, sentAt: '2026-12-05T09:00:00.000Z' });
    return { said: files.map(({ bytes }) => Buffer.from(bytes).toString('base64')).join(), fields };
  } catch (error) {
    if (!(error instanceof HubError)) {
      throw error;
    }
    return { said: error.message, fields: [] };
  }
}

const cases = INTO.flatMap((into) => into.matters.map((matter) => [into.id, matter, into] as const));

describe.each(cases)('%s, %s', (_id, matter, into) => {
  const variants = VARIANTS[matter].map((variant) => ({ variant, ...written(into, { matter, variant, altered: null }) }));
  const asked = [...new Set(VARIANTS[matter].flatMap((variant) => rowsOf(matter, variant, null).names))];
  const known = new Map<string, boolean>();
  const changes = (variant: string, altered: string): boolean => {
    const found = known.get(`${variant} ${altered}`) ?? written(into, { matter, variant, altered }).said !== variants.find((one) => one.variant === variant)?.said;
    known.set(`${variant} ${altered}`, found);
    return found;
  };

  it('is written in some variant, with the names of what stands there', () => {
    expect(variants.flatMap(({ fields }) => fields)).not.toEqual([]);
  });

  it('names whatever stands in the file', () => {
    const unnamed = variants.filter(({ fields }) => fields.length > 0).flatMap(({ variant, fields }) => asked.filter((name) => !fields.includes(name) && changes(variant, name)).map((name) => `${variant}: ${name}`));
    expect(unnamed).toEqual([]);
  });

  it('names nothing that stands in no file', () => {
    const named = [...new Set(variants.flatMap(({ fields }) => fields))];
    expect(named.filter((name) => !variants.some(({ variant }) => changes(variant, name)))).toEqual([]);
  });

  it('names an assessment of the child where its word goes out alone', () => {
    const ofAssessment = (name: string): boolean => name.startsWith('RiskAssessment.');
    const tells = variants.map(({ variant, fields }) => ({ variant, named: fields.some(ofAssessment), said: asked.filter(ofAssessment).some((name) => changes(variant, name)) }));
    expect(tells.filter(({ named, said }) => named !== said)).toEqual([]);
  });
});

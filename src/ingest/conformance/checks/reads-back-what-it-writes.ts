import { HubError } from '../../../domain/errors.ts';
import { factsSent } from '../../../exchange/render-contract-facts.ts';
import { matterOf } from '../../../exchange/render-contract-matter.ts';
import type { Outgoing, Renderer } from '../../../exchange/render-contract.ts';
import { openFiles } from '../../open-files.ts';
import { lookAt, type Check, type Finding } from '../check.ts';
import { compareFacts, neverLost, type Compared } from '../compare-facts.ts';
import { factsRead } from '../facts-of.ts';
import { inventedOutgoing, isOfIntelligence } from '../invented-outgoing.ts';
import { SENDER, type Reader } from '../read-outcome.ts';

const MOST_BYTES = 10_000_000;
/** What is written and not read back as the adapter says it will be. */
export interface WrittenAndRead extends Compared {
  readonly refused: readonly string[];
}

/** Writes a message twice and reads it with the adapter itself; says where they differ. */
export async function writeAndRead({ adapter, settings }: Reader, renderer: Renderer, outgoing: Outgoing): Promise<WrittenAndRead> {
  const [{ bytes }, again] = [renderer.render(outgoing, settings), renderer.render(structuredClone(outgoing), settings)];
  const { files } = await openFiles(Buffer.from(bytes), { manifest: adapter.manifest, fileName: null, mostBytes: MOST_BYTES });
  const extracted = adapter.manifest.order === 'extractDate' ? outgoing.sentAt : null;
  const document = { text: files[0]?.text ?? '', files, agency: outgoing.sender, settings, extracted, fileName: null };
  const parsed = adapter.parse(document);
  const mapped = parsed.records.map((record) => adapter.map(record, document));
  const refused = [...parsed.refusals, ...mapped.flatMap(({ refusals }) => refusals)].map(({ code, reason }) => `${code}: ${reason}`);
  const sent = renderer.sayable(outgoing);
  const read = mapped.flatMap(({ observations }) => observations);
  const compared = compareFacts(factsSent(sent), factsRead(read, sent), renderer.losses(settings));
  const unlike = Buffer.compare(bytes, again.bytes) === 0 ? [] : ['the bytes of the same message written again'];
  return { ...compared, amiss: [...compared.amiss, ...unlike], refused };
}

/** A copy sent out says at the other end what it said here. */
export const readsBackWhatItWrites: Check = {
  name: 'written',
  sentence: 'What it writes it reads back as it was, but for what it lists as lost, and all of that is.',
  async run({ adapter, settings }) {
    const { renderer, manifest } = adapter;
    if (renderer === undefined || manifest.renders === undefined) {
      const isWhole = renderer === undefined && manifest.renders === undefined;
      return { cases: 0, findings: isWhole ? [] : [{ where: 'adapter.ts', wrong: 'There is a renderer, or the manifest names what is rendered, but not both.', mend: 'Say in manifest.renders what the renderer writes.' }] };
    }
    const wanted = inventedOutgoing(SENDER).filter(({ outgoing }) => manifest.renders?.includes(matterOf(outgoing)) === true && isOfIntelligence(outgoing) === manifest.renders.includes('INTELLIGENCE'));
    const tried = await Promise.all(wanted.map(async ({ name, outgoing }) => ({ name, ...(await tryOne({ adapter, settings }, renderer, outgoing)) })));
    const looked = lookAt(tried, ({ name, findings }) => findings.map((found) => ({ ...found, where: name })));
    const kept = neverLost(tried.flatMap(({ compared }) => compared ?? []), renderer.losses(settings));
    const idle = kept.map((field): Finding => ({ where: `losses, ${field}`, wrong: 'It is listed as lost, and comes back.', mend: 'Take it out of the list.' }));
    return { cases: looked.cases, findings: [...looked.findings, ...idle] };
  },
};

interface Tried {
  readonly findings: readonly Finding[];
  readonly compared: Compared | null;
}

async function tryOne(reader: Reader, renderer: Renderer, outgoing: Outgoing): Promise<Tried> {
  try {
    const compared = await writeAndRead(reader, renderer, outgoing);
    const refused = compared.refused.map((reason) => ({ where: '', wrong: `What it writes it refuses to read: ${reason}`, mend: 'Write what parse and map take, or throw FORMAT_CANNOT_SAY.' }));
    const amiss = compared.amiss.map((field) => ({ where: '', wrong: `${field} does not come back as it went out.`, mend: 'Write it so that it does, or list it under losses with the reason.' }));
    return { findings: [...refused, ...amiss], compared };
  } catch (error) {
    if (!(error instanceof HubError)) {
      throw error;
    }
    return { findings: [{ where: '', wrong: `It is not written: ${error.message}`, mend: 'Write it, or leave its matter out of manifest.renders.' }], compared: null };
  }
}

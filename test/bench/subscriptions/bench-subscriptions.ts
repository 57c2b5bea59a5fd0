import { demonstrationDirectory } from '../../../src/cli/demonstration/demonstration-directory.ts';
import { serveHub } from '../../../src/compose.ts';
import { loadDirectory } from '../../../src/directory/load-directory.ts';
import type { Hub } from '../../../src/hub.ts';
import { receive } from '../../../src/ingest/receive.ts';
import { takeWaiting } from '../../../src/ingest/take-waiting.ts';
import { followMany, type Many } from './follow-many.ts';

/** Many who follow, on one hub over real sockets; false where one was told what they are not answered, or was not told. */
export async function benchSubscriptions(hub: Hub, many: Many, print: (line: string) => void): Promise<boolean> {
  await loadDirectory(hub.database, demonstrationDirectory, { by: 'bench', now: Date.now() });
  await hub.directory.refresh();
  const serving = await serveHub({ ...hub, config: { ...hub.config, process: 'api' }, close: () => Promise.resolve() }, () => Date.now(), { demonstration: false, commands: [] });
  const tokens = new Map<string, string>();
  const tell = async (message: string): Promise<void> => {
    const sender = { adapter: 'police-compact', agency: 'mereshire-police', system: 'mereshire-compact', extracted: null, fileName: null, signature: null, receivedBy: 'bench', now: Date.now() };
    await receive(hub.ingest, { ...sender, bytes: Buffer.from(message) });
    await takeWaiting(hub.ingest);
  };
  const token = (persona: string): string => {
    const known = tokens.get(persona) ?? hub.demonstration?.demonstrationToken(persona, Date.now()) ?? '';
    tokens.set(persona, known);
    return known;
  };
  try {
    const began = performance.now();
    const { followers, events, deliveries, wrong, uncalled, missing, delays } = await followMany({ url: `http://127.0.0.1:${String(serving.port)}`, token, tell }, many);
    const at = (part: number): string => (delays[Math.floor(delays.length * part)] ?? 0).toFixed(0);
    print(`Subscriptions: ${String(followers)} followers of eight readers, half over WebSockets and half over event streams; ${String(events)} messages, one after the other`);
    print(`  ${String(deliveries)} payloads told; ${String(wrong)} not what their reader was answered at that moment, ${String(uncalled)} though nothing changed for them, ${String(missing)} never came`);
    print(`  from sending a message to being told of it: ${at(0.5)} ms in the median, ${at(0.95)} ms for 95 of 100; ${((performance.now() - began) / 1000).toFixed(0)} s in all`);
    return wrong + uncalled + missing === 0;
  } finally {
    await serving.stop();
  }
}

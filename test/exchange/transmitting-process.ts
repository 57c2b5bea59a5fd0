// A process of its own that works the transmissions of a database, for tests that kill it: it carries each to the receiver
// at an address of this machine, says "works" once it has begun, and ends in order when told "stop".
import { createInterface } from 'node:readline';
import type { Deliver } from '../../src/exchange/delivery.ts';
import { signedReceived } from '../../src/exchange/receipt.ts';
import { signSent } from '../../src/exchange/sign-receipt.ts';
import { startTransmitting } from '../../src/exchange/start-transmitting.ts';
import { openDatabase } from '../../src/store/database.ts';
import { HOST, MESSAGE } from './a-receipt.ts';

const [, , hubUrl = '', receiver = ''] = process.argv;
const database = await openDatabase({ hub: hubUrl, owner: null });
const deliver: Deliver = {
  async prepare({ id, from, to, records, sentAt }) {
    const sent = await signSent({ ...MESSAGE, transmission: id, from: { hub: 'southvale', agency: from }, to: { hub: 'westhaven', agency: to }, records: [...records], at: new Date(sentAt).toISOString() }, HOST.key);
    return {
      outcome: 'READY',
      sent,
      level: 'FULL',
      fields: [],
      async send(signal) {
        const answer = await fetch(receiver, { method: 'POST', body: JSON.stringify(sent), signal });
        return answer.ok ? { outcome: 'ACCEPTED', received: signedReceived.parse(await answer.json()) } : { outcome: 'NO_ANSWER', code: 'NOT_TAKEN' };
      },
    };
  },
};
const ignore = (): void => undefined;
// A clock that runs sixty times as fast: what waits for a minute waits a second.
const begun = Date.now();
const transmitting = startTransmitting({ database, deliver, clock: () => begun + (Date.now() - begun) * 200, log: { info: ignore, warn: ignore, error: ignore } }, { intervalMs: 200 });
process.stdout.write('works\n');

for await (const told of createInterface({ input: process.stdin })) {
  if (told === 'stop') {
    await transmitting.stop();
    await database.close();
    process.exit(0);
  }
}

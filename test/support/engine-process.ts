// A process of its own that uses the engine of a folder, for tests that kill it: it says "ready <pid of the server>", then
// writes rows, each acknowledged with "row <number>", when told "write"; leaves in order when told "stop"; and ends
// without a word when told "exit".
import { createInterface } from 'node:readline';
import { connectClient } from '../../src/store/connection.ts';
import { startEngine } from '../../src/store/engine/start-engine.ts';

const engine = await startEngine({ home: process.argv[2] ?? '' });
process.stdout.write(`ready ${String(engine.pid)}\n`);

for await (const told of createInterface({ input: process.stdin })) {
  if (told === 'write') {
    void write();
  } else if (told === 'stop') {
    process.stdout.write(`stopped ${String(await engine.stop())}\n`);
    process.exit(0);
  } else {
    process.exit(0);
  }
}

async function write(): Promise<void> {
  const client = await connectClient(engine.url('owner'));
  await client.query('create table if not exists written (number integer primary key)');
  const { rows } = await client.query<{ number: number }>('select coalesce(max(number), 0) as number from written');
  try {
    for (let number = (rows[0]?.number ?? 0) + 1; ; number += 1) {
      await client.query('insert into written values ($1)', [number]);
      process.stdout.write(`row ${String(number)}\n`);
    }
  } catch {
    process.stdout.write('lost\n');
  }
}

import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { readKeyFiles } from '../config/key-folder.ts';
import { HubError } from '../domain/errors.ts';
import { describeReceipt } from '../exchange/describe-receipt.ts';
import { hubKeysOf } from '../exchange/hub-keys.ts';
import { verifyReceipt } from '../exchange/verify-receipt.ts';
import type { CliProcess } from './hub.ts';

/** `homeward receipt verify`: what a receipt proves, with public keys alone; no hub and no database is needed. */
export function addReceiptCommands(program: Command, process: CliProcess): void {
  program
    .command('receipt')
    .description('receipts of what was sent to other hubs')
    .command('verify <file>')
    .description('say what a receipt proves, what not, and by whom, without asking any hub; ends with 1 on any flaw')
    .requiredOption('--keys <place>', 'the public keys of both hubs: a JWK set, or a folder of JWK files, each key with "hub", "kid" and "use"')
    .action(async (file: string, { keys }: { keys: string }) => {
      const reading = await verifyReceipt(await textOf(file, 'The receipt'), hubKeysOf(await keyFilesOf(keys)));
      describeReceipt(reading).forEach((line) => {
        process.print(line);
      });
      if (reading.flaws.length > 0) {
        process.fail();
      }
    });
}

async function keyFilesOf(place: string): Promise<readonly unknown[]> {
  const folder = await stat(place).then((found) => found.isDirectory(), () => false);
  try {
    const one: unknown = folder ? null : JSON.parse(await textOf(place, 'The file of keys'));
    return folder ? readKeyFiles(place) : [one];
  } catch {
    throw new HubError('BAD_INPUT', 'The keys cannot be read: name a folder of JWK files, or a file with a JWK set.');
  }
}

async function textOf(file: string, what: string): Promise<string> {
  try {
    return await readFile(path.resolve(file), 'utf8');
  } catch {
    throw new HubError('BAD_INPUT', `${what} cannot be read.`);
  }
}

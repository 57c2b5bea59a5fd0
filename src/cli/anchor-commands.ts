import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { HubError } from '../domain/errors.ts';
import { askHeld, readHeld } from '../exchange/anchors/ask-held.ts';
import { printHeld } from '../exchange/anchors/held-anchors.ts';
import { anchorWithPartners, type AnchoredWith } from '../exchange/anchors/send-anchors.ts';
import type { HeldSeals } from '../gate/seal/check-held.ts';
import { withHub, type CliHub, type CliProcess } from './hub.ts';

/** `homeward audit anchor` and `held`: the head of the log goes to partner hubs, and theirs are held here. */
export function addAnchorCommands(audit: Command, process: CliProcess): void {
  audit
    .command('anchor')
    .description('send the newest seal to every partner hub, now; ends with 1 when one did not sign that it holds it')
    .action(() =>
      withHub(process, async ({ anchoring }) => {
        const done = await anchorWithPartners(anchoring, { dueOnly: false });
        const lines = done === null ? ['Another process is anchoring just now.'] : done.length === 0 ? ['There is no partner hub, no key for delivery, or no seal yet.'] : done.map(inWords);
        lines.forEach((line) => {
          process.print(line);
        });
        if (done?.every(({ outcome }) => outcome === 'HELD' || outcome === 'ALREADY_HELD') !== true) {
          process.fail();
        }
      }),
    );
  audit
    .command('held <hub>')
    .description('print the seals that are held of a partner hub, signed, as a file for its operator to verify its logs with')
    .action((hub: string) =>
      withHub(process, async ({ anchoring }) => {
        const { key, clock } = anchoring;
        const { hub: own, hubs } = await anchoring.directory();
        if (own === null || key === null || !hubs.has(hub)) {
          throw new HubError('BAD_INPUT', 'The directory names no such partner hub, or does not say what this hub is called, or there is no key for delivery.');
        }
        (await printHeld(anchoring.database, { from: own.id, to: hub, at: clock(), key })).forEach((part) => {
          process.print(JSON.stringify(part));
        });
      }),
    );
}

const OUTCOMES: Readonly<Record<AnchoredWith['outcome'], string>> = {
  HELD: 'holds it now',
  ALREADY_HELD: 'held it already',
  DIFFERS: 'holds another seal of this batch: run "homeward audit verify --partners"',
  BEHIND: 'holds a seal of a later batch: run "homeward audit verify --partners"',
  NO_ANSWER: 'did not sign that it holds it',
};

function inWords({ hub, batch, outcome, code }: AnchoredWith): string {
  return `batch ${String(batch)}: ${hub} ${OUTCOMES[outcome]}${code === null ? '' : ` (${code})`}.`;
}

/** Where the seals that partners hold are to be had. */
export interface AskedOfPartners {
  readonly partners?: boolean;
  /** A file that a partner printed. */
  readonly held?: string;
}

/** The seals of this hub that partners say they hold, asked for or from a file; a partner that does not say is named. */
export async function heldByPartners({ anchoring }: CliHub, process: CliProcess, { partners = false, held }: AskedOfPartners): Promise<readonly HeldSeals[]> {
  const read = held === undefined ? [] : await readHeld(await anchoring.directory(), await readFile(held, 'utf8').catch(unreadable));
  const asked = partners ? await askHeld(anchoring) : [];
  const told: HeldSeals[] = [...read];
  for (const one of asked) {
    if ('code' in one) {
      process.print(`${one.hub} did not say which seals it holds (${one.code}).`);
      process.fail();
    } else {
      told.push(one);
    }
  }
  told.forEach(({ hub, seals }) => {
    process.print(`${hub} holds ${String(seals.length)} seals of this hub${seals.length === 0 ? '' : `, the latest of batch ${String(seals.at(-1)?.number)}`}.`);
  });
  return told;
}

function unreadable(): never {
  throw new HubError('BAD_INPUT', 'The file of what a partner holds cannot be read.');
}

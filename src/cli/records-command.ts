import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import type { ActionServices } from '../actions/action-services.ts';
import { dryErasure, eraseRecord, ownerOf, type Erasure, type ErasureServices } from '../actions/erase-records.ts';
import { keepRetention } from '../actions/keep-retention.ts';
import { HubError } from '../domain/errors.ts';
import { asOwner } from '../store/as-owner.ts';
import { holdsOf, liftHold, setHold } from '../store/write/erase/legal-hold-store.ts';
import type { ToldTo } from '../store/write/erase/recipients-store.ts';
import { withHub, type CliHub, type CliProcess } from './hub.ts';
import { twoPeople, type Pair, type Two } from './two-people.ts';

/** `homeward records`: what is kept, for how long, and what goes; by a records manager and a second person. */
export function addRecordsCommands(program: Command, process: CliProcess): void {
  const records = program.command('records').description('retention, legal holds and erasure, by a records manager and a second person');
  addErase(records, process);
  addRetain(records, process);
  addHolds(records.command('hold').description('while a hold stands, nothing of the child is erased'), process);
  byTwo(records.command('recipients <record>').description('who was shown a record, and is to hear that it was corrected, taken back or erased'))
    .option('--field <name>', 'only those who were shown this field')
    .action((record: string, options: Two & { field?: string }) =>
      withHub(process, async (hub) => {
        const asked = { record, scope: 'RECORD', agency: twoPeople(hub, options).agency, field: options.field ?? null } as const;
        printRecipients(process, (await dryErasure(hub, asked)).recipients);
      }),
    );
}

const byTwo = (command: Command): Command =>
  command
    .requiredOption('--as <person>', 'the records manager, by id in the directory')
    .requiredOption('--second <person>', 'the second person: another records manager, a team manager or data protection officer of the same agency');

function addErase(records: Command, process: CliProcess): void {
  byTwo(records.command('erase <record>').description('what would go with a record; with --apply it goes. <record>: the id of the child, episode, offer, interview or item, as those who read it are shown it'))
    .requiredOption('--reason <words>', 'why, as it is to stand in the log')
    .option('--whole-child', 'every record of the child, not this one alone')
    .option('--apply', 'erase; without it only what would go is shown')
    .action((record: string, options: Two & { reason: string; wholeChild?: boolean; apply?: boolean }) =>
      withHub(process, async (hub) => {
        const { by, second, agency } = twoPeople(hub, options);
        const asked = { record, scope: options.wholeChild === true ? 'CHILD' : 'RECORD', reason: options.reason, by, second, agency, now: process.now() } as const;
        const erasure = options.apply === true ? await eraseRecord(services(hub), asked) : await dryErasure(hub, asked);
        printErasure(process, erasure, options.apply === true);
      }),
    );
}

function printErasure(process: CliProcess, { plan, recipients }: Erasure, applied: boolean): void {
  const { records, observations, decisions, quarantined, documents, sharedDocuments } = plan;
  process.print(applied ? 'Erased:' : 'Would go (nothing was changed; say --apply to erase):');
  const counts = { records: records.length, statements: observations, decisions, 'refused lines': quarantined, 'raw documents': documents };
  Object.entries(counts).forEach(([what, count]) => {
    process.print(`  ${what.padEnd(14)} ${String(count)}`);
  });
  if (sharedDocuments > 0) {
    process.print(`  ${String(sharedDocuments)} of the documents speak of other records too: their bytes go, what was taken of the others stays.`);
  }
  printRecipients(process, recipients);
}

function printRecipients(process: CliProcess, told: readonly ToldTo[]): void {
  process.print(told.length === 0 ? 'Nobody was shown any of it.' : 'To be told, because they were shown it:');
  told.forEach(({ agency, role, times, last, fields }) => {
    process.print(`  ${agency} (${role}): ${String(times)} times, last ${last}: ${fields.join(', ')}`);
  });
}

function services({ ownerUrl, actions }: CliHub): ErasureServices & ActionServices {
  return { ...actions, ownerUrl };
}

function addRetain(records: Command, process: CliProcess): void {
  byTwo(records.command('retain').description('what of your agency is past its time; with --apply it goes'))
    .option('--apply', 'erase what is due; without it only counts are shown')
    .action((options: Two & { apply?: boolean }) =>
      withHub(process, async (hub) => {
        const asked = { ...twoPeople(hub, options), apply: options.apply === true, now: process.now() };
        for (const { kept, days, due } of await keepRetention(services(hub), asked)) {
          const time = days === null ? 'kept until your directory entry says for how long' : `${String(days)} days, ${String(due)} ${asked.apply ? 'erased' : 'due'}`;
          process.print(`${kept.padEnd(14)} ${time}`);
        }
      }),
    );
}

function addHolds(hold: Command, process: CliProcess): void {
  byTwo(hold.command('set <record>').description('hold everything of the child this record is about'))
    .requiredOption('--reason <words>', 'why, as it is to stand in the log')
    .action((record: string, options: Two & { reason: string }) =>
      withHub(process, async (hub) => {
        const pair = twoPeople(hub, options);
        const asked = { record, scope: 'CHILD', agency: pair.agency } as const;
        const { plan } = await dryErasure(hub, asked);
        const held = { id: randomUUID(), child: plan.child, reason: options.reason };
        await asOwner(ownerOf(hub), (em) => setHold(em, held, { ...pair, now: process.now() }));
        process.print(`Held under ${held.id}. Lift it with: homeward records hold lift ${held.id} --as <person> --second <person>`);
      }),
    );
  byTwo(hold.command('lift <hold>').description('let retention and erasure have their way again')).action((id: string, options: Two) =>
    withHub(process, async (hub) => {
      await lift(hub, id, { ...twoPeople(hub, options), now: process.now() });
      process.print('The hold is lifted.');
    }),
  );
  byTwo(hold.command('list').description('the holds that stand')).action((options: Two) =>
    withHub(process, async (hub) => {
      const { agency } = twoPeople(hub, options);
      const holds = await asOwner(ownerOf(hub), (em) => holdsOf(em, agency));
      process.print(holds.length === 0 ? 'No hold stands.' : holds.map(({ id, setAt, setBy, reason }) => `${id}  ${setAt}  ${setBy}  ${reason}`).join('\n'));
    }),
  );
}

async function lift(hub: CliHub, id: string, pair: Pair & { readonly now: number }): Promise<void> {
  if (!(await asOwner(ownerOf(hub), (em) => liftHold(em, id, pair)))) {
    throw new HubError('NOT_FOUND', 'No hold of that id stands. See: homeward records hold list');
  }
}

import type { Command } from 'commander';
import { replayAdapter, type Replayed } from '../ingest/replay-adapter.ts';
import { withHub, type CliProcess } from './hub.ts';
import { operator } from './operator.ts';
import { progressBar } from './progress-bar.ts';

interface ReplayOptions {
  readonly source?: string;
  readonly apply?: boolean;
  readonly acceptRetractions?: boolean;
}

/** `homeward adapter replay`: what an adapter's earlier version read, read again by today's; shown first. */
export function addAdapterReplay(adapter: Command, process: CliProcess): void {
  adapter
    .command('replay <id>')
    .description('read the stored documents again with today’s version of the adapter, and show what would differ')
    .option('--source <source system>', 'only the documents of this system')
    .option('--apply', 'put what is read today in the place of what was read before; cut off, it is taken up by doing it again')
    .option('--accept-retractions', 'also where a full extract would retract more than a twentieth more than before')
    .action((id: string, { source, apply = false, acceptRetractions = false }: ReplayOptions) =>
      withHub(process, async (hub) => {
        const bar = progressBar('Reading again');
        const asked = { adapter: id, system: source ?? null, apply, acceptRetractions, by: operator() };
        const replayed = await replayAdapter(hub.ingest, { ...asked, onProgress: ({ done, of }) => { bar.update(done, of); } }).finally(() => {
          bar.stop();
        });
        describeReplayed(id, replayed, apply).forEach((line) => {
          process.print(line);
        });
      }),
    );
}

/** What reading again changes: counts, ids and names of fields; never what stands in them. */
function describeReplayed(id: string, { documents, differing, withdrawn, said, refusedNow, takenNow, left, children, fields, changes }: Replayed, applied: boolean): string[] {
  const rows = [...changes].filter(([, { added, changed, removed }]) => added + changed + removed > 0);
  return [
    `${String(documents)} documents read again: ${String(differing)} ${applied ? 'differed' : 'would differ'}.`,
    ...(differing === 0
      ? []
      : [
          `  statements             ${String(withdrawn)} no longer stand, ${String(said)} messages said anew`,
          `  records                ${String(takenNow)} taken now, ${String(refusedNow)} refused now`,
          `  children               ${String(children.size)}: ${[...children].join(' ')}`,
          ...[...fields].sort().map(([field, count]) => `  ${field.padEnd(22)} ${String(count)} times otherwise`),
          ...rows.map(([table, { added, changed, removed }]) => `  rows of ${table.padEnd(14)} ${String(added)} new, ${String(changed)} changed, ${String(removed)} gone`),
        ]),
    ...left.map(({ document, code }) => `  left as it is: ${document} (${code})`),
    ...(differing > 0 && !applied ? [`Nothing was changed. To change it: homeward adapter replay ${id} --apply`] : []),
  ];
}

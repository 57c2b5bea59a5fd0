import type { Command } from 'commander';
import { HubError } from '../domain/errors.ts';
import type { FilesToSend } from '../ingest/bring-files.ts';
import { ingestFiles, type FileResult } from '../ingest/ingest-files.ts';
import { tryFiles } from '../ingest/try-files.ts';
import { reportTried } from './report-tried.ts';
import { withHub, type CliHub, type CliProcess } from './hub.ts';
import { progressBar } from './progress-bar.ts';
import { operator } from './operator.ts';
import { inBrief } from './warnings-in-brief.ts';

interface IngestOptions {
  readonly source: string;
  readonly extracted?: string;
  readonly each?: boolean;
  readonly dryRun?: boolean;
}

/** `homeward ingest`: files as if their source system had sent them; also while the hub runs. */
export function addIngestCommand(program: Command, process: CliProcess): void {
  program
    .command('ingest <adapter> <file...>')
    .description('take in files of one source system; running it again takes up where it was cut off; ends with 1 when anything was refused')
    .requiredOption('--source <source system>', 'whose files they are, by its id in the directory')
    .option('--extracted <time>', 'when the files were extracted, for formats that do not say so themselves')
    .option('--each', 'of a source that sends sets of files: each file is a document of its own (otherwise the files named are one set; a folder always is one)')
    .option('--dry-run', 'say what would become of each file, and store nothing')
    .action((adapter: string, files: string[], { source, extracted, each, dryRun }: IngestOptions) =>
      withHub(process, async (hub) => {
        const system = hub.directory.current().systems.get(source);
        if (system === undefined) {
          const known = [...hub.directory.current().systems.keys()].sort().join(', ');
          throw new HubError('SOURCE_UNKNOWN', `The directory has no source system of that name. It has: ${known === '' ? 'none yet' : known}.`);
        }
        if (system.adapter !== adapter && hub.ingest.adapters.has(adapter)) {
          throw new HubError('SOURCE_UNKNOWN', `This source system sends ${system.adapter}, not ${adapter}.`);
        }
        const job = { adapter, agency: system.agency, system: source, extracted: extracted ?? null, receivedBy: operator(), files, together: each !== true };
        if (dryRun === true) {
          reportTried(process, await tryFiles(hub.ingest, job));
        } else {
          report(process, await takeIn(hub, job));
        }
      }),
    );
}

async function takeIn({ ingest }: CliHub, job: FilesToSend): Promise<FileResult[]> {
  const bar = progressBar('Taking in');
  const onProgress = ({ received, taken, of }: { readonly received: number; readonly taken: number; readonly of: number }): void => {
    bar.update(taken, of, `${String(received)} stored`);
  };
  return ingestFiles(ingest, { ...job, onProgress }).finally(() => {
    bar.stop();
  });
}

/** What became of each file, and of each record in it that was refused. */
function report(process: CliProcess, results: readonly FileResult[]): void {
  for (const result of results) {
    if ('refused' in result) {
      process.fail();
      process.print(`${result.file}: not stored, ${result.refused.code}: ${result.refused.message}`);
      continue;
    }
    const { id, state, records, taken, already, refused, refusals, warnings } = result.status;
    const had = result.already ? ' (the hub already had this file)' : '';
    process.print(`${result.file}: ${state} as ${id}${had}`);
    process.print(`  ${String(records)} records: ${String(taken)} taken, ${String(already)} known already, ${String(refused)} refused`);
    for (const warning of inBrief(warnings)) {
      process.print(`  worth a look: ${warning}`);
    }
    const open = refusals.filter((each) => each.state === 'OPEN');
    if (open.length > 0) {
      process.fail();
    }
    for (const refusal of open) {
      process.print(`  ${refusal.code} at ${refusal.place}: ${refusal.reason} ${refusal.remedy}`);
    }
  }
}

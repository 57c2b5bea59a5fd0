import { HubError } from '../domain/errors.ts';
import type { DryRun } from '../ingest/try-delivery.ts';
import type { TriedFile } from '../ingest/try-files.ts';
import type { CliProcess } from './hub.ts';
import { inBrief } from './warnings-in-brief.ts';

/** What would become of each file; the command ends with 1 where anything would be refused. */
export function reportTried(process: CliProcess, tried: readonly TriedFile[]): void {
  for (const { file, answer } of tried) {
    if (answer instanceof HubError) {
      process.fail();
      process.print(`${file}: would not be stored, ${answer.code}: ${answer.message}`);
      continue;
    }
    if (answer.refused > 0 || answer.state === 'QUARANTINED' || answer.state === 'WAITING') {
      process.fail();
    }
    process.print(`${file}: ${becomes(answer)}`);
    describe(answer).forEach((line) => {
      process.print(`  ${line}`);
    });
  }
  process.print('This was a dry run: nothing was stored.');
}

function becomes({ state, sentBefore, adapter, version }: DryRun): string {
  const reading = `as ${adapter} ${version} reads it`;
  return sentBefore === null ? `would be ${state}, ${reading}` : `is there already as ${sentBefore.document} (${state}); sending it again would change nothing, ${reading}`;
}

function describe({ records, taken, already, refused, observations, changes, warnings, refusals }: DryRun): string[] {
  const says = Object.entries(observations).map(([kind, count]) => `${kind} ${String(count)}`);
  const more = refused - refusals.length;
  return [
    `${String(records)} records: ${String(taken)} would be taken, ${String(already)} known already, ${String(refused)} refused`,
    ...(says.length === 0 ? [] : [`says: ${says.join(', ')}`]),
    ...Object.entries(changes).map(([kind, { added, changed, removed }]) => `its own records, ${kind}: ${String(added)} new, ${String(changed)} changed, ${String(removed)} gone`),
    ...inBrief(warnings).map((warning) => `worth a look: ${warning}`),
    ...refusals.map(({ code, place, reason, remedy }) => `${code} at ${place}: ${reason} ${remedy}`),
    ...(more > 0 ? [`and ${String(more)} more would be refused`] : []),
  ];
}

import type { Command } from 'commander';
import { HubError } from '../domain/errors.ts';
import { dateInterval } from '../domain/interval/london-interval.ts';
import { AnchorFile } from '../gate/seal/anchor-file.ts';
import { anchorSeals } from '../gate/seal/anchor-seals.ts';
import { describeFinding } from '../gate/seal/finding.ts';
import { sealRows } from '../gate/seal/seal-rows.ts';
import { verifySeals } from '../gate/seal/verify-seals.ts';
import { aboutChild, toldAboutChild, type ChildLogAsked } from '../gate/told/child-log.ts';
import { addAnchorCommands, heldByPartners, type AskedOfPartners } from './anchor-commands.ts';
import { asPerson, viewerOf, type AsPerson } from './as-person.ts';
import { describeChildLog } from './describe-child-log.ts';
import { withHub, type CliHub, type CliProcess } from './hub.ts';

/** `homeward audit`: whether the logs are as they were written, and what they say of one child. */
export function addAuditCommands(program: Command, process: CliProcess): void {
  const audit = program.command('audit').description('the logs of what was shown and done: whether they are whole, and what they say of a child');
  addVerify(audit, process);
  addSeal(audit, process);
  addAnchorCommands(audit, process);
  forATime(asPerson(audit.command('about <child>').description('everything the logs say about a child, for an auditor or the data protection officer'))).action(
    (child: string, options: ForATime) =>
      withHub(process, async (hub) => {
        describeChildLog(await aboutChild(hub.database, asked(hub, process, { child, options }))).forEach((line) => {
          process.print(line);
        });
      }),
  );
  forATime(asPerson(audit.command('told <child>').description('who was told about a child, as plain text for the subject-access officer to review and hand over'))).action(
    (child: string, options: ForATime) =>
      withHub(process, async (hub) => {
        const { agencies } = hub.directory.current();
        const nameOf = (agency: string): string => agencies.get(agency)?.name ?? 'an agency that is no longer known here';
        process.print(await toldAboutChild(hub.database, { ...asked(hub, process, { child, options }), nameOf }));
      }),
  );
}

function addVerify(audit: Command, process: CliProcess): void {
  audit
    .command('verify')
    .description('find an edit, a deletion, an insertion, a reordering or a cut tail; ends with 1 when anything was found')
    .option('--anchor <file>', 'the anchors to compare with, instead of ANCHOR_FILE')
    .option('--partners', 'compare also with the seals that partner hubs hold, and ask them for these')
    .option('--held <file>', 'compare also with the seals that a partner hub holds, from the file it printed')
    .action(({ anchor, ...asked }: AskedOfPartners & { anchor?: string }) =>
      withHub(process, async (hub) => {
        const { sealing } = hub;
        const anchors = anchor === undefined ? sealing.anchors : new AnchorFile(anchor);
        const { findings, batches, rows, unsealed, unanchored } = await verifySeals({ ...sealing, anchors, held: await heldByPartners(hub, process, asked) });
        findings.forEach((finding) => {
          process.print(describeFinding(finding));
        });
        process.print(`${String(rows)} rows in ${String(batches)} batches were checked; ${String(findings.length)} findings.`);
        process.print(`${String(unsealed)} rows wait for their seal and could not be checked; ${String(unanchored)} batches are not anchored.`);
        if (findings.length > 0) {
          process.fail();
        }
      }),
    );
}

function addSeal(audit: Command, process: CliProcess): void {
  audit
    .command('seal')
    .description('seal and anchor what waits, now')
    .option('--new-anchors', 'begin the file of anchors anew, after the old one was put aside')
    .action(({ newAnchors = false }: { newAnchors?: boolean }) =>
      withHub(process, async ({ sealing }) => {
        const sealed = await sealRows(sealing, { everything: true });
        const anchored = await anchorSeals(sealing, { anew: newAnchors });
        process.print(sealed === null ? 'Another process is sealing just now.' : `${String(sealed)} rows were sealed.`);
        if (anchored === 'DIFFERENT') {
          process.print('The anchors tell of other seals than the database, so nothing was added to them. Run "homeward audit verify".');
          process.fail();
        }
      }),
    );
}

interface ForATime extends AsPerson {
  readonly from?: string;
  readonly until?: string;
}

const forATime = (command: Command): Command =>
  command.option('--from <date>', 'from this day on, such as 2026-11-01').option('--until <date>', 'until the end of this day');

function asked(hub: CliHub, process: CliProcess, { child, options }: { readonly child: string; readonly options: ForATime }): ChildLogAsked {
  const day = (date: string | undefined): { from: number; until: number } | null => {
    const read = date === undefined ? null : dateInterval(date);
    if (date !== undefined && read === null) {
      throw new HubError('BAD_INPUT', 'A date is written such as 2026-11-01.');
    }
    return read;
  };
  return { viewer: viewerOf(hub, options), child, from: day(options.from)?.from ?? null, until: day(options.until)?.until ?? null, now: process.now() };
}

import type { Command } from 'commander';
import { HubError } from '../domain/errors.ts';
import type { ListRoot } from '../gate/gate.ts';
import { replayQuarantine } from '../ingest/replay-quarantine.ts';
import { asPerson, viewerOf, type AsPerson } from './as-person.ts';
import { inColumns } from './in-columns.ts';
import { withHub, type CliHub, type CliProcess } from './hub.ts';

const LISTED = ['id', 'raisedAt', 'code', 'place', 'system', 'messageKind', 'risk', 'countsAsHigh'] as const;
const HEADS: Readonly<Record<(typeof LISTED)[number], string>> = {
  id: 'ENTRY',
  raisedAt: 'REFUSED AT',
  code: 'CODE',
  place: 'PLACE',
  system: 'SYSTEM',
  messageKind: 'MESSAGE',
  risk: 'RISK',
  countsAsHigh: 'COUNTS AS HIGH',
};
const SHOWN = [...LISTED, 'document', 'agency', 'adapter', 'reason', 'remedy', 'givenName', 'familyName', 'dateOfBirth', 'state', 'readByAgencies', 'settledAt', 'settledBy', 'settledReason', 'excerpt'] as const;

/** `homeward quarantine`: what could not be read, seen as one person of the directory, through the gate, disclosed. */
export function addQuarantineCommands(program: Command, process: CliProcess): Command {
  const quarantine = program.command('quarantine').description('what could not be read of the documents sent');
  asPerson(quarantine.command('list').description('the open entries this person may see')).option('--settled', 'those settled last instead').action((options: AsPerson & { settled?: boolean }) =>
    withHub(process, async (hub) => {
      const rows = await read(hub, process, { options, ids: null, fields: LISTED, settled: options.settled === true });
      process.print(rows.length === 0 ? 'Nothing is in quarantine that this person may see.' : table(rows));
    }),
  );
  asPerson(quarantine.command('show <id>').description('one entry whole: what is wrong, where, and how to mend it')).action(
    (id: string, options: AsPerson) =>
      withHub(process, async (hub) => {
        const asked = { options, ids: [id], fields: SHOWN };
        const [entry] = [...(await read(hub, process, asked)), ...(await read(hub, process, { ...asked, settled: true }))];
        if (entry === undefined) {
          throw new HubError('NOT_FOUND', 'There is no entry of that id that this person may see.');
        }
        Object.entries(entry).forEach(([field, value]) => {
          process.print(LONG.includes(field) && value !== null ? `${field}\n${text(value)}` : `${field.padEnd(14)} ${onOneLine(value)}`);
        });
      }),
  );
  asPerson(quarantine.command('replay [id...]').description('read the documents again, after an adapter or the directory was mended'))
    .option('--all', 'every open entry of this person’s agency')
    .option('--accept-retractions', 'take a full extract although it retracts more than a twentieth')
    .action((ids: string[], options: AsPerson & { all?: boolean; acceptRetractions?: boolean }) =>
      withHub(process, (hub) => replay(hub, process, { ids, options })),
    );
  return quarantine;
}

/** What of an entry stands on lines of its own. */
const LONG = ['excerpt'];

interface Asked {
  readonly options: AsPerson;
  readonly ids: readonly string[] | null;
  readonly fields: readonly string[];
  readonly settled?: boolean;
}

async function read(hub: CliHub, process: CliProcess, { options, ids, fields, settled = false }: Asked): Promise<readonly Record<string, unknown>[]> {
  const root: ListRoot = { name: 'quarantine', ids, authority: null, settled };
  return hub.gate.rows(viewerOf(hub, options), {
    root,
    wanted: { QuarantineEntry: fields.map((name) => ({ name, key: name })) },
    operation: { name: 'cli quarantine', hash: '' },
    now: process.now(),
  });
}

interface ReplayAsked {
  readonly ids: readonly string[];
  readonly options: AsPerson & { readonly all?: boolean; readonly acceptRetractions?: boolean };
}

async function replay(hub: CliHub, process: CliProcess, { ids, options }: ReplayAsked): Promise<void> {
  const viewer = viewerOf(hub, options);
  if (viewer.role !== 'HUB_COORDINATOR' && viewer.role !== 'POLICE_MISSING_TEAM') {
    throw new HubError('FORBIDDEN', 'Only the coordinator or missing team of the agency that sent the document replays it.');
  }
  if (ids.length === 0 && options.all !== true) {
    throw new HubError('BAD_INPUT', 'Name the entries to replay, or say --all.');
  }
  const outcomes = await replayQuarantine(hub.ingest, {
    agency: viewer.agency,
    ids: options.all === true ? 'all' : ids,
    acceptRetractions: options.acceptRetractions === true,
    by: viewer.person,
  });
  for (const { id, state, taken, already, refused } of outcomes) {
    process.print(`${id}: ${state}: ${String(taken)} taken, ${String(already)} known already, ${String(refused)} refused`);
  }
  process.print(outcomes.length === 0 ? 'Nothing to replay: no open entry of this agency has that id.' : `${counted(outcomes.length, 'document')} read again.`);
  if (outcomes.some(({ refused }) => refused > 0)) {
    process.fail();
  }
}

function counted(count: number, what: string): string {
  return `${String(count)} ${what}${count === 1 ? '' : 's'}`;
}

function table(rows: readonly Record<string, unknown>[]): string {
  const cells = [HEADS, ...rows].map((row) => LISTED.map((field) => onOneLine(row[field])));
  return inColumns(cells).join('\n');
}

/** What a document says must not look like another entry. */
function onOneLine(cell: unknown): string {
  return text(cell).replace(/[\n\t]/g, ' ');
}

/** The gate's cells are text, numbers, flags and lists of words here; nothing is a dash. */
function text(cell: unknown): string {
  if (Array.isArray(cell)) {
    return cell.length === 0 ? '-' : cell.join(', ');
  }
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '-';
}

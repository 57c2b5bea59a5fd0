import type { Command } from 'commander';
import { HubError } from '../domain/errors.ts';
import { askToRing, lookAtRings, type RingSeen, type RingState } from '../exchange/rings/look-at-rings.ts';
import { isUuid } from '../ingest/is-uuid.ts';
import { withHub, type CliHub, type CliProcess } from './hub.ts';
import { inColumns } from './in-columns.ts';
import { operator } from './operator.ts';

const HEADS = ['RING', 'ALERT', 'STEP', 'WHO', 'OVER', 'TRIES', 'LAST TRIED', 'OUTCOME', 'ANSWER BY'];

/** `homeward alerts`: whose phone rings of what waits for an answer, by ids alone: what it is about, those who answer read. */
export function addAlertsCommands(program: Command, process: CliProcess): void {
  const alerts = program.command('alerts').description('what waits for an answer: whom something rings of it, and whether it could');
  alerts
    .command('rings')
    .description('whom something rings of each alert that waits, those first who could not be rung, by ids alone; ends with 1 when there is one')
    .action(() => withHub(process, (hub) => listRings(hub, process)));
  alerts
    .command('ring <ring>')
    .description('have somebody rung anew at once, under another id, whether they were rung or not; the hub that runs does it within seconds')
    .action((ring: string) => withHub(process, (hub) => ringAnew(hub, process, ring)));
}

async function listRings({ database, directory }: CliHub, process: CliProcess): Promise<void> {
  const rings = await lookAtRings(database, directory.current(), process.now());
  if (rings.length === 0) {
    process.print('Nothing rings anybody of an alert that waits. "homeward directory duty" says whom something rings, and where nothing does.');
    return;
  }
  const toDo = [...new Set(rings.flatMap(({ state }) => TO_DO[state] ?? []))];
  [...inColumns([HEADS, ...rings.map(cellsOf)]), ...toDo].forEach((line) => {
    process.print(line);
  });
  if (toDo.length > 0) {
    process.fail();
  }
}

async function ringAnew({ database, directory }: CliHub, process: CliProcess, ring: string): Promise<void> {
  const id = isUuid(ring) ? await askToRing(database, directory.current(), { ring, by: operator(), now: process.now() }) : null;
  if (id === null) {
    throw new HubError('NOT_FOUND', 'No alert that waits has this ring, or nothing rings them of it. See: homeward alerts rings');
  }
  process.print(`It is rung anew as ${id}. "homeward alerts rings" says what came of it.`);
}

const OUTCOMES: Readonly<Record<RingState, string>> = {
  NOTHING_RINGS: 'nothing rings them now',
  NOT_RUNG: 'not rung',
  NOT_TRIED: 'not tried',
  TRIED_AGAIN: 'tried again',
  DUE: 'due now',
  RUNG: 'rung',
};
/** What an operator does about those who could not be rung. */
const TO_DO: Readonly<Partial<Record<RingState, string>>> = {
  NOTHING_RINGS: 'Nothing rings somebody now who was to be rung: ring them yourself. They have left, may not know of it any more, or "rings" of the directory leaves them out.',
  NOT_RUNG: 'Somebody could not be rung: ring them yourself, mend what the outcome names, and then say "homeward alerts ring <ring>".',
  NOT_TRIED: 'Nothing tries to ring somebody: ring them yourself, and start the hub, or the process of it that does its jobs.',
};

function cellsOf({ id, alert, step, addressee, host, tries, triedAt, fault, state, answerBy }: RingSeen): string[] {
  const outcome = fault === null || state === 'RUNG' ? OUTCOMES[state] : `${OUTCOMES[state]}: ${fault}`;
  return [id ?? '-', alert, String(step), addressee, host ?? '-', String(tries), timeOf(triedAt), outcome, timeOf(answerBy)];
}

const timeOf = (at: number | null): string => (at === null ? '-' : new Date(at).toISOString());

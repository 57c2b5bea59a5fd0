import { ERRORS, type HubError } from '../../domain/errors.ts';
import { printable } from '../../logging/printable.ts';
import type { DocumentStatus } from '../document-status.ts';

const MOST_LINES = 200;

/** Why a file was not stored. */
export function notStored({ code, message }: HubError): string {
  return lines(['The hub did not take this file; nothing of it was stored.', `${code}: ${message}`, ERRORS[code].remedy, AGAIN]);
}

/** Why a file that is stored was not taken whole; null where nothing was refused. */
export function notTaken({ id, state, records, taken, already, refused, refusals }: DocumentStatus): string | null {
  if (state === 'WAITING') {
    return lines([
      `The hub keeps this file as document ${id}, and takes nothing from it yet.`,
      `EXTRACT_WOULD_RETRACT: ${ERRORS.EXTRACT_WOULD_RETRACT.meaning}`,
      ERRORS.EXTRACT_WOULD_RETRACT.remedy,
    ]);
  }
  if (refused === 0) {
    return null;
  }
  const open = refusals.filter((refusal) => refusal.state === 'OPEN');
  if (open.length === 0) {
    return lines([
      `${counted({ id, records, taken, already, refused })}.`,
      'Nothing of it is open any more: a later message, a mended text or a person has settled it.',
    ]);
  }
  const more = open.length > MOST_LINES ? [`and ${String(open.length - MOST_LINES)} more: see "homeward quarantine list"`] : [];
  return lines([
    `${counted({ id, records, taken, already, refused })}:`,
    ...open.slice(0, MOST_LINES).map(({ code, place, reason, remedy }) => `${code} at ${place}: ${reason} ${remedy}`),
    ...more,
    AGAIN,
  ]);
}

type Counts = Pick<DocumentStatus, 'id' | 'records' | 'taken' | 'already' | 'refused'>;

function counted({ id, records, taken, already, refused }: Counts): string {
  const inAll = `The hub keeps this file as document ${id}. Of its records (${String(records)})`;
  return `${inAll} ${String(taken)} were taken, ${String(already)} were known already, ${String(refused)} were refused`;
}

const AGAIN = 'Mend the file and put it into the folder again; what was taken already is known and is not doubled.';

function lines(said: readonly string[]): string {
  return `${printable(said.join('\n'))}\n`;
}

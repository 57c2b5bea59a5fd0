import { randomUUID } from 'node:crypto';
import { dutyOf } from '../../src/directory/duty-of.ts';
import type { DutyReached } from '../../src/domain/authority/duty-chain.ts';
import type { Risk } from '../../src/domain/observation/observation.ts';
import type { Row } from '../../src/gate/read-request.ts';
import { asWriter, type Database } from '../../src/store/database.ts';
import { raiseAlert, type Alert } from '../../src/store/write/alert-store.ts';
import { fields } from '../gate/a-gate.ts';
import type { DecidingHub } from './a-deciding-hub.ts';
import { actor, aDirectoryOfPeople } from './some-people.ts';

/** Deep in the night, with everybody of Northmere asleep but the duty team. */
export const AT_TWO = Date.parse('2025-11-20T02:00:00Z');
const CHILD = '00000000-0000-4000-8000-00000000c41d';

/** An alert before Northmere's people by its usual chain, raised at 02:00. */
export function anAlert(changes: Partial<Alert> = {}): Alert {
  return { kind: 'ALARM', child: CHILD, about: randomUUID(), text: 'Something invented happened.', chain: northmeresChain('HIGH'), raisedAt: AT_TWO, ...changes };
}

/** Whom Northmere has answer at a risk. */
export function northmeresChain(risk: Risk): readonly DutyReached[] {
  return dutyOf(aDirectoryOfPeople(), { agency: 'northmere', matter: 'OTHER', risk, raisedAt: AT_TWO });
}

export function raised(database: Database, alert: Alert): Promise<string> {
  return asWriter(database, (em) => raiseAlert(em, alert), { serial: true });
}

/** What somebody is told first at a moment, of everything the tests raised. */
export function toldOf({ gate }: Pick<DecidingHub, 'gate'>, who: string, now: number): Promise<readonly Row[]> {
  const wanted = { BriefingNotice: fields('id', 'kind', 'about', 'answerBy', 'step', 'notAnsweredBy') };
  return gate.rows(actor(who).viewer, { root: { name: 'notices' }, wanted, operation: { name: 'ATest', hash: 'a hash' }, now });
}

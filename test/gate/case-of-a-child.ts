import { agencyOf, factsOf, moment, relation, says, type AThingOfAChild, type HeldFor, type Rows } from './a-world.ts';

const WRITTEN = { written_at: '2026-11-03T10:00:00Z', revision: 1 };

/** One thing done after a return, in every attribute. */
export function aReturnStep({ id, child, standing, step = 'TRIAGE', originator = '', columns = {} }: AThingOfAChild & { readonly step?: string; readonly originator?: string }): Rows {
  return {
    return_step: {
      id,
      episode: null,
      step,
      at: moment('2026-11-03T09:00:00Z'),
      done_from_at: '2026-11-03T09:00:00Z',
      tells_nobody: 'YES',
      ...says(id, 'addressee outcome words departure covered_by ask_again_on by'),
      ...WRITTEN,
      originator,
      ...columns,
      ...factsOf(child, standing, originator === '' ? [] : [agencyOf(originator)]),
    },
  };
}

/** What is written beside the interview, in every attribute. */
export function aCaseRecord({ id, child, standing, originator, columns = {} }: AThingOfAChild & { readonly originator: string }): Rows {
  return {
    case_record: {
      id,
      episode: null,
      record: 'STRATEGY_DISCUSSION',
      at: moment('2026-11-03T09:00:00Z'),
      done_from_at: '2026-11-03T09:00:00Z',
      ...says(id, 'outcome words departure by'),
      by_role: 'SENIOR_WORKER',
      grounds: [`grounds of ${id}`],
      present: [`present of ${id}`],
      contact: { by: `contact of ${id}` },
      concern: id,
      ...WRITTEN,
      ...columns,
      originator,
      ...factsOf(child, standing, [agencyOf(originator)]),
    },
  };
}

/** A concern, in every attribute. */
export function aConcern({
  id,
  child,
  standing,
  originator,
  addressed = [],
  columns = {},
}: AThingOfAChild & { readonly originator: string; readonly addressed?: readonly (string | HeldFor)[] }): Rows {
  const holders = addressed.map((one) => (typeof one === 'string' ? one : one.agency));
  return {
    concern: {
      id,
      concern: 'HARM_DISCLOSED',
      at: moment('2026-11-03T02:00:00Z'),
      heard_from_at: '2026-11-03T02:00:00Z',
      risk: 'HIGH',
      interview: id,
      ...says(id, 'words answered_by action owner given_name family_name placement_name by'),
      answered_at: '2026-11-03T03:00:00Z',
      due: '2026-11-03T09:00:00Z',
      date_of_birth: moment('2010-05-01'),
      ...WRITTEN,
      ...columns,
      originator,
      ...relation('addressed', addressed),
      ...factsOf(child, standing, [agencyOf(originator), ...holders.map((holder) => agencyOf(holder.slice(holder.indexOf(':') + 1)))]),
    },
  };
}

/** Something somebody is to do, in every attribute. */
export function aCaseAction({ id, child, standing, owner, doer = [owner], columns = {} }: AThingOfAChild & { readonly owner: string; readonly doer?: readonly (string | HeldFor)[] }): Rows {
  const doers = doer.map((one) => (typeof one === 'string' ? one : one.agency));
  return {
    case_action: {
      id,
      tells_nobody: 'YES',
      ...says(id, 'what outcome by'),
      due: '2026-11-05T10:00:00Z',
      state: 'DONE',
      comes_from: id,
      closed_at: '2026-11-04T10:00:00Z',
      of_concern: 'NO',
      ...WRITTEN,
      ...columns,
      owner,
      ...relation('doer', doer),
      ...factsOf(child, standing, doers.map(agencyOf)),
    },
  };
}

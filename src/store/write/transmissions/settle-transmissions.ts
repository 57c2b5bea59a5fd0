import { execute, type Writing } from '../../database.ts';
import { derivedId } from '../derived-id.ts';
import { addTransmission, NO_TIME_OWED } from './add-transmission.ts';
import { BY_THE_HUB, lockTransmission } from './happen.ts';
import { withdraw } from './hold-back.ts';
import { saysAnother } from './said-of-episode.ts';
import { sentBefore } from './sent-before.ts';
import { standingOf, VERSION } from './standing-of.ts';
import { tellCoordinator } from './tell-coordinator.ts';
import { asTransmission, TRANSMISSION_JSON, type Transmission } from './transmission-row.ts';

/** A transmission beside what is shown now of what it is of. */
interface Beside {
  readonly transmission: Transmission;
  /** Empty: nothing is shown of it any more. */
  readonly version: string;
  /** Which names of facts its last message told. */
  readonly fields: readonly string[];
  readonly restrictedNow: 'YES' | 'NO';
  /** Another one says it anew, and waits or may have been taken; another takes it back. */
  readonly saidAnew: boolean;
  readonly takenBack: boolean;
  readonly mayBeHeld: boolean;
}

/** Of one of its tries no refusal came: it may have been taken. */
const mayBeHeld = (transmission: string): string =>
  `(select count(*) filter (where e.event = 'SENT') > count(*) filter (where e.event = 'RECEIPT_REFUSED') from transmission_event e where e.transmission = ${transmission})`;

/**
 * After these person records were folded anew: what must not go any more is held back, and whoever received what is another
 * now is told so, or that it is taken back. In the transaction that stores the picture.
 */
export async function settleTransmissions(em: Writing, subjects: readonly string[], at: number): Promise<void> {
  for (const beside of await besideThePicture(em, { of: 'child', ids: subjects })) {
    await keepClosed(em, beside, at);
    await followUp(em, beside, at);
  }
}

/** After a receipt came: what was changed while it was under way is said anew, as the change found nobody yet who had it. */
export async function settleReceived(em: Writing, id: string, at: number): Promise<void> {
  for (const beside of await besideThePicture(em, { of: 'id', ids: [id] })) {
    // What is shown no more was taken back when that was found: it had left by then.
    await (beside.version === '' ? undefined : correct(em, beside, at));
  }
}

async function besideThePicture(em: Writing, { of, ids }: { readonly of: 'child' | 'id'; readonly ids: readonly string[] }): Promise<readonly Beside[]> {
  const rows = await execute<{ read: string } & Omit<Beside, 'transmission'>>(
    em,
    `select ${TRANSMISSION_JSON} as read, ${VERSION} as version, t.fields, (select s.restricted from (${standingOf('t.child', 't.records')}) as s) as "restrictedNow",
       exists (select from transmission l where l.corrects = t.id and l.act = 'correct' and (l.has_left or not 'WITHDRAWN' = any (l.holds)) and (l.state <> 'REFUSED' or ${mayBeHeld('l.id')})) as "saidAnew",
       exists (select from transmission l where l.corrects = t.id and l.act = 'retract') as "takenBack",
       ${mayBeHeld('t.id')} as "mayBeHeld"
     from transmission t where t.${of} = any ($1::uuid[]) and t.act <> 'retract' order by t.made_at, t.id for no key update of t`,
    [ids],
  );
  return rows.map(({ read, ...beside }) => ({ ...beside, transmission: asTransmission(read) }));
}

/** Who may see it follows what it is of; what is closed from now on is held back, and what had left is listed. */
async function keepClosed(em: Writing, { transmission: { id, restricted }, restrictedNow, version }: Beside, at: number): Promise<void> {
  await execute(
    em,
    `update transmission t set restricted = s.restricted, awaits_naming = s.awaits_naming, named = s.named, named_during = s.named_during
     from (select o.id, s.* from transmission o cross join lateral (${standingOf('o.child', 'o.records')}) as s where o.id = $1::uuid) as s
     where t.id = s.id and (t.restricted, t.awaits_naming, t.named, t.named_during) is distinct from (s.restricted, s.awaits_naming, s.named, s.named_during)`,
    [id],
  );
  if (restricted === 'NO' && restrictedNow === 'YES' && version !== '') {
    await withdraw(em, { id, by: BY_THE_HUB, code: 'RESTRICTED', at });
  }
}

async function followUp(em: Writing, beside: Beside, at: number): Promise<void> {
  await (beside.version === '' ? takeBack(em, beside, at) : correct(em, beside, at));
}

/** What is shown no more does not go; whoever has it, or may have it, is told that it is taken back. */
async function takeBack(em: Writing, { transmission, takenBack, mayBeHeld }: Beside, at: number): Promise<void> {
  const { id, course } = transmission;
  if (!course.hasLeft) {
    await withdraw(em, { id, by: BY_THE_HUB, code: 'TAKEN_BACK', at });
  } else if ((course.state !== 'REFUSED' || mayBeHeld) && !takenBack) {
    await sendAfter(em, transmission, { act: 'retract', name: 'RETRACTION', released: true, at });
  }
}

/** Whoever has it, or may have it, is told anew what it says now; what has not left, or is tried again, says so itself. */
async function correct(em: Writing, beside: Beside, at: number): Promise<void> {
  const { transmission, version, fields, restrictedNow, saidAnew, takenBack } = beside;
  const { course, versionSeen } = transmission;
  if (isOver(beside) && saysAnother(versionSeen, version, fields) && !saidAnew && !takenBack) {
    await sendAfter(em, transmission, { act: 'correct', name: version, released: restrictedNow === 'NO' && !course.withdrawnTooLate, at });
  }
}

/** Did it come, or may it have come, and goes no more by itself? */
function isOver({ transmission: { course }, mayBeHeld: mayHaveCome }: Beside): boolean {
  return course.state === 'ACKNOWLEDGED' || ((course.state === 'REFUSED' || course.state === 'DEAD') && mayHaveCome);
}

interface After {
  readonly act: 'correct' | 'retract';
  /** Tells several of one transmission apart. */
  readonly name: string;
  readonly released: boolean;
  readonly at: number;
}

/** Sends after the fact, to whoever received it and the same way. */
async function sendAfter(em: Writing, of: Transmission, { act, name, released, at }: After): Promise<void> {
  const { matter, records, child, from, to, recipient, channel } = of;
  const id = derivedId(of.id, act, name);
  const made = await addTransmission(em, {
    ...{ records, child, from, to, recipient, channel },
    id,
    matter: act === 'retract' ? 'RETRACTION' : matter,
    act,
    corrects: of.id,
    decision: null,
    because: 'CORRECTION',
    revision: (await sentBefore(em, { records, to })) + 1,
    deadline: NO_TIME_OWED,
    by: BY_THE_HUB,
    released,
    at,
  });
  const waiting = made && !released ? await lockTransmission(em, id) : null;
  await (waiting === null ? undefined : tellCoordinator(em, waiting, { kind: 'CORRECTION_WAITS', at }));
}

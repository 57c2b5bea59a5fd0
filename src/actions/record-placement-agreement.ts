import { HubError } from '../domain/errors.ts';
import type { PlacementAgreementPayload } from '../domain/observation/observation.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { agreementWarnings } from './agreement-warnings.ts';
import { checkTexts, happenedAt, optionalText, type Given } from './given.ts';
import { perform, type Scene } from './perform.ts';
import { seeToAct, type Seen } from './see-row.ts';
import { recordToState, state, withdrawRecord } from './state-record.ts';

const TEXTS = ['hostOfficer', 'hostContact', 'whoInterviews', 'resultHow', 'resultBy'] as const;

/** What the placing and the host authority agreed for a placement, as the client sends it. */
export interface RecordPlacementAgreement extends Partial<Record<(typeof TEXTS)[number], Given<string>>> {
  readonly key: string;
  readonly child: string;
  /** Of an agreement recorded before, with the revision that was read. */
  readonly id?: Given<string>;
  readonly revision?: Given<number>;
  /** It was entered by mistake. */
  readonly withdraw?: Given<boolean>;
  readonly from?: Given<string>;
  /** Directory id of the host; the host's own where it records the agreement, else that of the home. */
  readonly hostAuthority?: Given<string>;
  readonly urn?: Given<string>;
}

/** Keeps what the two authorities agreed for a placement in the area of one of them (Somerset 7.1): by either of them, and each changes its own. */
export async function recordPlacementAgreement(services: ActionServices, actor: Actor, input: RecordPlacementAgreement, now: number): Promise<Acted> {
  checkTexts(input);
  if (input.withdraw && !input.id) {
    throw new HubError('BAD_INPUT', '"withdraw" takes back an agreement: send its "id" and "revision".');
  }
  const from = input.withdraw ? null : beginning(input, now);
  const deed = { action: 'recordPlacementAgreement', kind: input.id ? 'ALTERATION' : 'COLLECTION', actor, input, key: input.key, reason: null, now } as const;
  return perform(services, deed, (scene) => keep(scene, input, from));
}

function beginning({ from }: RecordPlacementAgreement, now: number): PlacementAgreementPayload['from'] {
  const begins = optionalText(from);
  if (begins === null) {
    throw new HubError('BAD_INPUT', '"from" is left out. Say since when it holds, if only the date.');
  }
  return happenedAt(begins, 'from', now);
}

async function keep(scene: Scene, input: RecordPlacementAgreement, from: PlacementAgreementPayload['from'] | null): Promise<Acted> {
  const on = await seeToAct(scene, 'Child', input.child);
  const record = await recordToState(scene, 'placementAgreement', { on, id: input.id ?? null, revision: input.revision ?? null });
  await (from === null ? withdrawRecord(scene, { on, record }) : state(scene, { on, record, kind: 'placementAgreement', payload: { ...textsOf(input), ...hostOf(scene, input, on), from } }));
  return { id: record.id, child: on.child, revision: record.revision, warnings: await agreementWarnings(scene, on) };
}

function textsOf(input: RecordPlacementAgreement): Pick<PlacementAgreementPayload, (typeof TEXTS)[number]> {
  return Object.fromEntries(TEXTS.map((name) => [name, optionalText(input[name])])) as Record<(typeof TEXTS)[number], string | null>;
}

/** With whom it was made: the one that is named, else in whose area the home lies, else whoever hosts the child and says so. */
function hostOf(scene: Scene, input: RecordPlacementAgreement, on: Seen<'Child'>): Pick<PlacementAgreementPayload, 'hostAuthority' | 'placementUrn'> {
  const { agency } = scene.actor.viewer;
  const placementUrn = optionalText(input.urn);
  const home = scene.services.directory().homes.get(placementUrn ?? '')?.authority;
  const isOwn = on.facts.responsible.includes(agency);
  const hostAuthority = optionalText(input.hostAuthority) ?? home ?? (isOwn ? null : agency);
  mustBeHost(scene, hostAuthority, on);
  if ((!isOwn && hostAuthority !== agency) || (home ?? hostAuthority) !== hostAuthority) {
    throw new HubError('FORBIDDEN', 'The agreement is with another authority than that, or the home lies elsewhere: its own people record it.');
  }
  return { hostAuthority, placementUrn };
}

/** An authority of the directory, and another than the child's own. */
function mustBeHost({ services }: Scene, host: string | null, { facts }: Seen<'Child'>): void {
  if (host === null || services.directory().agencies.get(host)?.kind !== 'AUTHORITY') {
    throw new HubError('BAD_INPUT', '"hostAuthority" is no authority of the directory. Name the one in whose area the child is placed.');
  }
  if (facts.responsible.includes(host)) {
    throw new HubError('BAD_INPUT', '"hostAuthority" is the child’s own authority. Name the one in whose area the child is placed.');
  }
}

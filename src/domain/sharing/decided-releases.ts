import type { Opening } from '../authority/openings.ts';
import type { DecisionOf } from '../decision/decision.ts';
import { ofKind } from '../decision/standing-decisions.ts';
import type { Release } from '../fold/interview-picture.ts';
import { overlapOf, without, type Stretch } from '../interval/stretch.ts';
import type { ApprovedText } from '../redaction/redaction-state.ts';
import { agreedSince } from './agreement-of.ts';
import type { Audience } from './audience.ts';
import { isWithheld, textFor, type SharingGrounds } from './sharing-grounds.ts';

type Shared = DecisionOf<'SHARING'>['payload'];

/** Copies to these may be closed by an authority, and never go beyond a redacted text. */
const COPIES: Readonly<Partial<Record<Audience, Opening>>> = {
  PLACEMENT: 'COPY_TO_PLACEMENT',
  PARENT: 'COPY_TO_PARENT',
  PARTNER: 'COPY_TO_PARTNER',
};

/** What the decision-maker's decisions release. */
export function decidedReleases(grounds: SharingGrounds): Release[] {
  return ofKind(grounds.decided, 'SHARING').flatMap(({ payload, at }) => {
    const copy = copyOf(payload, grounds);
    if (
      copy === null ||
      isWithheld(grounds, payload.recipient) ||
      // Stryker disable next-line ConditionalExpression: what was decided to be withheld is withheld by the line above too.
      payload.decision !== 'SHARE'
    ) {
      return [];
    }
    const stretches = without({ from: Math.max(at, copy.since), until: null }, holesOf(payload, grounds));
    const { audience, recipient } = payload;
    return stretches.map((stretch) => ({ audience, recipient, level: copy.level, ground: 'DECISION', ...stretch, redaction: copy.redaction }));
  });
}

interface Copy extends Pick<Release, 'level' | 'redaction'> {
  readonly since: number;
}

/** Full where that was decided and may be; else the text approved for the audience, if there is one and it is agreed to. */
function copyOf(payload: Shared, grounds: SharingGrounds): Copy | null {
  if (payload.level === 'FULL' && COPIES[payload.audience] === undefined) {
    return { level: 'FULL', redaction: null, since: -Infinity };
  }
  const text = textFor(grounds, payload);
  if (text === null) {
    return null;
  }
  const agreed = agreementTo(text, payload, grounds);
  return agreed === null ? null : { level: 'REDACTED', redaction: text.redaction.id, since: Math.max(text.since, agreed) };
}

/** A placement and a parent need the child's agreement; of others it is shown and not required. */
function agreementTo({ redaction }: ApprovedText, payload: Shared, { decided }: SharingGrounds): number | null {
  if (payload.audience !== 'PLACEMENT' && payload.audience !== 'PARENT') {
    return -Infinity;
  }
  return agreedSince(decided, payload, redaction.topics);
}

/** When an authority closes it: copies to this audience, or copies to others without its senior's authorisation. */
function holesOf(payload: Shared, { closings, decided }: SharingGrounds): Stretch[] {
  const closed = closings.filter(({ opening }) => opening === COPIES[payload.audience]);
  const unauthorised = closings.filter(({ opening, by }) => opening === 'COPY_TO_PARTNER_WITHOUT_SENIOR' && needsSenior(payload.audience, by));
  const authorised = ofKind(decided, 'AUTHORISATION').find(
    (each) => each.payload.authorised && each.payload.audience === payload.audience && each.payload.recipient === payload.recipient,
  );
  const before: Stretch = { from: null, until: authorised?.at ?? null };
  return [...closed, ...unauthorised.flatMap((closing) => overlapOf(closing, before))];
}

/** A duty to tell the police and the host authority is narrowed by the responsible authority alone. */
function needsSenior(audience: Audience, closedBy: 'RESPONSIBLE' | 'HOST'): boolean {
  return audience === 'PARTNER' || (closedBy === 'RESPONSIBLE' && (audience === 'POLICE' || audience === 'HOST'));
}

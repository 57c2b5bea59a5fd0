import { ofKind } from '../decision/standing-decisions.ts';
import type { Release } from '../fold/interview-picture.ts';
import type { Relation } from '../fold/relation.ts';
import { compareText } from '../fold/standing.ts';
import { overlapOf, without, type Stretch } from '../interval/stretch.ts';
import { decidedReleases } from './decided-releases.ts';
import { isWithheld, textFor, type SharingGrounds } from './sharing-grounds.ts';

/**
 * To whom how much of an interview is released, and when. A placement, a parent and a partner never get beyond a text
 * approved for them; one recipient is served one text at a time.
 */
export function releasesOf(grounds: SharingGrounds): Release[] {
  const redacted = [...textsForPolice(grounds), ...textsForCoordinators(grounds), ...decidedReleases(grounds), ...overrides(grounds)];
  return [...onceAtATime(redacted), ...sharingAgreements(grounds)].sort(byRecipient);
}

/** A text approved for the police is every involved force's, unless it was decided to withhold it from that force. */
function textsForPolice(grounds: SharingGrounds): Release[] {
  return standingText(grounds, { audience: 'POLICE', ground: 'TEXT_FOR_POLICE', to: grounds.forces });
}

/** A text approved for child protection coordinators is each one's that is named for the child. */
function textsForCoordinators(grounds: SharingGrounds): Release[] {
  return standingText(grounds, { audience: 'CP_COORDINATOR', ground: 'TEXT_FOR_COORDINATOR', to: grounds.coordinators });
}

interface Standing extends Pick<Release, 'audience' | 'ground'> {
  readonly to: readonly Relation[];
}

function standingText(grounds: SharingGrounds, { audience, ground, to }: Standing): Release[] {
  return to.flatMap(({ agency: recipient, from, until }) => {
    const text = textFor(grounds, { audience, recipient });
    if (text === null || isWithheld(grounds, recipient)) {
      return [];
    }
    const stretches = overlapOf({ from, until }, { from: text.since, until: null });
    return stretches.map((stretch) => ({ audience, recipient, level: 'REDACTED', ground, ...stretch, redaction: text.redaction.id }));
  });
}

/**
 * Immediate safeguarding concerns release a text approved for the recipient without decision or agreement, until they
 * end; no authority's closing and no earlier withholding stands in their way (SOM 8.1.3).
 */
function overrides(grounds: SharingGrounds): Release[] {
  return ofKind(grounds.decided, 'OVERRIDE').flatMap(({ payload, at }) => {
    const { audience, recipient, until } = payload;
    const text = textFor(grounds, payload);
    if (text === null) {
      return [];
    }
    const stretches = overlapOf({ from: at, until }, { from: text.since, until: null });
    return stretches.map((stretch) => ({ audience, recipient, level: 'REDACTED', ground: 'OVERRIDE', ...stretch, redaction: text.redaction.id }));
  });
}

/** Completed forms, whole, to a force the responsible authority has an agreement with, while it has to do with the child (KNT). */
function sharingAgreements(grounds: SharingGrounds): Release[] {
  if (grounds.state !== 'COMPLETED') {
    return [];
  }
  return grounds.agreements.flatMap((agreement) =>
    grounds.forces
      .filter(({ agency }) => agency === agreement.agency && !isWithheld(grounds, agency))
      .flatMap((force) => overlapOf(force, agreement))
      .map((stretch) => ({ audience: 'POLICE', recipient: agreement.agency, level: 'FULL', ground: 'SHARING_AGREEMENT', ...stretch, redaction: null })),
  );
}

/** What one recipient has already of one level and audience is not released a second time for the same while. */
function onceAtATime(releases: readonly Release[]): Release[] {
  return releases.reduce<Release[]>((released, release) => {
    const had: Stretch[] = released.filter((one) => one.audience === release.audience && one.recipient === release.recipient && one.level === release.level);
    return [...released, ...without(release, had).map((stretch) => ({ ...release, ...stretch }))];
  }, []);
}

function byRecipient(first: Release, second: Release): number {
  return (
    compareText(`${first.audience} ${first.recipient} ${first.level} ${first.ground}`, `${second.audience} ${second.recipient} ${second.level} ${second.ground}`) ||
    (first.from ?? -Infinity) - (second.from ?? -Infinity) ||
    0
  );
}

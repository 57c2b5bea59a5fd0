import type { ChildPicture, PlacementAgreementPicture } from '../../domain/fold/picture.ts';
import { HUB_SYSTEM } from '../../domain/record/record.ts';
import { revisionOf } from './hub-statement-store.ts';
import { agreementFacts, withHash, type PictureRow } from './project-facts.ts';
import { momentOf } from './project-values.ts';

/** What was agreed for one placement, and which authority says so. */
export function projectPlacementAgreement(child: ChildPicture, agreement: PlacementAgreementPicture): PictureRow {
  const { id, record, stated, hostAuthority } = agreement;
  return withHash({
    id,
    from_date: momentOf(stated.from),
    agreed_from_at: new Date(stated.from.from).toISOString(),
    urn: stated.placementUrn,
    host_authority: hostAuthority,
    host_officer: stated.hostOfficer,
    host_contact: stated.hostContact,
    who_interviews: stated.whoInterviews,
    result_how: stated.resultHow,
    result_by: stated.resultBy,
    made_by: record.agency,
    revision: record.system === HUB_SYSTEM ? revisionOf(record.order) : null,
    ...agreementFacts(child, agreement),
  });
}

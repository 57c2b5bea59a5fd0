import type { EntityManager } from '@mikro-orm/postgresql';
import type { StatedAgreement } from '../../domain/interview/placed-elsewhere.ts';
import { execute } from '../database.ts';

/** An agreement on a placement of the child, by its shown id. */
export interface StandingAgreement extends StatedAgreement {
  readonly id: string;
}

/** What was agreed for the placements of the child shown under this id, whoever says so and whoever reads it. */
export async function standingAgreements(em: EntityManager, child: string): Promise<readonly StandingAgreement[]> {
  const rows = await execute<{ read: string }>(
    em,
    `select json_build_object('id', a.id, 'from', (extract(epoch from a.agreed_from_at) * 1000)::bigint, 'hostAuthority', a.host_authority, 'hostOfficer', a.host_officer,
       'hostContact', a.host_contact, 'whoInterviews', a.who_interviews, 'resultHow', a.result_how, 'resultBy', a.result_by)::text as read
     from placement_agreement a where a.child_id = $1::uuid order by a.agreed_from_at desc, a.id`,
    [child],
  );
  // The statement above builds exactly this.
  return rows.map(({ read }) => JSON.parse(read) as StandingAgreement);
}

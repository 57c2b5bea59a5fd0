import type { EntityManager } from '@mikro-orm/postgresql';
import { LOCATING_FORM } from '../../domain/interview/interview-form.ts';
import type { AroundChild } from '../../domain/redaction/network-of.ts';
import { execute } from '../database.ts';

type Rows<K extends keyof AroundChild> = readonly (AroundChild[K][number] & { readonly id: string })[];

/** What of a child, and of what is told of it, may tell who or where somebody is; reports, interviews and items each with their id. */
export interface StoredAround {
  readonly child: AroundChild['persons'][number];
  readonly homes: AroundChild['homes'];
  readonly profiles: AroundChild['profiles'];
  readonly reports: Rows<'reports'>;
  readonly interviews: Rows<'interviews'>;
  readonly items: Rows<'items'>;
}

const column = (question: string): string => question.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const LOCATING = Object.keys(LOCATING_FORM).map((question) => `'${question}', ${column(question)}`);
const listOf = (object: string, from: string): string => `(select coalesce(json_agg(json_build_object(${object})), '[]'::json) from ${from} where child_id = c.id)`;

/** What the picture of a child, by its shown id, holds of it; whoever asks picks out what they may read. */
export async function storedAround(em: EntityManager, child: string): Promise<StoredAround | null> {
  const [row] = await execute<{ around: string }>(
    em,
    `select json_build_object(
       'child', json_build_object('givenName', c.given_name, 'familyName', c.family_name, 'homeAddress', t.home_address, 'telephone', t.telephone,
         'familyAddress', a.family_address, 'otherAddress', a.other_address),
       'homes', ${listOf(`'homeName', home_name, 'provider', provider, 'placementPostcode', placement_postcode`, 'placement')},
       'profiles', coalesce(f.profiles, '[]'::json),
       'reports', ${listOf(`'id', id, 'lastSeenWith', last_seen_with`, 'episode_circumstances')},
       'interviews', ${listOf(`'id', id, 'namedPeople', named_people, ${LOCATING.join(', ')}`, 'interview_full')},
       'items', ${listOf(`'id', id, 'namedPeople', named_people, 'entities', coalesce(entities, '[]'::json)`, 'intelligence_content')})::text as around
     from child c left join child_contact t on t.id = c.id left join child_address a on a.id = c.id left join child_profile f on f.id = c.id
     where c.id = $1::uuid`,
    [child],
  );
  // Written by the fold from checked payloads.
  return row === undefined ? null : (JSON.parse(row.around) as StoredAround);
}

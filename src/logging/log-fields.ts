import { z } from 'zod';
import { ERRORS } from '../domain/errors.ts';

const UUID = z.uuid();
/** Ids from the directory and the code, such as northmere-council or police-compact. */
const NAME = z.string().regex(/^(?=.*[a-z])[a-z0-9][a-z0-9-]{0,62}$/);
/** Short of ten digits, so that no NHS number passes for a count. */
const COUNT = z.int().min(0).max(999_999_999);
const MILLISECONDS = z.number().min(0).max(999_999_999);

/** The only fields a log line may have, and the only values each may have. Everything else is left out. */
export const LOG_FIELDS = {
  code: z.enum(Object.keys(ERRORS)),
  reason: z.string().regex(/^[A-Z]+(_[A-Z]+)*$/).max(40),
  reference: UUID,
  document: UUID,
  record: UUID,
  child: UUID,
  episode: UUID,
  agency: NAME,
  system: NAME,
  adapter: NAME,
  story: NAME,
  role: z.string().regex(/^[A-Z]+(_[A-Z]+)*$/).max(40),
  route: z.string().regex(/^(\/:?[a-z-]+)+$|^\/$/).max(60),
  method: z.enum(['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE']),
  status: z.int().min(100).max(599),
  operationHash: z.string().regex(/^[0-9a-f]{64}$/),
  milliseconds: MILLISECONDS,
  count: COUNT,
  bytes: COUNT,
  records: COUNT,
  taken: COUNT,
  already: COUNT,
  refused: COUNT,
  version: COUNT,
  port: COUNT,
  pid: COUNT,
} as const;

export type LogFieldName = keyof typeof LOG_FIELDS;
/** What a caller may offer: of what it offers only what fits is written. */
export type LogFields = { readonly [Name in LogFieldName]?: z.input<(typeof LOG_FIELDS)[Name]> | undefined };

/** The offered fields that may be written. */
export function allowedFields(offered: Readonly<Record<string, unknown>>): Record<string, string | number> {
  const allowed: Record<string, string | number> = {};
  for (const [name, schema] of Object.entries(LOG_FIELDS)) {
    const value = schema.safeParse(offered[name]);
    if (value.success) {
      allowed[name] = value.data;
    }
  }
  return allowed;
}

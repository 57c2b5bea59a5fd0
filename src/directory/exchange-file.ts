import { z } from 'zod';
import { CALENDARS } from '../domain/clocks/clock.ts';
import { READING_ROLES } from '../policy/viewer.ts';

/** The part of the directory file that says with whom the hub exchanges what, over which way. */
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);
const words = z.string().regex(/^[^\p{Cc}]{1,200}$/u).refine((text) => text.trim() === text);
const address = z.string().max(300).regex(/^https?:\/\/[^\s]+$/);

/** What can be sent; the words of a receipt. */
export const EXCHANGE_MATTERS = ['EPISODE', 'OFFER', 'INTERVIEW', 'INTELLIGENCE', 'RISK_ASSESSMENT', 'RISK_ASSESSMENT_REQUEST', 'RETRACTION'] as const;

/** Of which the directory can say by when they are owed; a request has its own time under "assessments", and what is taken back goes at once. */
export const TIMED_MATTERS = ['INTERVIEW', 'OFFER', 'EPISODE', 'INTELLIGENCE'] as const satisfies readonly (typeof EXCHANGE_MATTERS)[number][];

/** As JWK; the private half stays with its hub. */
const deliveryKey = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  kid: z.string().regex(/^[\w:.-]{1,64}$/),
  x: z.base64url(),
  y: z.base64url(),
  use: z.literal('delivery').default('delivery'),
  hub: id.optional(),
});

const hub = z.strictObject({
  id,
  name: words,
  url: address,
  /** For whom it may speak: nothing else is taken from it. */
  agencies: z.array(id).min(1),
  keys: z.array(deliveryKey).min(1).max(10),
  secret: id,
});

const way = { id, agency: id, settings: z.record(z.string(), z.json()).nullable().default(null), system: id.nullable().default(null) };
const channel = z.discriminatedUnion('kind', [
  z.strictObject({ ...way, kind: z.literal('HUB'), hub: id, adapter: id.default('authority-exchange') }),
  z.strictObject({ ...way, kind: z.literal('FOLDER'), folder: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}(\/[a-z0-9][a-z0-9-]{0,62}){0,3}$/), adapter: id }),
  z.strictObject({ ...way, kind: z.literal('WEBHOOK'), url: address, secret: id }),
]);

const within = z.strictObject({ length: z.int().min(1).max(24 * 366), calendar: z.enum(CALENDARS), source: words });

const entry = z.strictObject({
  from: id.nullable().default(null),
  agency: id,
  matters: z.array(z.enum(EXCHANGE_MATTERS)).min(1),
  channel: id,
  within: within.nullable().default(null),
  automatic: z.boolean().default(false),
  refusals: z.boolean().default(true),
});

const assessment = z.strictObject({ from: id.nullable().default(null), of: id, within: within.nullable().default(null), automatic: z.boolean().default(false) });

/** Whose phone rings: of whoever is on duty in a role, or of one person. */
const rung = { agency: id, channel: id };
const ring = z.union([z.strictObject({ ...rung, role: z.enum(READING_ROLES) }), z.strictObject({ ...rung, person: id })]);

const endpoint = z.strictObject({ origin: address, pathPrefix: z.string().max(300), demonstration: z.boolean().default(false) });

/** Nothing of it need be there: a hub that exchanges nothing says nothing. */
export const exchangeFile = {
  hub: z.strictObject({ id, name: words }).nullable().default(null),
  hubs: z.array(hub).default([]),
  channels: z.array(channel).default([]),
  exchange: z.array(entry).default([]),
  endpoints: z.array(endpoint).default([]),
  assessments: z.array(assessment).default([]),
  rings: z.array(ring).default([]),
};

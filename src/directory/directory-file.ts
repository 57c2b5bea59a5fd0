import { z } from 'zod';
import { ANSWER_WITHIN, DUTY_HOURS, DUTY_MATTERS } from '../domain/authority/duty.ts';
import { PRACTICE_IDS } from '../domain/authority/known-practices.ts';
import { addedClockShape, ownClocksShape, ownFiguresShape } from '../domain/authority/practice-of.ts';
import { RETENTION_CLASSES } from '../domain/authority/retention.ts';
import { OPENINGS } from '../domain/authority/openings.ts';
import { RISKS } from '../domain/observation/observation.ts';
import { READING_ROLES } from '../policy/viewer.ts';
import { exchangeFile } from './exchange-file.ts';

/** The shape of the directory file; the same shape is kept as the body of each loaded version. */
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);
const words = z.string().regex(/^[^\p{Cc}]{1,200}$/u).refine((text) => text.trim() === text);
const hours = z.int().min(1).max(24 * 365).nullable();

const strategy = z.strictObject({
  lookedAfterHours: hours,
  missingHours: hours,
  episodesIn30Days: z.int().min(1).max(100).nullable(),
  // A directory that was loaded before says nothing of it.
  atRisk: z.array(z.enum(RISKS)).min(1).readonly().nullable().default(null),
});

const minutes = z.int().min(1).max(24 * 60);

const answerWithinMinutes = z.strictObject({
  HIGH: minutes.default(ANSWER_WITHIN.HIGH),
  MEDIUM: minutes.default(ANSWER_WITHIN.MEDIUM),
  LOW: minutes.default(ANSWER_WITHIN.LOW),
  VERY_LOW: minutes.default(ANSWER_WITHIN.VERY_LOW),
});

const dutyStep = z.strictObject({
  role: z.enum(READING_ROLES),
  telephone: words.nullable().default(null),
  hours: z.enum(DUTY_HOURS).default('ALWAYS'),
  answerWithinMinutes: answerWithinMinutes.default(ANSWER_WITHIN),
});

const dutyChain = z.array(dutyStep).min(1).max(10);

const duty = z.strictObject({ chain: dutyChain, matters: z.partialRecord(z.enum(DUTY_MATTERS), dutyChain).default({}) });

const agency = z.strictObject({
  id,
  name: words,
  kind: z.enum(['AUTHORITY', 'POLICE', 'PROVIDER', 'OTHER']),
  codes: z.array(words).default([]),
  strategy: strategy.nullable().default(null),
  practice: z.enum(PRACTICE_IDS).nullable().default(null),
  ownFigures: ownFiguresShape.default({}),
  ownClocks: ownClocksShape.default({}),
  addedClocks: z.array(addedClockShape).max(20).default([]),
  closes: z.array(z.enum(OPENINGS)).default([]),
  dutyContact: words.nullable().default(null),
  duty: duty.nullable().default(null),
  saysConsentNotGiven: z.boolean().default(false),
  retentionDays: z.partialRecord(z.enum(RETENTION_CLASSES), z.int().min(1).max(366 * 100)).default({}),
});

/** A public key in JWK form; which adapter asks for one says so. */
const publicKey = z.object({ kty: z.enum(['EC', 'OKP', 'RSA']), kid: words, alg: words.optional(), d: z.undefined({ message: 'a private key does not belong here' }).optional() }).catchall(z.string());

const system = z.strictObject({
  id,
  agency: id,
  adapter: id,
  personKeys: id.optional(),
  settings: z.record(z.string(), z.json()).nullable().default(null),
  silentAfterHours: hours.default(null),
  keys: z.array(publicKey).max(10).default([]),
  hub: id.nullable().default(null),
});

const forceArea = z.strictObject({ force: id, authorities: z.array(id).min(1) });

const home = z.strictObject({ urn: z.string().regex(/^[A-Z0-9]{4,12}$/), name: words, provider: id, authority: id });

const time = z.iso.datetime({ offset: true });
const times = { from: time.optional(), until: time.optional() };

const group = z.strictObject({
  id,
  kind: z.enum(['BRIEFING', 'EXPLOITATION']),
  authority: id,
  members: z.array(z.strictObject({ agency: id, ...times })).min(1),
});

const agreement = z.strictObject({ authority: id, force: id, ...times });

const role = z.strictObject({ role: z.enum([...READING_ROLES, 'INGEST_CLIENT']), agency: id, system: id.optional(), shifts: z.array(z.strictObject({ from: time, until: time })).default([]) });

const person = z.strictObject({
  id,
  name: words,
  issuer: words,
  subject: words,
  suspended: z.boolean().default(false),
  tokensSince: z.iso.datetime({ offset: true }).optional(),
  trainedToRedact: z.boolean().default(false),
  roles: z.array(role).min(1),
});

export const directoryFile = z.strictObject({
  agencies: z.array(agency).min(1),
  systems: z.array(system).default([]),
  forceAreas: z.array(forceArea).default([]),
  homes: z.array(home).default([]),
  people: z.array(person).default([]),
  groups: z.array(group).default([]),
  agreements: z.array(agreement).default([]),
  ...exchangeFile,
});

/** A directory as the file says it, checked. */
export type DirectoryFile = z.infer<typeof directoryFile>;

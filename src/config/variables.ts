import { z } from 'zod';
import { ISSUERS_VARIABLE } from './issuers.ts';

const wholeNumber = (least: number, most: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(least).max(most));

const DATABASE_URL = z.url({ protocol: /^postgres(ql)?$/ }).refine((url) => new URL(url).pathname.length > 1);
const DATABASE_RIGHT = 'a URL with a database name, such as postgresql://user:password@host:5432/homeward';

/** What each variable may be, and in words what would be right. */
export const VARIABLES = {
  NODE_ENV: { schema: z.enum(['development', 'test', 'production']).default('development'), right: 'development, test or production' },
  HOMEWARD_PROCESS: { schema: z.enum(['api', 'jobs', 'all']).default('all'), right: 'api (takes calls), jobs (works in the background) or all (both)' },
  HOMEWARD_OPERATIONS: {
    schema: z.enum(['registered', 'any']).optional(),
    right: 'registered (only operations of schema/operations are run, as in production unless said otherwise) or any',
  },
  PORT: { schema: wholeNumber(0, 65_535).default(4000), right: 'a whole number from 0 (any free port) to 65535, such as 4000' },
  HOST: { schema: z.string().regex(/^[\w.:-]+$/).default('127.0.0.1'), right: 'an address of this machine, such as 127.0.0.1' },
  HOMEWARD_DATA: { schema: z.string().optional(), right: 'a folder the hub may write to, such as ./data' },
  DATABASE_URL: { schema: DATABASE_URL.optional(), right: `${DATABASE_RIGHT}, of the login that serves` },
  DATABASE_OWNER_URL: { schema: DATABASE_URL.optional(), right: `${DATABASE_RIGHT}, of the login that migrates` },
  MAX_DOCUMENT_MB: { schema: wholeNumber(1, 256).default(50), right: 'a whole number of megabytes from 1 to 256, such as 50' },
  MAX_WAITING_DOCUMENTS: {
    schema: wholeNumber(4, 1_000_000).default(20_000),
    right: 'a whole number of documents from 4 to 1000000, such as 20000: more are not let in before some are read, and of one source a quarter of it',
  },
  HOMEWARD_INBOX: { schema: z.string().optional(), right: 'a folder the hub may write to, such as ./inbox; files put into its folders, one for each source system, are taken in' },
  HOMEWARD_OUTBOX: { schema: z.string().optional(), right: 'a folder the hub may write to, such as ./outbox; what goes to others by folder is laid into folders below it' },
  INBOX_SETTLED_SECONDS: { schema: wholeNumber(0, 3600).default(10), right: 'a whole number of seconds from 0 to 3600, such as 10: a file of the inbox nobody has written to for so long is complete' },
  HOMEWARD_KEYS: { schema: z.string().optional(), right: 'the folder of the key files' },
  ANCHOR_FILE: { schema: z.string().optional(), right: 'the file anchors of the sealed logs are added to, best on another machine’s storage' },
  HOMEWARD_ISSUERS: {
    schema: ISSUERS_VARIABLE.optional(),
    right:
      'a JSON array, or the path of a file with one, of {"issuer", "audience", "algorithms": ["RS256" or "ES256"], and either "jwksFile" or "jwksUrl"}, each issuer once',
  },
  HOMEWARD_PUBLIC_URL: { schema: z.url({ protocol: /^https?$/ }).optional(), right: 'the URL under which others reach the hub, such as https://hub.example' },
  LOG_LEVEL: { schema: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'), right: 'silent, error, warn, info or debug' },
  EPISODE_START_TOLERANCE_HOURS: {
    schema: wholeNumber(0, 168).default(24),
    right: 'a whole number of hours from 0 to 168, such as 24: starts no further apart, told by two systems, are one episode',
  },
} as const;

export type VariableName = keyof typeof VARIABLES;
/** What the variables say, parsed. */
export type Values = { readonly [Name in VariableName]: z.output<(typeof VARIABLES)[Name]['schema']> };

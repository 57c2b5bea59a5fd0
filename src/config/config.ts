import path from 'node:path';
import { HubError } from '../domain/errors.ts';
import type { IssuerConfig } from './issuers.ts';
import { type Values, type VariableName, VARIABLES } from './variables.ts';

/** Everything the hub is told from outside, checked once at start. */
export interface Config {
  readonly production: boolean;
  /** What this process does of the hub's work: it takes calls, works in the background, or both. */
  readonly process: Values['HOMEWARD_PROCESS'];
  /** Which GraphQL operations are run: those promised to partners, or any. */
  readonly operations: 'registered' | 'any';
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly publicUrl: string | null;
  readonly dataFolder: string;
  /** Was HOMEWARD_DATA set? A folder somebody chose is never exchanged for another. */
  readonly dataFolderChosen: boolean;
  readonly keysFolder: string;
  /** Where seals are anchored. */
  readonly anchorFile: string;
  readonly databaseUrl: string | null;
  readonly databaseOwnerUrl: string | null;
  readonly issuers: readonly IssuerConfig[];
  readonly maxDocumentBytes: number;
  readonly maxWaitingDocuments: number;
  /** Null: no folder is watched. */
  readonly inboxFolder: string | null;
  readonly inboxSettledSeconds: number;
  /** Folders of channels lie below it. */
  readonly outboxFolder: string;
  readonly episodeStartToleranceHours: number;
  readonly logLevel: Values['LOG_LEVEL'];
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the configuration, or refuses with every variable that is wrong and what would be right. Values are not repeated. */
export function readConfig(environment: Environment = process.env): Config {
  const { values, faults } = readValues(environment);
  const all = [...faults, ...contradictions(values)];
  if (all.length > 0) {
    throw new HubError('CONFIG_INVALID', `The configuration cannot be used.\n${all.map((fault) => `- ${fault}`).join('\n')}`);
  }
  // Without a fault, every variable was read.
  return toConfig(values as Values);
}

/** The values that could be read; a variable with a fault is not among them. */
function readValues(environment: Environment): { values: Partial<Values>; faults: readonly string[] } {
  const faults: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, { schema, right }] of Object.entries(VARIABLES)) {
    // An empty variable is an unset one: compose files and shells write them so.
    const parsed = schema.safeParse(environment[name] === '' ? undefined : environment[name]);
    if (parsed.success) {
      values[name] = parsed.data;
    } else {
      faults.push(`${name} has a value the hub cannot use. It must be ${right}.`);
    }
  }
  // The names are those of VARIABLES and each value was parsed by its own schema.
  return { values: values, faults };
}

const REQUIRED_IN_PRODUCTION = ['DATABASE_URL', 'HOMEWARD_ISSUERS', 'HOMEWARD_KEYS'] as const satisfies readonly VariableName[];
const THIS_MACHINE = /^(127\.[\d.]+|::1|localhost)$/;

function contradictions(values: Partial<Values>): readonly string[] {
  const faults: string[] = [];
  if (isProduction(values)) {
    for (const name of REQUIRED_IN_PRODUCTION.filter((required) => required in values && values[required] === undefined)) {
      faults.push(`${name} is required in production. It must be ${VARIABLES[name].right}.`);
    }
  } else if (values.HOST !== undefined && !THIS_MACHINE.test(values.HOST)) {
    faults.push('HOST must be an address of this machine alone, such as 127.0.0.1, outside production, where anybody can have a demonstration token. To be reached by others, set NODE_ENV=production.');
  }
  if (values.DATABASE_OWNER_URL !== undefined && values.DATABASE_URL === undefined) {
    faults.push('DATABASE_OWNER_URL is set without DATABASE_URL. Set both, or neither for the embedded database.');
  }
  return faults;
}

const isProduction = ({ NODE_ENV }: Partial<Values>): boolean => NODE_ENV === 'production';
/** Whoever tries the hub may ask it anything. */
const operationsUsual = (values: Values): Config['operations'] => (isProduction(values) ? 'registered' : 'any');

function toConfig(values: Values): Config {
  return {
    production: isProduction(values),
    process: values.HOMEWARD_PROCESS,
    operations: values.HOMEWARD_OPERATIONS ?? operationsUsual(values),
    host: values.HOST,
    port: values.PORT,
    publicUrl: values.HOMEWARD_PUBLIC_URL ?? null,
    ...foldersOf(values),
    databaseUrl: values.DATABASE_URL ?? null,
    databaseOwnerUrl: values.DATABASE_OWNER_URL ?? null,
    issuers: values.HOMEWARD_ISSUERS ?? [],
    maxDocumentBytes: values.MAX_DOCUMENT_MB * 1024 * 1024,
    maxWaitingDocuments: values.MAX_WAITING_DOCUMENTS,
    inboxSettledSeconds: values.INBOX_SETTLED_SECONDS,
    episodeStartToleranceHours: values.EPISODE_START_TOLERANCE_HOURS,
    logLevel: values.LOG_LEVEL,
  };
}

type Folders = Pick<Config, 'dataFolder' | 'dataFolderChosen' | 'keysFolder' | 'anchorFile' | 'inboxFolder' | 'outboxFolder'>;

function foldersOf({ HOMEWARD_DATA, HOMEWARD_KEYS, ANCHOR_FILE, HOMEWARD_INBOX, HOMEWARD_OUTBOX }: Values): Folders {
  const dataFolder = path.resolve(HOMEWARD_DATA ?? 'data');
  return {
    dataFolder,
    dataFolderChosen: HOMEWARD_DATA !== undefined,
    keysFolder: path.resolve(HOMEWARD_KEYS ?? path.join(dataFolder, 'keys')),
    anchorFile: path.resolve(ANCHOR_FILE ?? path.join(dataFolder, 'anchors.jsonl')),
    inboxFolder: HOMEWARD_INBOX === undefined ? null : path.resolve(HOMEWARD_INBOX),
    outboxFolder: path.resolve(HOMEWARD_OUTBOX ?? path.join(dataFolder, 'outbox')),
  };
}

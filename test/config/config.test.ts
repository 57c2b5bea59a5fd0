import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkNode } from '../../src/config/check-node.ts';
import { readConfig } from '../../src/config/config.ts';
import { HubError } from '../../src/domain/errors.ts';
import { aFolder } from '../support/a-folder.ts';

const ISSUER = { issuer: 'https://login.example', audience: 'homeward', algorithms: ['ES256'], jwksUrl: 'https://login.example/keys' };
const PRODUCTION = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://homeward_hub:word@db.example/homeward',
  HOMEWARD_ISSUERS: JSON.stringify([ISSUER]),
  HOMEWARD_KEYS: '/run/secrets/homeward',
};

/** What the configuration is refused with; empty where it is taken. */
function faultsOf(environment: Record<string, string>): string {
  try {
    readConfig(environment);
    return '';
  } catch (error) {
    expect(error).toMatchObject({ code: 'CONFIG_INVALID' });
    return error instanceof HubError ? error.message : '';
  }
}

describe('the configuration', () => {
  it('needs nothing at all on a newcomer\'s machine', () => {
    expect(readConfig({})).toEqual({
      production: false,
      process: 'all',
      operations: 'any',
      host: '127.0.0.1',
      port: 4000,
      publicUrl: null,
      dataFolder: path.resolve('data'),
      dataFolderChosen: false,
      keysFolder: path.resolve('data/keys'),
      anchorFile: path.resolve('data/anchors.jsonl'),
      databaseUrl: null,
      databaseOwnerUrl: null,
      issuers: [],
      maxDocumentBytes: 50 * 1024 * 1024,
      maxWaitingDocuments: 20_000,
      inboxFolder: null,
      inboxSettledSeconds: 10,
      outboxFolder: path.resolve('data/outbox'),
      episodeStartToleranceHours: 24,
      logLevel: 'info',
    });
  });

  it('takes an empty variable for an unset one', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', NODE_ENV: '' })).toEqual(readConfig({}));
  });

  it('is read whole in production', () => {
    expect(readConfig({ ...PRODUCTION, HOST: '0.0.0.0', HOMEWARD_DATA: '/srv/homeward' })).toMatchObject({
      production: true,
      host: '0.0.0.0',
      databaseUrl: PRODUCTION.DATABASE_URL,
      issuers: [ISSUER],
      keysFolder: PRODUCTION.HOMEWARD_KEYS,
      dataFolderChosen: true,
    });
  });

  it('names everything that is wrong at once, and what would be right', () => {
    const faults = faultsOf({ PORT: 'four', MAX_DOCUMENT_MB: '0', DATABASE_URL: 'mysql://x/y', NODE_ENV: 'live' });
    expect(faults).toContain('PORT has a value the hub cannot use. It must be a whole number from 0 (any free port) to 65535, such as 4000.');
    expect(faults).toContain('MAX_DOCUMENT_MB');
    expect(faults).toContain('DATABASE_URL');
    expect(faults).toContain('NODE_ENV has a value the hub cannot use. It must be development, test or production.');
  });

  it('never repeats a value, which may be a password', () => {
    expect(faultsOf({ DATABASE_URL: 'mysql://canary', HOMEWARD_ISSUERS: '[{"canary":1}]', PORT: 'canary' })).not.toContain('canary');
  });

  it.each(['DATABASE_URL', 'HOMEWARD_ISSUERS', 'HOMEWARD_KEYS'] as const)('is refused in production without %s', (name) => {
    expect(faultsOf({ ...PRODUCTION, [name]: '' })).toContain(`${name} is required in production.`);
  });

  it('says once what is wrong with a required variable', () => {
    expect(faultsOf({ ...PRODUCTION, HOMEWARD_ISSUERS: '[]' }).match(/HOMEWARD_ISSUERS/g)).toHaveLength(1);
  });

  it('listens to this machine alone outside production, where anybody can have a demonstration token', () => {
    expect(faultsOf({ HOST: '0.0.0.0' })).toContain('HOST');
    expect(faultsOf({ HOST: '127.0.0.1.example' })).toContain('HOST');
    expect(faultsOf({ HOST: '::1' })).toBe('');
  });

  it.each(['api', 'jobs', 'all'] as const)('lets a process be %s', (process) => {
    expect(readConfig({ HOMEWARD_PROCESS: process })).toMatchObject({ process });
  });

  it('runs only registered operations in production, unless it says otherwise', () => {
    expect(readConfig(PRODUCTION)).toMatchObject({ operations: 'registered' });
    expect(readConfig({ ...PRODUCTION, HOMEWARD_OPERATIONS: 'any' })).toMatchObject({ operations: 'any' });
    expect(readConfig({ HOMEWARD_OPERATIONS: 'registered' })).toMatchObject({ operations: 'registered' });
    expect(faultsOf({ HOMEWARD_OPERATIONS: 'none' })).toContain('HOMEWARD_OPERATIONS has a value the hub cannot use.');
  });

  it('refuses a process that is none of them', () => {
    expect(faultsOf({ HOMEWARD_PROCESS: 'worker' })).toContain('HOMEWARD_PROCESS has a value the hub cannot use. It must be api (takes calls), jobs');
  });

  it('refuses an owner of no database', () => {
    expect(faultsOf({ DATABASE_OWNER_URL: PRODUCTION.DATABASE_URL })).toContain('DATABASE_OWNER_URL is set without DATABASE_URL');
  });

  it('refuses a database URL that names no database', () => {
    expect(faultsOf({ DATABASE_URL: 'postgresql://db.example' })).toContain('DATABASE_URL');
  });

  it('reads its issuers from a file too', () => {
    const folder = aFolder();
    const file = path.join(folder.path, 'issuers.json');
    writeFileSync(file, JSON.stringify([ISSUER]));
    expect(readConfig({ HOMEWARD_ISSUERS: file }).issuers).toEqual([ISSUER]);
    folder.remove();
  });

  it.each([
    ['an algorithm that is not pinned to two', { ...ISSUER, algorithms: ['HS256'] }],
    ['no algorithm', { ...ISSUER, algorithms: [] }],
    ['an empty audience', { ...ISSUER, audience: '' }],
    ['two places for its keys', { ...ISSUER, jwksFile: 'keys.json' }],
    ['no place for its keys', { ...ISSUER, jwksUrl: undefined }],
    ['a field nobody knows', { ...ISSUER, audiences: ['x'] }],
  ])('refuses an issuer with %s', (_fault, issuer) => {
    expect(faultsOf({ HOMEWARD_ISSUERS: JSON.stringify([issuer]) })).toContain('HOMEWARD_ISSUERS');
  });

  it('refuses the same issuer twice', () => {
    expect(faultsOf({ HOMEWARD_ISSUERS: JSON.stringify([ISSUER, ISSUER]) })).toContain('HOMEWARD_ISSUERS');
  });
});

describe('the Node that runs the hub', () => {
  it.each(['22.17.0', '24.21.0', '25.0.1'])('may be %s', (version) => {
    expect(() => { checkNode(version); }).not.toThrow();
  });

  it.each(['20.19.0', '22.16.9'])('may not be %s', (version) => {
    expect(() => { checkNode(version); }).toThrow('needs Node 22.17 or newer');
  });
});

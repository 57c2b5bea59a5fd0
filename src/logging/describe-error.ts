import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { types } from 'node:util';
import { PROJECT_ROOT } from '../config/project-root.ts';
import { HubError } from '../domain/errors.ts';

/** What the log says of an error. */
export interface DescribedError {
  readonly code: string;
  readonly frames: readonly string[];
}

const MOST_FRAMES = 12;
const PLACE = /\(?((?:file:\/\/|node:|\/|[A-Za-z]:\\)[^()]*):(\d+):(\d+)\)?$/;

/**
 * An error as its code and the places in the code it came through. Its message is never written, nor is any function's
 * name: a database error repeats the row and the statement's values, a parser's error repeats what it was reading.
 */
export function describeError(error: unknown): DescribedError {
  if (!types.isNativeError(error)) {
    return { code: 'NOT_AN_ERROR', frames: [] };
  }
  return { code: codeOf(error), frames: framesOf(error) };
}

/** Our own codes, SQLSTATE, and those of the system and of Node. */
const CODE = /^([0-9A-Z]{5}|E[A-Z0-9]{3,20}|ERR_[A-Z0-9_]{3,60})$/;

function codeOf(error: Error): string {
  if (error instanceof HubError) {
    return error.code;
  }
  const code: unknown = 'code' in error ? error.code : undefined;
  return typeof code === 'string' && CODE.test(code) ? code : 'UNKNOWN';
}

/** Only places whose file exists: a line of the message that looks like a place is no place. */
function framesOf(error: Error): readonly string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map(placeOf)
    .filter((place) => place !== null)
    .slice(0, MOST_FRAMES);
}

function placeOf(line: string): string | null {
  const [, where = '', row = '', column = ''] = PLACE.exec(line.trimEnd()) ?? [];
  if (/^node:[a-z_/]+$/.test(where)) {
    return `${where}:${row}`;
  }
  const file = where.startsWith('file://') ? fileURLToPath(where) : where;
  const inside = path.relative(PROJECT_ROOT, file);
  if (file === '' || inside.startsWith('..') || !existsSync(file)) {
    return null;
  }
  return `${inside}:${row}:${column}`;
}

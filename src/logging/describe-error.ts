import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PROJECT_ROOT } from '../config/project-root.ts';
import { ERRORS } from '../domain/errors.ts';

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
  return { code: codeOf(error), frames: framesOf(wordOf(error, 'stack')) };
}

/** SQLSTATE, and the codes of the system and of Node. */
const CODE = /^(?=.*\d)[0-9A-Z]{5}$|^E[A-Z0-9]{3,20}$|^ERR_[A-Z0-9_]{3,60}$/;

function codeOf(error: unknown): string {
  const code = wordOf(error, 'code');
  return CODE.test(code) || Object.hasOwn(ERRORS, code) ? code : 'UNKNOWN';
}

function wordOf(error: unknown, name: 'code' | 'stack'): string {
  const word: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, name) : null;
  return typeof word === 'string' ? word : '';
}

/** Only places whose file exists: a line of the message that looks like a place is no place. */
function framesOf(stack: string): readonly string[] {
  return stack
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
  const file = fileOf(where);
  const inside = path.relative(PROJECT_ROOT, file);
  if (file === '' || inside.startsWith('..') || !existsSync(file)) {
    return null;
  }
  return `${inside}:${row}:${column}`;
}

function fileOf(where: string): string {
  try {
    return where.startsWith('file://') ? fileURLToPath(where) : where;
  } catch {
    return '';
  }
}

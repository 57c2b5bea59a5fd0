import { type DestinationStream, pino } from 'pino';
import { describeError } from './describe-error.ts';
import { LOG_EVENTS, type LogEvent } from './log-events.ts';
import { allowedFields, type LogFields } from './log-fields.ts';

/** What is said, with what, and the error that caused it. */
export interface Log {
  debug(event: LogEvent, fields?: LogFields): void;
  info(event: LogEvent, fields?: LogFields): void;
  warn(event: LogEvent, fields?: LogFields, error?: unknown): void;
  error(event: LogEvent, fields?: LogFields, error?: unknown): void;
}

/** Where the log goes, and from which level on. */
export interface LogOptions {
  readonly level: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  readonly destination?: DestinationStream;
}

/** A log of JSON lines that cannot print a child: known events, known fields of known shapes, and nothing else. */
export function createLog({ level, destination }: LogOptions): Log {
  const out = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } },
    destination ?? pino.destination({ dest: 2, sync: true }),
  );
  const write =
    (at: 'debug' | 'info' | 'warn' | 'error') =>
    (event: LogEvent, fields: LogFields = {}, error?: unknown): void => {
      // A name from outside the list is not written either: types do not hold at run time.
      const text = Object.hasOwn(LOG_EVENTS, event) ? { event, text: LOG_EVENTS[event] } : { event: 'unlisted' };
      out[at]({ ...text, ...allowedFields(fields), ...(error === undefined ? {} : { error: describeError(error) }) });
    };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

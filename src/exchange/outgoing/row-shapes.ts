import { z } from 'zod';
import { INTERVIEW_FORM, interviewAnswers, LOCATING_FORM, locatingAnswers, type InterviewAnswers, type LocatingAnswers } from '../../domain/interview/interview-form.ts';
import type { Interval } from '../../domain/interval/interval.ts';
import { HubError } from '../../domain/errors.ts';
import type { Row } from '../../gate/read-request.ts';

/** How the gate's rows are read: what is not there was not let out, was never said, or says nothing, and all three are left out. */
export const moment = z
  .object({ from: z.iso.datetime(), until: z.iso.datetime(), text: z.string(), precision: z.enum(['DATE', 'MINUTE', 'SECOND']) })
  .transform(({ from, until, ...said }): Interval => ({ from: Date.parse(from), until: Date.parse(until), ...said }));

/** Only what has a value, and of texts those that say something, without white space round them. */
export function stated(row: Row): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).flatMap(([key, value]) => (isSaid(value) ? [[key, tidy(value)]] : [])));
}

const isSaid = (value: unknown): boolean => value !== null && value !== undefined && !(typeof value === 'string' && value.trim() === '');

function tidy(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.trim();
  }
  if (Array.isArray(value)) {
    return value.map(tidy);
  }
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, tidy(inner)])) : value;
}

/** A row by its shape; the gate writes no other, so that a fault is the hub's own. */
export function shaped<S extends z.ZodType>(shape: S, row: Row): z.output<S> {
  const read = shape.safeParse(stated(row));
  if (!read.success) {
    throw new HubError('INTERNAL', `A row of the gate has another shape: ${read.error.issues[0]?.path.join('.') ?? ''}`);
  }
  return read.data;
}

/** The answers of the form that a row holds. */
export function answersIn(row: Row): InterviewAnswers {
  return shaped(interviewAnswers, only(row, INTERVIEW_FORM));
}

/** What of a row may find the child. */
export function locatingIn(row: Row): LocatingAnswers {
  return shaped(locatingAnswers, only(row, LOCATING_FORM));
}

function only(row: Row, form: object): Row {
  return Object.fromEntries(Object.keys(form).map((question) => [question, row[question]]));
}

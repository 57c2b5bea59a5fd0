import type { Adapter, SourceField } from '../ingest/adapter-contract.ts';

/** An adapter as those who send to it see it; it says nothing of who does. */
export interface AdapterCard {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly syntaxes: readonly string[];
  readonly files: 'one' | 'set';
  readonly order: string;
  readonly extract: 'full' | 'delta';
  readonly signed: boolean;
  /** Where documents are sent, where its fields are listed, and its XML Schema where it has one. */
  readonly send: string;
  readonly fields: string;
  readonly xsd: string | null;
}

/** Everything of it: each field and why it is read or not, what the directory may say of a system, and the samples' names. */
export interface AdapterSheet extends Omit<AdapterCard, 'fields'> {
  readonly settings: string | null;
  readonly samples: readonly string[];
  readonly fields: readonly SourceField[];
}

/** An adapter in short. */
export function adapterCard({ manifest, xsd }: Adapter): AdapterCard {
  const { id, version, title, syntaxes, files, order, extract, signed = false } = manifest;
  return { id, version, title, syntaxes, files, order, extract, signed, send: `/ingest/${id}`, fields: `/schemas/${id}`, xsd: xsd === undefined ? null : `/schemas/${id}.xsd` };
}

/** An adapter in full. */
export function adapterSheet(adapter: Adapter, samples: readonly string[]): AdapterSheet {
  return { ...adapterCard(adapter), settings: adapter.settings?.describe ?? null, samples, fields: adapter.fields };
}

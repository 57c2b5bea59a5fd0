import { createHash } from 'node:crypto';
import { Router, type Request } from 'express';
import type { Adapter } from '../ingest/adapter-contract.ts';
import { adapterCard, adapterSheet } from '../web/adapter-card.ts';
import { schemaPage, schemasPage } from '../web/schemas-page.ts';
import { OWN_FILES_ONLY } from './security-headers.ts';

/** What the routes need: the adapters, and the names of each one's samples. */
export interface SchemaParts {
  readonly adapters: ReadonlyMap<string, Adapter>;
  readonly samplesOf: (adapter: string) => readonly string[];
}

/**
 * The formats the hub reads, for people and for programs that prepare files. Open to everybody, as the start page is:
 * formats are no secret, and nothing here depends on what the hub holds.
 */
export function schemaRoutes({ adapters, samplesOf }: SchemaParts): Router {
  const router = Router();
  const all = [...adapters.values()].sort((one, other) => (one.manifest.id < other.manifest.id ? -1 : 1));
  const shapes = new Map(all.flatMap(({ manifest, xsd }) => (xsd === undefined ? [] : [[manifest.id, shapeOf(xsd)] as const])));
  router.use((_request, response, next) => {
    response.vary('Accept');
    next();
  });
  router.get('/', (request, response) => {
    const cards = all.map(adapterCard);
    if (wantsJson(request)) {
      response.json({ adapters: cards });
      return;
    }
    response.set('Content-Security-Policy', OWN_FILES_ONLY).type('html').send(schemasPage(cards));
  });
  router.get('/:adapter.xsd', (request, response, next) => {
    const shape = shapes.get(request.params.adapter);
    if (shape === undefined) {
      next();
      return;
    }
    // Nothing of a child is in it: it may be kept, and asked for again by its tag.
    response.set({ 'Cache-Control': 'no-cache', ETag: shape.tag, 'Content-Type': 'application/xml; charset=utf-8' }).send(shape.bytes);
  });
  router.get('/:adapter', (request, response, next) => {
    const adapter = adapters.get(request.params.adapter);
    if (adapter === undefined) {
      next();
      return;
    }
    const sheet = adapterSheet(adapter, samplesOf(adapter.manifest.id));
    if (wantsJson(request)) {
      response.json(sheet);
      return;
    }
    response.set('Content-Security-Policy', OWN_FILES_ONLY).type('html').send(schemaPage(sheet));
  });
  return router;
}

function wantsJson(request: Request<Record<string, string>>): boolean {
  return request.accepts(['html', 'json']) === 'json';
}

function shapeOf(xsd: string): { readonly bytes: Buffer; readonly tag: string } {
  const bytes = Buffer.from(xsd, 'utf8');
  return { bytes, tag: `"${createHash('sha256').update(bytes).digest('hex')}"` };
}

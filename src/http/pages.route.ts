import { Router } from 'express';
import { startPage } from '../web/start-page.ts';
import { mark, styleSheet } from '../web/style-sheet.ts';
import type { HttpServices } from './http-services.ts';
import { OWN_FILES_ONLY } from './security-headers.ts';

/** The start page and what it is made of. */
export function pageRoutes({ readiness, production, commands, reading }: HttpServices): Router {
  const router = Router();
  router.get('/', async (_request, response) => {
    const parts = { ...(await readiness()) };
    response.set('Content-Security-Policy', OWN_FILES_ONLY).type('html').send(startPage({ parts, production, commands, reading: reading() }));
  });
  router.get('/web/homeward.css', (_request, response) => {
    response.type('css').send(styleSheet);
  });
  router.get('/web/homeward.svg', (_request, response) => {
    response.type('svg').send(mark);
  });
  return router;
}

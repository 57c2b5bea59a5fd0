import { html, type Html } from './html.ts';

/** A page of our own: one style sheet, no script, readable without either. */
export function page(title: string, body: Html): string {
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="/web/homeward.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/web/homeward.css" />
      </head>
      <body>
        <a class="skip" href="#main">Skip to content</a>
        ${body}
      </body>
    </html>`.text;
}

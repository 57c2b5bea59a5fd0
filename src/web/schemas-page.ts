import { html, type Html } from './html.ts';
import { page } from './page.ts';
import type { AdapterCard, AdapterSheet } from './adapter-card.ts';

const ORDERED: Readonly<Record<string, string>> = {
  revision: 'each record states its revision',
  sentAt: 'each message states when it was sent',
  extractDate: 'you state beside it when it was extracted',
  none: 'by when the hub receives it',
};

/** Every format the hub reads. */
export function schemasPage(cards: readonly AdapterCard[]): string {
  const items = cards.map(
    (card) => html`<li>
      <h2><a href="${card.fields}">${card.title}</a></h2>
      <p><code>${card.id}</code>, version ${card.version}. ${facts(card)} ${card.xsd === null ? html`` : html`<a href="${card.xsd}">XML Schema</a>`}</p>
    </li>`,
  );
  return page(
    'Formats this hub reads',
    html`${heading('Formats this hub reads', 'Each is read by an adapter of its own, from the files of one kind of system as they are.', '/')}
      <main id="main">
        <ul class="cards formats">
          ${items}
        </ul>
      </main>
      ${footer}`,
  );
}

/** One format: how to send it, and every field of it. */
export function schemaPage(sheet: AdapterSheet): string {
  const { title, id, version, send, xsd, settings, samples, fields } = sheet;
  const read = fields.filter((field) => !('ignored' in field));
  const left = fields.filter((field) => 'ignored' in field);
  return page(
    `${title}: fields`,
    html`${heading(title, html`<code>${id}</code>, version ${version}. ${facts(sheet)}`, '/schemas')}
      <main id="main">
        <h2>Sending it</h2>
        <p><code>POST ${send}</code> stores it and answers 202; <code>POST ${send}?dryRun</code> stores nothing and says what would become of it.</p>
        ${xsd === null ? html`` : html`<p><a href="${xsd}">XML Schema to check your files with</a></p>`}
        ${settings === null ? html`` : html`<p>What the directory may say of the sending system: ${settings}</p>`}
        <h2>Fields that are read (${read.length})</h2>
        ${table(['Field', 'Becomes', 'Precision', 'Meaning'], read.map((field) => ('ignored' in field ? [] : [code(field.name), codes(field.becomes), field.precision ?? 'as stated', field.meaning])))}
        <h2>Fields that are left out (${left.length})</h2>
        ${left.length === 0 ? html`<p>None.</p>` : table(['Field', 'Why'], left.map((field) => ('ignored' in field ? [code(field.name), field.ignored] : [])))}
        <h2>Samples</h2>
        <p>Invented files, with what each gives beside it, in the folder <code>adapters/${id}/samples</code> of the hub's source.</p>
        <ul class="names">
          ${samples.map((name) => html`<li><code>${name}</code></li>`)}
        </ul>
      </main>
      ${footer}`,
  );
}

const footer = html`<footer>The same as JSON: ask with <code>Accept: application/json</code>.</footer>`;

function heading(title: string, lead: string | Html, back: string): Html {
  return html`<header>
    <a href="${back}"><img src="/web/homeward.svg" alt="${back === '/' ? 'Start page' : 'All formats'}" /></a>
    <h1>${title}</h1>
    <p class="lead">${lead}</p>
  </header>`;
}

function facts({ syntaxes, files, order, extract, signed }: Pick<AdapterCard, 'syntaxes' | 'files' | 'order' | 'extract' | 'signed'>): string {
  const said = [
    syntaxes.map((syntax) => syntax.toUpperCase()).join(' or '),
    files === 'set' ? 'several files as one ZIP archive, or one alone' : 'one file a document',
    extract === 'full' ? 'holds everything of its period' : 'holds only news',
    `order: ${ORDERED[order] ?? order}`,
    ...(signed ? ['signed'] : []),
  ];
  return `${said.join('; ')}.`;
}

/** On a narrow screen every row becomes a block whose cells carry their column's name. */
function table(columns: readonly string[], rows: readonly (readonly (string | Html)[])[]): Html {
  const cell = (value: string | Html, at: number): Html =>
    at === 0 ? html`<th scope="row">${value}</th>` : html`<td data-column="${columns[at] ?? ''}">${value}</td>`;
  return html`<table>
    <thead>
      <tr>
        ${columns.map((column) => html`<th scope="col">${column}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map((row) => html`<tr>${row.map(cell)}</tr>`)}
    </tbody>
  </table>`;
}

function code(text: string): Html {
  return html`<code>${text}</code>`;
}

function codes(texts: readonly string[]): Html {
  return html`${texts.map((text) => html`<code>${text}</code> `)}`;
}

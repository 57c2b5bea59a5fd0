/** The one style sheet of our own pages: the reader's own fonts, light or dark as they prefer, nothing loaded. */
export const styleSheet = `:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --ink: #1d2733; --soft: #55616e; --line: #ddd8cd; --card: #ffffff;
  --lamp: #b4530a; --lamp-soft: #fdf0e1; --well: #1c6b45; --ill: #a3232b; --code: #f3f0e9;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #12181f; --ink: #e9edf1; --soft: #a8b3be; --line: #2c3742; --card: #19212a;
    --lamp: #f4a65c; --lamp-soft: #2c2317; --well: #6fce9e; --ill: #ff8f8f; --code: #0e1318;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", sans-serif; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; }
header, main, footer { max-width: 62rem; margin: 0 auto; padding: 0 1.5rem; }
header { padding-top: 4rem; display: grid; grid-template-columns: auto 1fr; gap: 0 1.25rem; align-items: center; }
header img { width: 3.5rem; height: 3.5rem; }
h1 { font-size: 2.5rem; line-height: 1.1; letter-spacing: -.02em; margin: 0; }
.lead { grid-column: 1 / -1; font-size: 1.25rem; line-height: 1.5; color: var(--soft); max-width: 44rem; margin: 1.25rem 0 0; }
h2 { font-size: 1.25rem; margin: 3rem 0 1rem; }
h3 { font-size: 1.0625rem; margin: 0 0 .25rem; }
p { margin: 0 0 1rem; max-width: 44rem; }
a { color: var(--lamp); text-underline-offset: .2em; }
a:hover { text-decoration-thickness: .15em; }
:focus-visible { outline: .2rem solid var(--lamp); outline-offset: .2rem; border-radius: .25rem; }
.status { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; padding: 0; margin: 2rem 0 0; }
.status li { border: 1px solid var(--line); border-radius: 2rem; padding: .25rem .9rem; background: var(--card); font-size: .9375rem; }
.status strong { font-weight: 600; }
.well strong { color: var(--well); }
.ill strong { color: var(--ill); }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 1rem; list-style: none; padding: 0; margin: 0; }
.cards li { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1.25rem; }
.cards p { color: var(--soft); margin: 0; font-size: .9375rem; }
.commands { counter-reset: command; list-style: none; padding: 0; margin: 0; display: grid; gap: 1rem; }
.commands li { min-width: 0; }
pre { background: var(--code); border: 1px solid var(--line); border-radius: .5rem; padding: .875rem 1rem; margin: .25rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere; font: .9375rem/1.5 ui-monospace, "Cascadia Mono", Menlo, monospace; }
.notice { background: var(--lamp-soft); border-left: .25rem solid var(--lamp); border-radius: .25rem; padding: .875rem 1.125rem; margin: 2rem 0 0; max-width: 44rem; }
code { font: .9em ui-monospace, "Cascadia Mono", Menlo, monospace; overflow-wrap: anywhere; }
.formats { margin-top: 2.5rem; }
.formats h2 { font-size: 1.0625rem; margin: 0 0 .25rem; }
.names { columns: 17rem; padding-left: 1.25rem; margin: 0; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem 1rem .5rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
th code { overflow-wrap: break-word; }
thead th { color: var(--soft); font-weight: 600; }
footer { color: var(--soft); font-size: .9375rem; padding-top: 3rem; padding-bottom: 4rem; }
@media (max-width: 36rem) { header { padding-top: 2rem; } h1 { font-size: 2rem; } }
@media (max-width: 44rem) {
  thead { position: absolute; left: -999rem; }
  table, tbody, tr, th, td { display: block; }
  tr { border-bottom: 1px solid var(--line); padding: .75rem 0; }
  th, td { border: 0; padding: 0; }
  td::before { content: attr(data-column) ": "; color: var(--soft); }
}
`;

/** The hub's mark: a house with a light in its door. */
export const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><path d="M32 6 58 29v29H6V29z" fill="#1d4e6b"/><path d="M24 58V40a8 8 0 0 1 16 0v18z" fill="#f4a65c"/></svg>`;

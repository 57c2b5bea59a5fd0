/** Runs in the browser, before the editor: puts the chosen persona's token on every request to the hub. */
export const personaPicker = `'use strict';
(() => {
  const send = window.fetch.bind(window);
  const select = document.getElementById('persona');
  const said = document.getElementById('persona-said');
  const open = document.getElementById('operation');
  const root = document.getElementById('root');
  const operations = JSON.parse(root.dataset.operations);
  let headers = Promise.resolve({});

  const workers = { json: 'json', graphql: 'graphql' };
  window.MonacoEnvironment = {
    globalAPI: false,
    getWorkerUrl: (_module, label) => '/graphiql/worker-' + (workers[label] ?? 'editor') + '.js',
  };

  window.fetch = async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href);
    if (url.origin !== location.origin || !['/graphql', '/graphql/stream'].includes(url.pathname)) {
      return send(input, init);
    }
    const all = new Headers(init.headers ?? (input instanceof Request ? input.headers : undefined));
    for (const [name, value] of Object.entries(await headers)) {
      if (!all.has(name)) {
        all.set(name, value);
      }
    }
    // What is followed comes as an event stream, one for each subscription, from an address of its own.
    const follows = (all.get('accept') ?? '').startsWith('text/event-stream');
    return send(follows ? '/graphql/stream' : input, { ...init, headers: all });
  };

  const ask = async (path, body) => {
    const answer = await send(path, body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) {
      throw new Error((await answer.json()).message);
    }
    return answer.json();
  };

  const become = async option => {
    const { token } = await ask('/demonstration/token', { persona: option.dataset.persona });
    return { authorization: 'Bearer ' + token, 'homeward-role': option.dataset.role };
  };

  const choose = () => {
    const [option] = select.selectedOptions;
    headers = become(option);
    headers.then(
      () => { said.textContent = 'Requests carry this persona\\u2019s token.'; },
      error => { said.textContent = error.message; headers = Promise.resolve({}); },
    );
  };

  const fill = personas => {
    for (const { id, name, roles } of personas) {
      for (const { role, agency } of roles.filter(held => held.role !== 'INGEST_CLIENT')) {
        const option = new Option(name + ' \\u2013 ' + role.toLowerCase().replaceAll('_', ' ') + ', ' + agency);
        Object.assign(option.dataset, { persona: id, role: role + '@' + agency, agency });
        select.add(option);
      }
    }
    const coordinator = [...select.options].find(option => option.dataset.role.startsWith('HUB_COORDINATOR@'));
    if (coordinator) {
      coordinator.selected = true;
    }
  };

  const filled = (variables, agency) => JSON.stringify(variables, (name, value) =>
    value === '$agency' ? agency : value === '$key' ? crypto.randomUUID() : value === '$now' ? new Date().toISOString() : value === '$month' ? new Date().toISOString().slice(0, 7) : value, 2);

  const nameOf = ({ name, query }) => /(?:query|mutation|subscription) +(\\w+)/.exec(query)?.[1] ?? name;

  const list = () => {
    for (const partner of new Set(operations.map(operation => operation.partner))) {
      const group = document.createElement('optgroup');
      group.label = partner.replaceAll('-', ' ');
      const theirs = operations.filter(operation => operation.partner === partner);
      group.append(...theirs.map(operation => new Option(nameOf(operation), operation.name)));
      open.append(group);
    }
    open.value = first().name;
  };

  const first = () => operations.find(({ name }) => name === (location.hash.slice(1) || 'morning-briefing')) ?? operations[0];

  // The strip of tabs is wider than any window; one that was closed comes back with the page.
  const goTo = () => {
    const operation = operations.find(({ name }) => name === open.value);
    const tab = [...document.querySelectorAll('.graphiql-tab-button')].find(button => button.textContent === nameOf(operation));
    if (tab === undefined) {
      location.hash = operation.name;
      location.reload();
      return;
    }
    tab.click();
    tab.scrollIntoView({ block: 'nearest', inline: 'center' });
  };

  const tabs = agency => {
    const wanted = first();
    const ordered = [...operations].sort((a, b) => Number(b === wanted) - Number(a === wanted));
    return ordered.map(({ query, variables }) => ({ query, variables: filled(variables, agency) }));
  };

  document.addEventListener('DOMContentLoaded', async () => {
    select.addEventListener('change', choose);
    open.addEventListener('change', goTo);
    list();
    document.getElementById('persona-bar').addEventListener('submit', event => event.preventDefault());
    try {
      fill(await ask('/demonstration/personas'));
      choose();
      await headers;
    } catch (error) {
      said.textContent = error.message;
    }
    const [option] = select.selectedOptions;
    const defaultTabs = tabs(option?.dataset.agency ?? '');
    if (location.hash !== '' || localStorage.getItem('graphiql:tabState') === null) {
      // Tabs kept from an earlier visit would hide the query asked for; the editor takes the first tab's variables from here.
      localStorage.removeItem('graphiql:tabState');
      localStorage.removeItem('graphiql:query');
      localStorage.setItem('graphiql:variables', defaultTabs[0].variables);
    }
    YogaGraphiQL.renderYogaGraphiQL(root, {
      endpoint: '/graphql',
      method: 'POST',
      title: 'Homeward',
      shouldPersistHeaders: false,
      defaultTabs,
    });
  });
})();
`;

/** The bar above the editor. */
export const personaPickerStyle = `body { display: grid; grid-template-rows: auto 1fr; height: 100vh; margin: 0; overflow: hidden; }
#persona-bar { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; padding: .5rem 1rem; background: #1d4e6b; color: #fff; font: 1rem/1.4 system-ui, sans-serif; }
#persona-bar a { color: #ffd9ae; font-weight: 600; }
#persona-bar select { font: inherit; padding: .25rem .5rem; max-width: 32rem; }
#persona-bar output { opacity: .85; font-size: .875rem; }
#root { min-height: 0; overflow: hidden; }
#root .graphiql-container { height: 100%; --session-header-height: 60px; }
#root .graphiql-tabs { overflow-x: scroll; scrollbar-width: thin; scrollbar-color: #1d4e6b #d7dee3; padding-bottom: 4px; }
`;

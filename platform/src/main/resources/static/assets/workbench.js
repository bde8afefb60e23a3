// The workbench without it is links and forms; with it, answers save themselves and keys move around.
(() => {
  'use strict';
  const root = document.documentElement;
  root.classList.add('has-script');
  // A pane that is swapped in brings the same scripts again; they are here already.
  htmx.config.allowScriptTags = false;
  // Style attributes are forbidden here (Content-Security-Policy), so none is carried over to what is swapped in.
  htmx.config.attributesToSettle = ['class'];
  const wide = matchMedia('(min-width: 56rem)');
  const pane = () => document.getElementById('pane');
  const form = () => document.getElementById('answer');
  const alone = !document.getElementById('tree');

  // Text saves itself a second after the last key, and at once when the field is left.
  let typing = 0;
  let saving = false;
  const typed = () => {
    clearTimeout(typing);
    typing = 0;
    if (form()) htmx.trigger(form(), 'typed');
  };
  document.addEventListener('input', (event) => {
    if (!event.target.matches('#answer textarea')) return;
    clearTimeout(typing);
    typing = setTimeout(typed, 1000);
  });
  document.addEventListener('change', (event) => {
    if (!event.target.matches('#answer textarea')) return;
    clearTimeout(typing);
    typing = 0;
  });

  const say = (name) => {
    const state = pane()?.querySelector('.save-state');
    if (state) state.textContent = state.dataset[name];
  };
  document.addEventListener('htmx:beforeRequest', (event) => {
    if (event.target.id !== 'answer') return;
    saving = true;
    say('saving');
  });
  document.addEventListener('htmx:afterRequest', (event) => {
    if (event.detail.elt?.id === 'answer') saving = false;
  });
  for (const failure of ['htmx:responseError', 'htmx:sendError', 'htmx:timeout']) {
    document.addEventListener(failure, (event) => { if (event.target.id === 'answer') say('failed'); });
  }

  // Opens a criterion in the pane once everything written is saved; when that fails, stays with the text.
  function open(criterion, path) {
    if (!saving && !typing) { load(criterion, path); return; }
    form()?.addEventListener('htmx:afterRequest', (event) => {
      if (event.detail.successful && !pane().hasAttribute('data-merge')) setTimeout(() => open(criterion, path));
    }, { once: true });
    if (!saving) typed();
  }
  function load(criterion, path) {
    htmx.ajax('GET', path, { target: '#pane', swap: 'outerHTML' }).then(() => {
      history.pushState({ criterion }, '', alone ? path : location.pathname.replace(/\/criteria\/.*/, '') + '?at=' + criterion);
      arrived(true);
    });
  }
  function mark() {
    const here = pane()?.dataset.criterion;
    document.querySelectorAll('#tree [aria-current]').forEach((link) => link.removeAttribute('aria-current'));
    const link = document.querySelector(`#leaf-${CSS.escape(here)} a`);
    link?.setAttribute('aria-current', 'true');
    return link;
  }
  /* Moves the list only: the title and the gauge stay where they are. */
  function reveal(link) {
    const list = document.getElementById('tree');
    const [outer, inner] = [list.getBoundingClientRect(), link.getBoundingClientRect()];
    if (inner.top < outer.top || inner.bottom > Math.min(outer.bottom, innerHeight)) {
      list.scrollTop += inner.top - outer.top - list.clientHeight / 3;
    }
  }
  function arrived(focus) {
    const link = mark();
    if (link) {
      link.closest('details').open = true;
      reveal(link);
    }
    if (focus) pane().focus({ preventScroll: alone ? false : true });
  }
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-criterion]');
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || !(wide.matches || alone)) return;
    event.preventDefault();
    open(link.dataset.criterion, link.getAttribute('href'));
  });
  addEventListener('popstate', () => location.reload());

  // A pane that the server sent in place of the old one takes the focus, so that a reader is told.
  let before = pane()?.dataset.criterion;
  document.addEventListener('htmx:afterSettle', () => {
    const now = pane();
    if (now && (now.dataset.criterion !== before || now.hasAttribute('data-merge'))) {
      before = now.dataset.criterion;
      arrived(!now.contains(document.activeElement));
    }
  });
  // Leaves that arrive out of band do not know which one is open here.
  document.addEventListener('htmx:oobAfterSwap', () => {
    mark();
    const gauge = document.querySelector('#gauge strong');
    const announce = document.getElementById('announce');
    if (gauge && announce && announce.textContent !== gauge.textContent) announce.textContent = gauge.textContent;
  });
  // The list of what is missing stays open while it is refreshed.
  let missing = false;
  document.addEventListener('toggle', (event) => { if (event.target.matches?.('#gauge .missing')) missing = event.target.open; }, true);
  document.addEventListener('htmx:oobBeforeSwap', (event) => {
    if (event.detail.target?.id !== 'gauge') return;
    const details = event.detail.fragment?.querySelector?.('.missing');
    if (details && missing) details.open = true;
  });

  // Keys, which a person can switch off (WCAG 2.1.4).
  const dialog = document.getElementById('keys');
  const on = document.getElementById('keys-on');
  on.checked = localStorage.getItem('keys') !== 'off';
  on.addEventListener('change', () => localStorage.setItem('keys', on.checked ? 'on' : 'off'));
  document.querySelectorAll('[data-keys]').forEach((button) => {
    button.hidden = false;
    button.addEventListener('click', () => dialog.showModal());
  });
  const moves = { j: 'a[rel=next]', ArrowRight: 'a[rel=next]', k: 'a[rel=prev]', ArrowLeft: 'a[rel=prev]', n: 'a[data-next-open]' };
  document.addEventListener('keydown', (event) => {
    if (!on.checked || dialog.open || event.metaKey || event.ctrlKey || event.altKey || event.isComposing) return;
    const field = event.target.matches('textarea, select, input:not([type=radio], [type=checkbox])');
    if (field || (event.target.matches('[type=radio]') && event.key.startsWith('Arrow'))) return;
    if (event.key === '?') { dialog.showModal(); return; }
    if (moves[event.key]) {
      const link = pane()?.querySelector(moves[event.key]);
      if (link) { event.preventDefault(); open(link.dataset.criterion, link.getAttribute('href')); }
      return;
    }
    const radio = /^[1-9]$/.test(event.key) && form()?.querySelectorAll('input[name=value]:not([value=""])')[event.key - 1];
    if (radio) {
      radio.checked = true;
      radio.focus();
      radio.dispatchEvent(new Event('change', { bubbles: true }));
      if (radio.value === 'not-applicable') form().querySelector('#reason').focus();
    }
  });
  if (wide.matches || alone) arrived(false);
})();

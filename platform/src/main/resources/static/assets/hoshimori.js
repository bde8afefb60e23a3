// Pages work without this file; it makes them quicker. No inline scripts anywhere (Content-Security-Policy).
(() => {
  'use strict';
  const csrf = document.querySelector('meta[name=csrf]')?.content;

  // Requests that htmx makes carry the form token.
  document.addEventListener('htmx:configRequest', (event) => {
    event.detail.headers['X-CSRF-TOKEN'] = csrf;
  });

  // A page that waits for something to be ready looks again by itself.
  if (document.querySelector('[data-look-again]')) {
    setTimeout(() => location.reload(), 2000);
  }
})();

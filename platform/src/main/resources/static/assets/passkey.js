// Forms that need a passkey: <form data-passkey-sign="/options"> gets an assertion, <form data-passkey-create="/options"> a new
// passkey, as JSON in its hidden field `credential`, before it is sent. Options come by GET, or by POST where data-passkey-method says so.
(() => {
  'use strict';
  const words = document.getElementById('passkey-words')?.dataset ?? {};
  const csrf = document.querySelector('meta[name=csrf]')?.content;

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

  async function options(address, method) {
    const response = await fetch(address, { method, headers: { 'X-CSRF-TOKEN': csrf, Accept: 'application/json' }, credentials: 'same-origin' });
    if (!response.ok || !(response.headers.get('Content-Type') ?? '').includes('json')) throw new Error('no options');
    return response.json();
  }

  const descriptors = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));

  // The authenticator of the browser and its devices.
  const real = {
    async create(asked) {
      const credential = await navigator.credentials.create({ publicKey: { ...asked,
        challenge: bytes(asked.challenge),
        user: { ...asked.user, id: bytes(asked.user.id) },
        excludeCredentials: descriptors(asked.excludeCredentials) } });
      return envelope(credential, { attestationObject: text(credential.response.attestationObject),
        transports: credential.response.getTransports?.() ?? [] });
    },
    async get(asked) {
      const credential = await navigator.credentials.get({ publicKey: { ...asked,
        challenge: bytes(asked.challenge),
        allowCredentials: descriptors(asked.allowCredentials) } });
      const answer = credential.response;
      return envelope(credential, { authenticatorData: text(answer.authenticatorData), signature: text(answer.signature),
        ...(answer.userHandle ? { userHandle: text(answer.userHandle) } : {}) });
    },
  };

  const envelope = (credential, parts) => ({ id: credential.id, rawId: text(credential.rawId), type: credential.type,
    ...(credential.authenticatorAttachment ? { authenticatorAttachment: credential.authenticatorAttachment } : {}),
    response: { clientDataJSON: text(credential.response.clientDataJSON), ...parts },
    clientExtensionResults: {} });

  // In the demo the person chooses between a real passkey and the software key.
  function choose() {
    if (!window.hoshimoriDemoKey) return Promise.resolve('real');
    return new Promise((resolve) => {
      const dialog = document.createElement('dialog');
      dialog.className = 'card stack';
      dialog.setAttribute('aria-labelledby', 'passkey-choose');
      const title = document.createElement('h2');
      title.id = 'passkey-choose';
      title.textContent = words.choose;
      const hint = document.createElement('p');
      hint.className = 'small muted';
      hint.textContent = words.softHint;
      const row = document.createElement('div');
      row.className = 'actions';
      for (const [value, label, look] of [['soft', words.soft, 'button primary'], ['real', words.real, 'button'], ['', words.cancel, 'button quiet']]) {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = look;
        button.textContent = label;
        button.dataset.choice = value;
        button.addEventListener('click', () => dialog.close(value));
        row.append(button);
      }
      dialog.append(title, hint, row);
      dialog.addEventListener('close', () => { dialog.remove(); resolve(dialog.returnValue); });
      document.body.append(dialog);
      dialog.showModal();
    });
  }

  function say(form, sentence) {
    let place = form.querySelector('[data-passkey-message]');
    if (!place) {
      place = document.createElement('p');
      place.className = 'notice bad';
      place.setAttribute('role', 'alert');
      place.dataset.passkeyMessage = '';
      form.prepend(place);
    }
    place.textContent = sentence;
  }

  async function obtain(form) {
    const creating = form.dataset.passkeyCreate;
    const method = (form.dataset.passkeyMethod ?? 'get').toUpperCase();
    const choice = await choose();
    if (choice === '') return null;
    if (choice === 'soft') {
      return window.hoshimoriDemoKey(creating ? 'create' : 'get', () => options(creating ?? form.dataset.passkeySign, method), { options, csrf, label: words.softLabel });
    }
    if (!window.PublicKeyCredential) throw new Error('unsupported');
    const asked = await options(creating ?? form.dataset.passkeySign, method);
    if (!creating && method === 'GET' && asked.allowCredentials.length === 0) throw new Error('none');
    return creating ? real.create(asked) : real.get(asked);
  }

  document.addEventListener('submit', async (event) => {
    const form = event.target;
    if (!form.dataset.passkeySign && !form.dataset.passkeyCreate) return;
    const field = form.elements.namedItem('credential');
    if (field.value) return;
    event.preventDefault();
    const submitter = event.submitter;
    if (submitter) submitter.disabled = true;
    try {
      const credential = await obtain(form);
      if (credential) {
        field.value = JSON.stringify(credential);
        if (submitter) submitter.disabled = false;
        form.requestSubmit(submitter ?? undefined);
        return;
      }
      say(form, words.cancelled);
    } catch (problem) {
      say(form, problem.name === 'NotAllowedError' ? words.cancelled
        : problem.message === 'unsupported' ? words.unsupported
        : problem.message === 'none' ? words.none
        : words.failed);
    }
    if (submitter) submitter.disabled = false;
  });

  // A page from the browser's history must not send an old signature again.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) document.querySelectorAll('form[data-passkey-sign] [name=credential], form[data-passkey-create] [name=credential]').forEach((field) => { field.value = ''; });
  });
})();

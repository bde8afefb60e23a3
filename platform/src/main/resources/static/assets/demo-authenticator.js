// The demo's software passkey: an ES256 key made by WebCrypto, which cannot leave this browser (IndexedDB, one for each account).
// It makes what a real authenticator makes, and the server verifies it the same way. Only demo pages load this file.
(() => {
  'use strict';
  const PRESENT_AND_VERIFIED = 0x05;
  const ATTESTED = 0x40;
  const encoder = new TextEncoder();
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const concat = (...parts) => {
    const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) { all.set(part, at); at += part.length; }
    return all;
  };
  const sha256 = async (data) => new Uint8Array(await crypto.subtle.digest('SHA-256', data));
  const number = (value) => new Uint8Array([value >>> 24, value >>> 16, value >>> 8, value]);

  // As much CBOR as an attestation "none" needs (RFC 8949).
  const head = (major, value) => value < 24 ? [major << 5 | value] : value < 256 ? [major << 5 | 24, value] : [major << 5 | 25, value >> 8, value & 255];
  const cborBytes = (value) => concat(new Uint8Array(head(2, value.length)), value);
  const cborText = (value) => concat(new Uint8Array(head(3, value.length)), encoder.encode(value));

  const store = () => new Promise((resolve, reject) => {
    const request = indexedDB.open('hoshimori-demo', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('keys', { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const settled = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const all = async () => settled((await store()).transaction('keys').objectStore('keys').getAll());
  const keep = async (key) => settled((await store()).transaction('keys', 'readwrite').objectStore('keys').put(key));

  const clientData = (type, asked) => encoder.encode(JSON.stringify({ type, challenge: asked.challenge, origin: location.origin, crossOrigin: false }));

  const credential = (key, response) => ({ id: key.id, rawId: key.id, type: 'public-key', authenticatorAttachment: 'platform', response, clientExtensionResults: {} });

  const authenticatorData = async (rpId, flags, counter, more) =>
    concat(await sha256(encoder.encode(rpId)), new Uint8Array([flags]), number(counter), more);

  async function create(asked) {
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
    const point = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
    const id = crypto.getRandomValues(new Uint8Array(32));
    const key = { id: text(id), handle: asked.user.id, rpId: asked.rp.id, counter: 0, privateKey: pair.privateKey };
    await keep(key);
    // COSE key: EC2, ES256, P-256, x, y (RFC 9053).
    const cose = concat(new Uint8Array([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]), cborBytes(point.slice(1, 33)), new Uint8Array([0x22]), cborBytes(point.slice(33)));
    const data = await authenticatorData(asked.rp.id, PRESENT_AND_VERIFIED | ATTESTED, 0,
      concat(new Uint8Array(16), new Uint8Array([0, id.length]), id, cose));
    const attestation = concat(new Uint8Array([0xa3]), cborText('fmt'), cborText('none'), cborText('attStmt'), new Uint8Array([0xa0]), cborText('authData'), cborBytes(data));
    return credential(key, { clientDataJSON: text(clientData('webauthn.create', asked)), attestationObject: text(attestation), transports: ['internal'] });
  }

  // WebCrypto gives r and s side by side; WebAuthn wants them as DER.
  function der(raw) {
    const integer = (part) => {
      let value = part;
      while (value.length > 1 && value[0] === 0 && value[1] < 0x80) value = value.slice(1);
      if (value[0] >= 0x80) value = concat(new Uint8Array([0]), value);
      return concat(new Uint8Array([0x02, value.length]), value);
    };
    const body = concat(integer(raw.slice(0, 32)), integer(raw.slice(32)));
    return concat(new Uint8Array([0x30, body.length]), body);
  }

  async function get(key, asked) {
    key.counter += 1;
    await keep(key);
    const client = clientData('webauthn.get', asked);
    const data = await authenticatorData(asked.rpId, PRESENT_AND_VERIFIED, key.counter, new Uint8Array());
    const raw = new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key.privateKey, concat(data, await sha256(client))));
    return credential(key, { clientDataJSON: text(client), authenticatorData: text(data), signature: text(der(raw)), userHandle: key.handle });
  }

  // Registers a software key for the signed-in person, by the same pages as a real passkey.
  async function register({ options, csrf, label }) {
    const created = await create(await options('/account/passkeys/options', 'POST'));
    const response = await fetch('/account/passkeys', { method: 'POST', credentials: 'same-origin', redirect: 'manual',
      headers: { 'X-CSRF-TOKEN': csrf }, body: new URLSearchParams({ credential: JSON.stringify(created), label, continueTo: '/account' }) });
    if (response.type !== 'opaqueredirect') throw new Error('not registered');
  }

  async function usable(asked) {
    const keys = (await all()).filter((key) => key.rpId === asked.rpId);
    return asked.allowCredentials.length === 0 ? keys.at(-1) : keys.find((key) => asked.allowCredentials.some((one) => one.id === key.id));
  }

  window.hoshimoriDemoKey = async (what, ask, page) => {
    const asked = await ask();
    if (what === 'create') return create(asked);
    const signedIn = document.querySelector('a.visitor') !== null;
    let key = signedIn && asked.allowCredentials.length === 0 ? undefined : await usable(asked);
    if (key) return get(key, asked);
    if (!signedIn) throw new Error('none');
    await register(page);
    const again = await ask();
    key = await usable(again);
    if (!key) throw new Error('none');
    return get(key, again);
  };
})();

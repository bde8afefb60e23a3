// Files by drag and drop or from the clipboard, on top of a plain file field. Zones may be swapped in by htmx,
// so everything listens on the document.
(() => {
  'use strict';
  const zoneOf = (node) => node instanceof Element ? node.closest('[data-evidence-drop]') : null;
  const inputOf = (zone) => zone.querySelector('input[type=file]');
  const carriesFiles = (transfer) => transfer && Array.from(transfer.types).includes('Files');

  const size = (bytes) => bytes < 1048576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1)} MB`;

  // Shows what was chosen; what is too large is said at once and not sent.
  const show = (zone) => {
    const input = inputOf(zone);
    const list = zone.querySelector('.evidence-chosen');
    const kept = new DataTransfer();
    list.replaceChildren();
    for (const file of input.files) {
      const line = document.createElement('li');
      line.textContent = `${file.name} (${size(file.size)})`;
      if (file.size > Number(zone.dataset.limit)) {
        const fault = document.createElement('span');
        fault.className = 'error';
        fault.textContent = zone.dataset.tooLarge;
        line.append(' ', fault);
      } else {
        kept.items.add(file);
      }
      list.append(line);
    }
    if (kept.files.length !== input.files.length) {
      input.files = kept.files;
    }
  };

  // Adds files to those already chosen; where htmx sends the form, it is sent at once.
  const add = (zone, files) => {
    const input = inputOf(zone);
    const all = new DataTransfer();
    for (const file of [...input.files, ...files]) {
      all.items.add(file);
    }
    input.files = all.files;
    show(zone);
    const send = zone.closest('form').querySelector('button[hx-post]');
    if (send && input.files.length > 0) {
      send.click();
    }
  };

  document.addEventListener('dragover', (event) => {
    const zone = zoneOf(event.target);
    if (zone && carriesFiles(event.dataTransfer)) {
      event.preventDefault();
      zone.classList.add('over');
    }
  });
  document.addEventListener('dragleave', (event) => {
    const zone = zoneOf(event.target);
    if (zone && !zone.contains(event.relatedTarget)) {
      zone.classList.remove('over');
    }
  });
  document.addEventListener('drop', (event) => {
    const zone = zoneOf(event.target);
    if (zone && carriesFiles(event.dataTransfer)) {
      event.preventDefault();
      zone.classList.remove('over');
      add(zone, event.dataTransfer.files);
    }
  });
  document.addEventListener('change', (event) => {
    const zone = zoneOf(event.target);
    if (zone && event.target.type === 'file') {
      show(zone);
    }
  });
  document.addEventListener('paste', (event) => {
    const zone = zoneOf(event.target) ?? document.querySelector('[data-evidence-drop]');
    const files = event.clipboardData ? Array.from(event.clipboardData.files) : [];
    if (!zone || files.length === 0) {
      return;
    }
    event.preventDefault();
    const stamp = new Date().toISOString().replace(/[-:]/g, '').replace(/\..*/, '').replace('T', '-');
    add(zone, files.map((file, index) => {
      // Browsers call every pasted picture image.png.
      const ending = file.name.includes('.') ? file.name.split('.').pop() : 'png';
      return /^image\.\w+$/.test(file.name)
        ? new File([file], `${zone.dataset.pasted}-${stamp}${index ? `-${index}` : ''}.${ending}`, {type: file.type})
        : file;
    }));
  });
})();

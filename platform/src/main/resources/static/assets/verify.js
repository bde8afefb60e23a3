// The verify page is a plain form; this adds dropping a file and, where the browser can, reading a QR code by camera.
'use strict';
(() => {
  document.getElementById('result')?.focus();

  const zone = document.querySelector('[data-drop]');
  const file = document.getElementById('file');
  for (const type of ['dragover', 'dragleave', 'drop']) {
    zone.addEventListener(type, event => {
      event.preventDefault();
      zone.classList.toggle('over', type === 'dragover');
      if (type === 'drop' && event.dataTransfer.files.length) {
        file.files = event.dataTransfer.files;
        file.form.requestSubmit();
      }
    });
  }

  if (!('BarcodeDetector' in window) || !navigator.mediaDevices) return;
  const number = document.getElementById('number');
  const start = document.getElementById('camera-start');
  const stop = document.getElementById('camera-stop');
  const picture = document.getElementById('camera-picture');
  const fault = document.getElementById('camera-fault');
  let stream;
  document.getElementById('camera').hidden = false;

  const end = () => {
    stream?.getTracks().forEach(track => track.stop());
    stream = undefined;
    picture.hidden = stop.hidden = true;
    start.hidden = false;
  };
  stop.addEventListener('click', end);
  start.addEventListener('click', async () => {
    fault.textContent = '';
    try {
      const detector = new BarcodeDetector({ formats: ['qr_code'] });
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      picture.srcObject = stream;
      picture.hidden = stop.hidden = false;
      start.hidden = true;
      await picture.play();
      while (stream) {
        const [code] = await detector.detect(picture);
        if (code) {
          number.value = code.rawValue;
          end();
          number.form.requestSubmit();
          return;
        }
        await new Promise(done => setTimeout(done, 200));
      }
    } catch {
      end();
      fault.textContent = fault.dataset.text;
    }
  });
})();

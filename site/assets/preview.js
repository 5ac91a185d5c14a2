/* Previews of glossary terms: on hover, focus or a first tap; Escape closes. Without this the terms are plain links. */
(function () {
  'use strict';
  var doc = document, source = doc.currentScript && doc.currentScript.dataset.terms, waiting = null, box = null, shown = null, timer = 0;
  if (!source) return;

  function load(then) {
    if (window.quorateTerms) { then(); return; }
    if (waiting) { waiting.push(then); return; }
    waiting = [then];
    var script = doc.createElement('script');
    script.src = source;
    script.onload = function () { waiting.forEach(function (f) { f(); }); };
    doc.head.appendChild(script);
  }
  function later(f, ms) { clearTimeout(timer); timer = setTimeout(f, ms); }
  function hide() {
    clearTimeout(timer);
    if (!shown) return;
    shown.removeAttribute('aria-describedby');
    shown = null;
    box.hidden = true;
  }
  function make() {
    box = doc.createElement('div');
    box.id = 'term-preview';
    box.className = 'term-preview';
    box.setAttribute('role', 'tooltip');
    box.hidden = true;
    box.addEventListener('pointerenter', function () { clearTimeout(timer); });
    box.addEventListener('pointerleave', function (e) { if (e.pointerType !== 'touch') later(hide, 250); });
    doc.body.appendChild(box);
  }
  function place(link) {
    var at = link.getClientRects()[0], width = box.offsetWidth, height = box.offsetHeight, page = doc.documentElement.clientWidth;
    if (!at) return;
    var below = at.bottom + height + 8 < window.innerHeight || at.top < height + 8;
    box.style.left = Math.max(8, Math.min(at.left, page - width - 8)) + window.scrollX + 'px';
    box.style.top = (below ? at.bottom + 4 : at.top - height - 4) + window.scrollY + 'px';
  }
  function show(link, tapped) {
    load(function () {
      var term = window.quorateTerms[link.dataset.term];
      if (!term) return;
      if (!box) make();
      if (shown && shown !== link) shown.removeAttribute('aria-describedby');
      box.textContent = '';
      var name = doc.createElement('strong');
      name.textContent = term[0];
      box.appendChild(name);
      box.appendChild(doc.createTextNode(': ' + term[1] + (tapped ? ' Tap the word again for the glossary.' : '')));
      box.hidden = false;
      shown = link;
      link.setAttribute('aria-describedby', box.id);
      place(link);
    });
  }
  function over(e) { return e.target.closest ? e.target.closest('a.term') : null; }

  doc.addEventListener('pointerover', function (e) {
    var link = over(e);
    if (link && e.pointerType !== 'touch') later(function () { show(link, false); }, shown ? 80 : 200);
  });
  doc.addEventListener('pointerout', function (e) {
    if (over(e) && e.pointerType !== 'touch' && doc.activeElement !== shown) later(hide, 250);
  });
  doc.addEventListener('focusin', function (e) {
    var link = over(e);
    if (link && link.matches(':focus-visible')) show(link, false); else if (shown && link !== shown) hide();
  });
  doc.addEventListener('focusout', function (e) { if (over(e) && e.target === shown) hide(); });
  doc.addEventListener('keydown', function (e) { if (e.key === 'Escape') hide(); });
  var touched = false;
  doc.addEventListener('pointerdown', function (e) { touched = e.pointerType === 'touch'; }, true);
  doc.addEventListener('click', function (e) {
    var link = over(e);
    if (link && touched && shown !== link) {
      e.preventDefault();
      show(link, true);
    } else if (!link && shown && !box.contains(e.target)) {
      hide();
    }
  });
})();

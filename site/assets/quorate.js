/* Narrows, enlarges, copies, remembers. Every page is complete without it. */
(function () {
  'use strict';
  var doc = document, body = doc.body, root = body.dataset.root || '';
  function $(s, e) { return (e || doc).querySelector(s); }
  function $$(s, e) { return Array.prototype.slice.call((e || doc).querySelectorAll(s)); }
  function el(tag, props, kids) {
    var e = doc.createElement(tag);
    Object.keys(props || {}).forEach(function (k) {
      if (k === 'text') e.textContent = props[k];
      else if (k.slice(0, 2) === 'on') e.addEventListener(k.slice(2), props[k]);
      else if (props[k] === true) e.setAttribute(k, '');
      else if (props[k] !== false) e.setAttribute(k, props[k]);
    });
    (kids || []).forEach(function (k) { e.appendChild(k); });
    return e;
  }
  function say(text) { var s = $('#status'); s.textContent = ''; setTimeout(function () { s.textContent = text; }, 30); }
  function store(where, key, value) {
    try {
      if (value === undefined) return where.getItem(key);
      if (value === null) where.removeItem(key); else where.setItem(key, value);
    } catch (e) { /* storage may be off; nothing depends on it */ }
    return null;
  }
  function params() { return new URLSearchParams(location.search); }
  function address(change) {
    var p = params();
    Object.keys(change).forEach(function (k) { if (change[k]) p.set(k, change[k]); else p.delete(k); });
    var q = p.toString();
    try { history.replaceState(null, '', location.pathname + (q ? '?' + q : '') + location.hash); } catch (e) { /* file: may refuse */ }
  }

  /* Theme: system, light, dark. */
  var theme = $('#theme');
  function showTheme() {
    var t = doc.documentElement.dataset.theme || 'system';
    theme.textContent = 'Theme: ' + t.charAt(0).toUpperCase() + t.slice(1);
  }
  theme.hidden = false;
  showTheme();
  theme.addEventListener('click', function () {
    var order = ['system', 'light', 'dark'], now = doc.documentElement.dataset.theme || 'system';
    var next = order[(order.indexOf(now) + 1) % 3];
    if (next === 'system') delete doc.documentElement.dataset.theme; else doc.documentElement.dataset.theme = next;
    store(localStorage, 'quorate-theme', next === 'system' ? null : next);
    showTheme();
    say('Theme: ' + next);
  });

  /* Copy buttons. */
  function copy(text) {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
    var area = el('textarea', { class: 'hidden' });
    area.value = text;
    body.appendChild(area);
    area.select();
    var done = doc.execCommand('copy');
    area.remove();
    return done ? Promise.resolve() : Promise.reject(new Error('refused'));
  }
  $$('.copy').forEach(function (box) {
    var button = el('button', { type: 'button', class: 'button', text: 'Copy' });
    button.addEventListener('click', function () {
      copy($('pre', box).textContent.replace(/\n$/, '')).then(function () {
        button.textContent = 'Copied';
        say('Copied');
        setTimeout(function () { button.textContent = 'Copy'; }, 1600);
      }, function () { say('The browser refused to copy'); });
    });
    box.appendChild(button);
  });

  /* Tables: sort, filter, facets, copy, CSV. */
  function cellText(cell) {
    if (!cell.querySelector('details, .more')) return cell.textContent.replace(/\s+/g, ' ').trim();
    var clone = cell.cloneNode(true);
    $$('details, .more', clone).forEach(function (d) { d.remove(); });
    return clone.textContent.replace(/\s+/g, ' ').trim();
  }
  function key(row, column) {
    var cell = row.cells[column];
    return cell.dataset.sort !== undefined ? cell.dataset.sort : cellText(cell);
  }
  /* What a cell is sorted by where it is an amount: spans of time by their length, an interval by its end, other numbers as such. */
  var UNITS = { us: 1, ms: 1e3, s: 1e6, m: 6e7, min: 6e7, h: 36e8, d: 864e8 };
  function amount(text) {
    var span = /^(?:(?:at most|at least|about|up to|over) )?(?:\S+ to )?(\d+(?:\.\d+)?) ?(us|ms|s|min|m|h|d)(?![a-z])/.exec(text);
    if (span) return span[1] * UNITS[span[2]];
    return /^-?[\d.]+%?$/.test(text) ? parseFloat(text) : NaN;
  }
  function compare(x, y) {
    var a = amount(x), b = amount(y);
    if (isNaN(a) !== isNaN(b)) return isNaN(a) ? 1 : -1;
    return isNaN(a) ? x.localeCompare(y, 'en', { numeric: true }) : a - b;
  }
  function csv(text) { return /[",\n]/.test(text) || /^[=+\-@]/.test(text) ? '"' + (/^[=+\-@]/.test(text) ? "'" : '') + text.replace(/"/g, '""') + '"' : text; }
  function enhance(box) {
    var table = $('table', box), head = table.tHead.rows[0], rows = Array.prototype.slice.call(table.tBodies[0].rows);
    var id = table.id, start = rows.slice(), small = !box.dataset.tools, asked = params();
    var filter, count, selects = [];
    /* Of a list that goes on on other pages the tools reach what is here, and say so. */
    var rest = box.nextElementSibling, here = rest && rest.matches('.parts') ? ' in this part' : '';
    function apply(silent) {
      var words = filter ? filter.value.toLowerCase().split(/\s+/).filter(Boolean) : [], shown = 0;
      rows.forEach(function (row) {
        var text = words.length ? row.textContent.toLowerCase() : '';
        var ok = words.every(function (w) { return text.indexOf(w) >= 0; }) && selects.every(function (s) {
          return !s.value || (s.dataset.split ? (row.dataset.facet || '').split('|')[s.dataset.split] : cellText(row.cells[s.dataset.column])) === s.value;
        });
        row.hidden = !ok;
        if (ok) shown++;
      });
      if (count) count.textContent = (shown === rows.length ? rows.length + ' rows' : shown + ' of ' + rows.length) + here;
      if (shown < rows.length) box.dataset.shown = shown + ' of ' + rows.length + ' rows' + here; else delete box.dataset.shown;
      var change = {};
      if (filter) change[id + '-q'] = filter.value;
      selects.forEach(function (s) { change[id + '-' + s.dataset.name] = s.value; });
      if (!silent) { address(change); say(count.textContent); }
    }
    function sort(column, down) {
      var ordered = column < 0 ? start : start.slice().sort(function (a, b) {
        return compare(key(a, column), key(b, column)) * (down ? -1 : 1);
      });
      ordered.forEach(function (row) { table.tBodies[0].appendChild(row); });
      $$('th', head).forEach(function (th, i) { if (i === column) th.setAttribute('aria-sort', down ? 'descending' : 'ascending'); else th.removeAttribute('aria-sort'); });
    }
    /* Sorts as asked by a head or by the list that stands for the heads on a phone, which shows none. */
    var order, sortable = rows.length > 2 && !box.classList.contains('compare');
    function sorted(column, down) {
      sort(column, down);
      var change = {}, value = column < 0 ? '' : (down ? '-' : '') + column;
      change[id + '-sort'] = value;
      address(change);
      if (order) order.value = value;
      say(column < 0 ? 'In the order of the page' : 'Sorted by ' + head.cells[column].textContent + (down ? ', descending' : ', ascending'));
    }
    box.classList.add('on');
    if (sortable) {
      box.classList.add('sorts');
      $$('th', head).forEach(function (th, column) {
        var name = th.textContent, linked = th.querySelector('a');
        var button = el('button', linked ? { type: 'button', 'aria-label': 'Sort by ' + name } : { type: 'button', text: name });
        if (!linked) th.textContent = '';
        th.appendChild(button);
        button.addEventListener('click', function () {
          sorted(column, th.getAttribute('aria-sort') === 'ascending');
        });
      });
      var wanted = asked.get(id + '-sort');
      if (wanted && /^-?\d+$/.test(wanted) && Math.abs(+wanted) < head.cells.length) sort(Math.abs(+wanted), wanted.charAt(0) === '-');
    }
    /* On a phone a long list of long cards shows two lines of each; a button opens the rest. */
    if (table.classList.contains('fold')) {
      rows.forEach(function (row) {
        var more = el('button', { type: 'button', class: 'more', 'aria-expanded': 'false', 'aria-label': 'More about ' + cellText(row.cells[0]) });
        more.addEventListener('click', function () { more.setAttribute('aria-expanded', row.classList.toggle('open') ? 'true' : 'false'); });
        row.cells[0].appendChild(more);
      });
    }
    if (small) return;
    var bar = el('div', { class: 'toolbar' });
    filter = el('input', { type: 'search', placeholder: here ? 'Filter this part' : 'Filter', 'aria-label': 'Filter ' + (table.caption ? table.caption.textContent : 'rows') });
    filter.value = asked.get(id + '-q') || '';
    filter.addEventListener('input', function () { apply(); });
    bar.appendChild(filter);
    function facet(name, values, column, split) {
      if (values.length < 2 || values.length > 20) return;
      var select = el('select', { 'aria-label': name, 'data-name': name.toLowerCase().replace(/\W+/g, '-') }, [el('option', { value: '', text: name + ': all' })].concat(
        values.map(function (v) { return el('option', { value: v, text: v }); })));
      if (split === undefined) select.dataset.column = column; else select.dataset.split = split;
      select.value = asked.get(id + '-' + select.dataset.name) || '';
      if (select.selectedIndex < 0) select.value = '';
      select.addEventListener('change', function () { apply(); });
      selects.push(select);
      bar.appendChild(select);
    }
    function distinct(list) { return list.filter(function (v, i) { return v && list.indexOf(v) === i; }).sort(); }
    (box.dataset.facets || '').split(',').filter(Boolean).forEach(function (c) {
      facet(head.cells[c].textContent, distinct(rows.map(function (r) { return cellText(r.cells[c]); })), c);
    });
    if (rows[0].dataset.facet) ['Concern', 'Standing'].forEach(function (name, i) { facet(name, distinct(rows.map(function (r) { return r.dataset.facet.split('|')[i]; })), 0, i); });
    if (sortable) {
      order = el('select', { class: 'order', 'aria-label': 'Sort' }, [el('option', { value: '', text: 'Sort: as given' })]);
      Array.prototype.forEach.call(head.cells, function (th, i) {
        ['', '-'].forEach(function (sign) { order.appendChild(el('option', { value: sign + i, text: th.textContent + (sign ? ' ↓' : ' ↑') })); });
      });
      order.value = asked.get(id + '-sort') || '';
      if (order.selectedIndex < 0) order.value = '';
      order.addEventListener('change', function () { sorted(order.value ? Math.abs(+order.value) : -1, order.value.charAt(0) === '-'); });
      bar.appendChild(order);
    }
    count = el('span', { class: 'count' });
    bar.appendChild(count);
    function visible() { return Array.prototype.slice.call(table.tBodies[0].rows).filter(function (r) { return !r.hidden; }); }
    function lines(f) { return [head].concat(visible()).map(function (r) { return Array.prototype.map.call(r.cells, function (c) { return f(cellText(c)); }); }); }
    bar.appendChild(el('button', { type: 'button', class: 'button', text: 'Copy as Markdown', onclick: function () {
      var all = lines(function (t) { return t.replace(/\|/g, '\\|'); });
      all.splice(1, 0, all[0].map(function () { return '---'; }));
      copy(all.map(function (l) { return '| ' + l.join(' | ') + ' |'; }).join('\n')).then(function () { say('Copied'); });
    } }));
    bar.appendChild(el('button', { type: 'button', class: 'button', text: here ? 'CSV of this part' : 'CSV', onclick: function () {
      var text = lines(csv).map(function (l) { return l.join(','); }).join('\r\n') + '\r\n';
      var a = el('a', { href: URL.createObjectURL(new Blob([text], { type: 'text/csv' })), download: id + '.csv' });
      a.click();
      URL.revokeObjectURL(a.href);
    } }));
    box.insertBefore(bar, box.firstChild);
    apply(true);
  }
  /* What is folded away gets its tools when it is opened, or at once where the address asks for them. */
  $$('.tablebox').forEach(function (box) {
    var folded = box.closest('details.folded'), id = $('table', box).id;
    if (folded && Array.from(params().keys()).some(function (k) { return k.indexOf(id + '-') === 0; })) folded.open = true;
    if (!folded || folded.open) enhance(box);
    else folded.addEventListener('toggle', function () { enhance(box); }, { once: true });
  });
  /* Tables that another script has made. */
  doc.addEventListener('tablemade', function (e) { enhance(e.target); });

  /* Diagrams: enlarge into a dialog, with buttons for everything that dragging does. */
  function enlarge(svg, opener) {
    var picture = svg.cloneNode(true), box = svg.viewBox.baseVal, view = { x: box.x, y: box.y, w: box.width, h: box.height };
    picture.removeAttribute('width');
    picture.removeAttribute('height');
    picture.removeAttribute('id');
    function draw() { picture.setAttribute('viewBox', [view.x, view.y, view.w, view.h].join(' ')); }
    function zoom(f, cx, cy) {
      var w = Math.min(box.width * 4, Math.max(60, view.w * f)), s = w / view.w;
      cx = cx === undefined ? view.x + view.w / 2 : cx;
      cy = cy === undefined ? view.y + view.h / 2 : cy;
      view = { x: cx - (cx - view.x) * s, y: cy - (cy - view.y) * s, w: w, h: view.h * s };
      draw();
    }
    function move(dx, dy) { view.x += dx * view.w; view.y += dy * view.h; draw(); }
    function reset() { view = { x: box.x, y: box.y, w: box.width, h: box.height }; draw(); }
    var dialog = el('dialog', { id: 'enlarged', 'aria-label': 'Diagram, enlarged' });
    function b(text, label, f) { return el('button', { type: 'button', class: 'button', text: text, 'aria-label': label, onclick: f }); }
    dialog.appendChild(el('div', { class: 'bar' }, [b('+', 'Zoom in', function () { zoom(.8); }), b('−', 'Zoom out', function () { zoom(1.25); }), b('0', 'Whole picture', reset),
      b('←', 'Left', function () { move(-.15, 0); }), b('→', 'Right', function () { move(.15, 0); }), b('↑', 'Up', function () { move(0, -.15); }), b('↓', 'Down', function () { move(0, .15); }),
      b('Close', 'Close', function () { dialog.close(); })]));
    dialog.appendChild(picture);
    body.appendChild(dialog);
    dialog.addEventListener('close', function () { dialog.remove(); opener.focus(); });
    dialog.addEventListener('keydown', function (e) {
      var act = { '+': function () { zoom(.8); }, '=': function () { zoom(.8); }, '-': function () { zoom(1.25); }, '0': reset, ArrowLeft: function () { move(-.1, 0); },
        ArrowRight: function () { move(.1, 0); }, ArrowUp: function () { move(0, -.1); }, ArrowDown: function () { move(0, .1); } }[e.key];
      if (act) { act(); e.preventDefault(); }
    });
    function point(e) { var r = picture.getBoundingClientRect(); return { x: view.x + (e.clientX - r.left) / r.width * view.w, y: view.y + (e.clientY - r.top) / r.height * view.h }; }
    picture.addEventListener('wheel', function (e) { var p = point(e); zoom(e.deltaY < 0 ? .88 : 1.14, p.x, p.y); e.preventDefault(); }, { passive: false });
    var held = {}, moved = 0, spread = 0;
    picture.addEventListener('pointerdown', function (e) { held[e.pointerId] = e; moved = 0; spread = 0; });
    picture.addEventListener('pointermove', function (e) {
      var last = held[e.pointerId], ids = Object.keys(held);
      if (!last) return;
      var r = picture.getBoundingClientRect();
      if (ids.length === 2) {
        held[e.pointerId] = e;
        var d = Math.hypot(held[ids[0]].clientX - held[ids[1]].clientX, held[ids[0]].clientY - held[ids[1]].clientY);
        if (spread) zoom(spread / d);
        spread = d;
        moved = 9;
        return;
      }
      moved += Math.abs(e.clientX - last.clientX) + Math.abs(e.clientY - last.clientY);
      view.x -= (e.clientX - last.clientX) / r.width * view.w;
      view.y -= (e.clientY - last.clientY) / r.height * view.h;
      held[e.pointerId] = e;
      draw();
    });
    ['pointerup', 'pointercancel', 'pointerleave'].forEach(function (n) { picture.addEventListener(n, function (e) { delete held[e.pointerId]; spread = 0; }); });
    picture.addEventListener('click', function (e) { if (moved > 6) e.preventDefault(); }, true);
    picture.addEventListener('dragstart', function (e) { e.preventDefault(); });
    dialog.showModal();
  }
  $$('.diagram').forEach(function (box) {
    var svg = $('svg', box);
    if (!svg) return;
    var scroll = $('.scroll', box);
    if (scroll && document.body.dataset.pageType === 'map') scroll.scrollLeft = (scroll.scrollWidth - scroll.clientWidth) / 2;
    if (!window.HTMLDialogElement) return;
    var bar = el('div', { class: 'bar' }), button = el('button', { type: 'button', class: 'button', text: 'Enlarge' });
    button.addEventListener('click', function () { enlarge(svg, button); });
    bar.appendChild(button);
    var next = box.nextElementSibling;
    while (next && !next.matches('.tablebox, .folded, h2')) next = next.nextElementSibling;
    var table = next && !next.matches('h2') && $('table', next);
    if (table && svg.querySelector('a')) bar.appendChild(el('a', { class: 'button', href: '#' + table.id, text: 'Table' }));
    box.appendChild(bar);
  });

  /* Runbooks: boxes to tick, and names filled in once for all commands. Values stay in the address after the #. */
  var form = $('#fill');
  if (body.dataset.pageType === 'runbook') {
    $$('.do').forEach(function (step) {
      var k = 'quorate-step ' + location.pathname + ' ' + step.id, box = el('input', { type: 'checkbox' });
      box.checked = store(sessionStorage, k) === '1';
      step.classList.toggle('done', box.checked);
      box.addEventListener('change', function () { store(sessionStorage, k, box.checked ? '1' : null); step.classList.toggle('done', box.checked); });
      step.classList.add('on');
      step.appendChild(el('label', { class: 'tick' }, [box, doc.createTextNode('Done')]));
    });
    if (form) {
      form.hidden = false;
      var commands = $$('.run code').map(function (c) { return { at: c, text: c.textContent }; });
      var hash = new URLSearchParams(location.hash.slice(1));
      var fill = function () {
        var values = new URLSearchParams();
        commands.forEach(function (c) {
          var text = c.text;
          $$('input', form).forEach(function (i) { if (i.value) text = text.split('<' + i.dataset.placeholder + '>').join(i.value); });
          c.at.textContent = text;
        });
        $$('input', form).forEach(function (i) { if (i.value) values.set(i.dataset.placeholder, i.value); });
        var q = values.toString();
        try { history.replaceState(null, '', location.pathname + location.search + (q ? '#' + q : '')); } catch (e) { /* file: may refuse */ }
      };
      $$('input', form).forEach(function (i) { i.value = hash.get(i.dataset.placeholder) || ''; i.addEventListener('input', fill); });
      form.addEventListener('submit', function (e) { e.preventDefault(); });
      if (location.hash.indexOf('=') > 0) fill();
    }
  }

  /* Search: code and index are loaded at the first use; on a large site the inside of a project when it is the page's own, or
     when a query names it. */
  var engine, loading, added = 0, parts = {};
  function script(src) {
    return new Promise(function (ok, no) { doc.head.appendChild(el('script', { src: root + src, onload: ok, onerror: no })); });
  }
  function add(entries) {
    engine.addAll(entries.map(function (d) { return { id: added++, kind: d[0], title: d[1], alias: d[2], path: d[3], summary: d[4], words: d[5] }; }));
  }
  function part(folder) {
    var src = (window.quorateProjects || {})[folder];
    if (!src || parts[folder]) return null;
    parts[folder] = true;
    return script(src).then(function () { add(window.quorateParts[folder]); });
  }
  function load() {
    loading = loading || Promise.all([script(body.dataset.search), script(body.dataset.index)]).then(function () {
      engine = new window.MiniSearch({ fields: ['title', 'alias', 'summary', 'words'], storeFields: ['kind', 'title', 'alias', 'path', 'summary'],
        searchOptions: { boost: { title: 6, alias: 5, summary: 2 }, prefix: function (t) { return t.length > 1; }, fuzzy: function (t) { return t.length > 3 ? .2 : 0; }, combineWith: 'AND' } });
      add(window.quorateSearch);
      var path = decodeURI(location.pathname);
      return Promise.all(Object.keys(window.quorateProjects || {}).filter(function (f) { return path.indexOf('/' + f) >= 0; }).map(part));
    });
    return loading;
  }
  /* The projects that the query names best, as long as their inside is not loaded. */
  function asked(text) {
    if (!window.quorateProjects) return [];
    return engine.search(text, { combineWith: 'OR', filter: function (r) { return r.kind === 'Project'; } }).slice(0, 2)
      .map(function (h) { return part(h.path.replace(/index\.html$/, '')); }).filter(Boolean);
  }
  var GROUPS = ['Pattern', 'Runbook', 'Service', 'Finding', 'Incident', 'Technology', 'Comparison', 'Consistency model'];
  function find(text, kind) {
    var typed = /(?:^|\s)type:([\w-]+)/i.exec(text);
    if (typed) { kind = typed[1].toLowerCase().replace(/s$/, '').replace(/ie$/, 'y'); text = text.replace(typed[0], ' '); }
    var options = kind ? { filter: function (r) { return r.kind.toLowerCase() === kind.toLowerCase(); } } : {};
    var plain = text.trim().toLowerCase();
    var hits = engine.search(text, options);
    if (!hits.length && text.trim()) hits = engine.search(text, Object.assign({ combineWith: 'OR', fuzzy: .34 }, options));
    hits.forEach(function (h) {
      var t = h.title.toLowerCase();
      if (t === plain) h.score *= 40; else if (h.alias.toLowerCase().split(' | ').indexOf(plain) >= 0) h.score *= 6; else if (t.indexOf(plain) === 0) h.score *= 2;
      /* Whoever types a symptom wants the runbook, not the page about the symptom. */
      if (h.kind === 'Runbook') h.score *= plain.indexOf(' ') > 0 && t.indexOf(plain) < 0 && h.alias.toLowerCase().indexOf(plain) >= 0 ? 30 : 1.3;
      if (h.kind === 'Symptom') h.score *= .8;
      if (h.kind === 'Page') h.score *= 1.1;
    });
    return hits.sort(function (a, b) { return b.score - a.score; });
  }
  function marked(text, query) {
    var out = doc.createDocumentFragment(), words = query.split(/\s+/).filter(function (w) { return w.length > 1; }).map(function (w) { return w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'); });
    if (!words.length) { out.appendChild(doc.createTextNode(text)); return out; }
    text.split(new RegExp('(' + words.join('|') + ')', 'gi')).forEach(function (part, i) {
      if (part) out.appendChild(i % 2 ? el('mark', { text: part }) : doc.createTextNode(part));
    });
    return out;
  }
  var made = 0;
  function panel(onGo) {
    var n = ++made, kind = '', at = 0, hits = [];
    var input = el('input', { type: 'search', role: 'combobox', 'aria-expanded': 'true', 'aria-controls': 'hits' + n, 'aria-autocomplete': 'list', 'aria-label': 'Search', placeholder: 'Pattern, symptom, service, rule …', autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false' });
    var facets = el('div', { class: 'facets', role: 'group', 'aria-label': 'Narrow by kind' }), list = el('ul', { class: 'hits', id: 'hits' + n, role: 'listbox', 'aria-label': 'Results' });
    var info = el('p', { class: 'searchinfo', role: 'status', 'aria-live': 'polite' });
    function choose(i) {
      at = Math.max(0, Math.min(hits.length - 1, i));
      $$('li', list).forEach(function (li, j) { li.setAttribute('aria-selected', j === at ? 'true' : 'false'); if (j === at) li.scrollIntoView({ block: 'nearest' }); });
      if (hits.length) input.setAttribute('aria-activedescendant', list.id + '-' + at); else input.removeAttribute('aria-activedescendant');
    }
    function show() {
      if (!engine) return;
      var query = input.value, all = query.trim() ? find(query, kind) : [];
      hits = all.slice(0, onGo ? 8 : 40);
      list.textContent = '';
      hits.forEach(function (h, i) {
        var a = el('a', { href: root + h.path, tabindex: '-1' });
        a.appendChild(marked(h.title, query.replace(/type:\w+/i, '')));
        list.appendChild(el('li', { role: 'option', id: list.id + '-' + i, onclick: function (e) { if (!e.target.closest('a')) a.click(); } }, [el('span', { class: 'kind', text: h.kind }), a, el('p', { text: h.summary })]));
      });
      choose(0);
      asked(query).forEach(function (more) { more.then(show); });
      info.textContent = '';
      if (!query.trim()) info.textContent = 'Arrow keys choose, Enter opens. type:runbook narrows.';
      else if (!all.length) { info.appendChild(doc.createTextNode('Nothing found. ')); info.appendChild(el('a', { href: root + 'index/index.html', text: 'Everything from A to Z' })); }
      else info.textContent = all.length === 1 ? '1 result' : (all.length > hits.length ? hits.length + ' of ' : '') + all.length + ' results';
    }
    GROUPS.forEach(function (g) {
      var plural = g === 'Technology' ? 'Technologies' : g + 's';
      var chip = el('button', { type: 'button', 'aria-pressed': 'false', text: plural, onclick: function () {
        kind = kind === g ? '' : g;
        $$('button', facets).forEach(function (b) { b.setAttribute('aria-pressed', b === chip && kind ? 'true' : 'false'); });
        show();
        input.focus();
      } });
      facets.appendChild(chip);
    });
    input.addEventListener('input', function () { show(); if (!onGo) address({ q: input.value }); });
    input.addEventListener('keydown', function (e) {
      var by = { ArrowDown: 1, ArrowUp: -1 }[e.key];
      if (by) { choose(at + by); e.preventDefault(); }
      else if (e.key === 'Enter' && hits[at]) { if (onGo) onGo(); $$('a', list)[at].click(); e.preventDefault(); }
    });
    list.addEventListener('click', function () { if (onGo) onGo(); });
    info.textContent = 'Loading …';
    load().then(show, function () { info.textContent = 'The search could not be loaded.'; });
    return { node: el('div', { class: 'search' }, [input, facets, list, info]), input: input, show: show };
  }
  var opener = $('#search-open'), dialog, last;
  function openSearch() {
    if (!window.HTMLDialogElement) { location.href = opener.href; return; }
    if (!dialog) {
      dialog = el('dialog', { id: 'search', 'aria-label': 'Search' });
      var p = panel(function () { dialog.close(); });
      dialog.appendChild(p.node);
      dialog.input = p.input;
      body.appendChild(dialog);
      dialog.addEventListener('close', function () { if (last) last.focus(); });
      dialog.addEventListener('click', function (e) { if (e.target === dialog) dialog.close(); });
    }
    last = doc.activeElement;
    if (!dialog.open) dialog.showModal();
    dialog.input.focus();
    dialog.input.select();
  }
  opener.addEventListener('click', function (e) { e.preventDefault(); openSearch(); });
  ['pointerenter', 'focus'].forEach(function (n) { opener.addEventListener(n, function () { load().catch(function () {}); }, { once: true }); });
  var here = $('#search-here');
  if (here) {
    var p = panel(null);
    here.appendChild(p.node);
    p.input.value = params().get('q') || '';
    p.input.focus();
  }

  /* The page behind a link is fetched once the link is hovered or has the focus; never from a folder, never where data is dear. */
  if (/^https?:$/.test(location.protocol) && !(navigator.connection && navigator.connection.saveData)) {
    var fetched = {};
    ['pointerover', 'focusin'].forEach(function (n) {
      doc.addEventListener(n, function (e) {
        var a = e.target.closest && e.target.closest('a[href]');
        if (!a || typeof a.href !== 'string' || a.origin !== location.origin || a.pathname === location.pathname || !/\.html$/.test(a.pathname) || fetched[a.pathname]) return;
        fetched[a.pathname] = true;
        doc.head.appendChild(el('link', { rel: 'prefetch', href: a.origin + a.pathname }));
      }, { passive: true });
    });
  }

  /* Keyboard. One-key shortcuts can be switched off; Ctrl+K stays. */
  function keysOff() { return store(localStorage, 'quorate-keys') === 'off'; }
  function help() {
    var old = $('#help');
    if (old) old.remove();
    var box = el('input', { type: 'checkbox' });
    box.checked = !keysOff();
    box.addEventListener('change', function () { store(localStorage, 'quorate-keys', box.checked ? null : 'off'); });
    var list = el('dl');
    [['Ctrl K', 'Search'], ['/', 'Search, one key'], ['?', 'This list, one key'], ['Esc', 'Close'], ['+ − 0', 'Zoom, in an enlarged diagram'], ['Arrow keys', 'Move, in an enlarged diagram or in results']].forEach(function (k) {
      list.appendChild(el('dt', {}, [el('kbd', { text: k[0] })]));
      list.appendChild(el('dd', { text: k[1] }));
    });
    var d = el('dialog', { id: 'help', 'aria-label': 'Keyboard help' }, [el('h2', { class: 'small', text: 'Keyboard' }), list, el('label', {}, [box, doc.createTextNode(' One-key shortcuts')]), el('p')]);
    d.lastChild.appendChild(el('button', { type: 'button', class: 'button', text: 'Close', onclick: function () { d.close(); } }));
    body.appendChild(d);
    d.showModal();
  }
  var helper = $('#help-open');
  helper.hidden = false;
  helper.addEventListener('click', help);
  doc.addEventListener('keydown', function (e) {
    if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === 'k') { e.preventDefault(); openSearch(); return; }
    if (e.ctrlKey || e.metaKey || e.altKey || keysOff() || /^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName) || $('dialog[open]')) return;
    if (e.key === '/') { e.preventDefault(); openSearch(); }
    if (e.key === '?') { e.preventDefault(); help(); }
  });

  /* Marks the part that is being read in the list of what is on the page. */
  var places = (window.matchMedia('(min-width: 1080px)').matches ? $$('.body:not(.wide) .toc a') : []).map(function (a) { return { link: a, at: doc.getElementById(decodeURIComponent(a.hash.slice(1))) }; }).filter(function (p) { return p.at; });
  if (places.length && window.IntersectionObserver) {
    var mark = function () {
      var now = places[0], line = window.innerHeight * ($('.foot').getBoundingClientRect().top < window.innerHeight && window.scrollY > 0 ? 1 : .3);
      places.forEach(function (p) { if (p.at.getBoundingClientRect().top < line) now = p; });
      places.forEach(function (p) { if (p === now) p.link.setAttribute('aria-current', 'true'); else p.link.removeAttribute('aria-current'); });
    };
    /* What is above the screen counts as seen, so that a leap past several headings is noticed too. */
    var watch = new IntersectionObserver(mark, { rootMargin: '1000000px 0px -70% 0px' });
    places.forEach(function (p) { watch.observe(p.at); });
    new IntersectionObserver(mark).observe($('.foot'));
  }

  /* What the style sheet leaves until later is laid out one part at a time, so that neither the first view nor a tap waits for it. */
  function settle() {
    var soon = window.requestIdleCallback || setTimeout;
    var waiting = $$('main > *').filter(function (part) { return getComputedStyle(part).contentVisibility === 'auto'; });
    (function next() {
      if (!waiting.length) { doc.documentElement.classList.remove('piecewise'); return; }
      waiting.shift().classList.add('laid');
      soon(next);
    })();
  }
  if (doc.readyState === 'complete') settle(); else window.addEventListener('load', settle);

  /* What the address points at is opened, and so is everything for print. */
  function reveal() {
    var at = location.hash.length > 1 && location.hash.indexOf('=') < 0 && doc.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (var d = at; d; d = d.parentElement) if (d.tagName === 'DETAILS') d.open = true;
    if (at && at.matches('.finding')) $$('details', at).slice(0, 1).forEach(function (x) { x.open = true; });
    if (at) at.scrollIntoView();
  }
  window.addEventListener('hashchange', reveal);
  if (location.hash) reveal();
  window.addEventListener('beforeprint', function () { $$('details:not(.toc-small)').forEach(function (d) { d.open = true; }); });
})();
